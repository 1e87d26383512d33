package io.toritsugi.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.toritsugi.database.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

@ExtendWith(OutputCaptureExtension.class)
class FirstAccountsTest {

    private final JdbcClient jdbc = JdbcClient.create(TestDatabase.fresh());

    @Test
    void a_first_start_makes_a_password_and_a_key_and_prints_them_once(CapturedOutput output) {
        start(null, null);

        var password = after(output, "User admin has the password ");
        var key = after(output, "Intake key for all hotels: ");
        assertThat(users(null, null).verified("admin", password)).isPresent();
        var caller = keys().caller(key, "127.0.0.1").orElseThrow();
        assertThat(caller.role()).isEqualTo(Role.INTAKE);
        assertThat(caller.allHotels()).isTrue();
        assertThat(jdbc.sql("select password_hash from user_account")
                        .query(String.class)
                        .single())
                .startsWith("{bcrypt}");

        var printed = output.getAll().length();
        start(null, null);
        assertThat(output.getAll().substring(printed)).doesNotContain("tg_");
        assertThat(users(null, null).verified("admin", password)).isPresent();
    }

    @Test
    void what_is_given_is_taken_and_not_printed(CapturedOutput output) {
        start("given password", "given-intake-key-of-some-length");

        assertThat(users(null, null).verified("admin", "given password")).isPresent();
        assertThat(keys().caller("given-intake-key-of-some-length", "127.0.0.1"))
                .isPresent();
        assertThat(output.getAll()).doesNotContain("given password").doesNotContain("given-intake-key");
    }

    @Test
    void another_password_given_later_replaces_the_first() {
        start("first", null);
        start("second", null);

        assertThat(users(null, null).verified("admin", "first")).isEmpty();
        assertThat(users(null, null).verified("admin", "second").orElseThrow().credentialNo())
                .isEqualTo(2);
    }

    @Test
    void a_given_key_that_was_revoked_stays_revoked() {
        start(null, "given-intake-key-of-some-length");
        jdbc.sql("update api_key set revoked_at = now()").update();

        start(null, "given-intake-key-of-some-length");

        assertThat(keys().caller("given-intake-key-of-some-length", "127.0.0.1"))
                .isEmpty();
    }

    private void start(@Nullable String password, @Nullable String key) {
        var json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        new FirstAccounts(
                        settings(password, key),
                        users(password, key),
                        keys(),
                        new Audit(jdbc, json, Clock.systemUTC()),
                        jdbc)
                .run(new DefaultApplicationArguments());
    }

    private Users users(@Nullable String password, @Nullable String key) {
        return new Users(
                jdbc,
                PasswordEncoderFactories.createDelegatingPasswordEncoder(),
                settings(password, key),
                Clock.systemUTC());
    }

    private ApiKeys keys() {
        return new ApiKeys(jdbc, settings(null, null), Clock.systemUTC());
    }

    private static AccessSettings settings(@Nullable String password, @Nullable String key) {
        return new AccessSettings(password, key, false, Duration.ZERO);
    }

    private static String after(CapturedOutput output, String words) {
        var text = output.getAll();
        var start = text.indexOf(words) + words.length();
        assertThat(text).contains(words);
        return text.substring(start, text.indexOf(' ', start));
    }
}
