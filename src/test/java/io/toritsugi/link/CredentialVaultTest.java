package io.toritsugi.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialVaultTest {

    private static final LinkCredentials SMP = new LinkCredentials("SMP", "hush-hush");
    private static final String KEY = "thirty-two characters, or even more";

    @TempDir
    Path folder;

    @Test
    void what_was_sealed_is_opened_again_also_after_a_restart() {
        var sealed = vault(null).seal(7, SMP);

        assertThat(vault(null).open(7, sealed)).isEqualTo(SMP);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("hush");
    }

    @Test
    void what_was_sealed_for_one_hotel_opens_for_no_other() {
        var vault = vault(null);
        var sealed = vault.seal(7, SMP);

        assertThatExceptionOfType(UnreadableCredentialsException.class).isThrownBy(() -> vault.open(8, sealed));
    }

    @Test
    void the_same_key_from_the_environment_opens_on_every_node_and_another_does_not() {
        var sealed = vault(KEY).seal(7, SMP);

        assertThat(vault(KEY).open(7, sealed)).isEqualTo(SMP);
        assertThat(folder).isEmptyDirectory();
        assertThatExceptionOfType(UnreadableCredentialsException.class)
                .isThrownBy(() -> vault(KEY + "!").open(7, sealed));
    }

    @Test
    void the_content_of_a_key_file_may_be_given_by_the_environment() throws IOException {
        var sealed = vault(null).seal(7, SMP);
        var content = Files.readString(folder.resolve("keys/link.json"));

        assertThat(vault(content).open(7, sealed)).isEqualTo(SMP);
    }

    @Test
    void a_key_that_could_be_guessed_is_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> vault("too short").seal(7, SMP))
                .withMessageContaining("TORITSUGI_LINK_KEY");
    }

    @Test
    void the_key_file_is_its_owners_alone() throws IOException {
        vault(null).seal(7, SMP);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys/link.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void of_nodes_that_start_together_the_keys_of_one_stand() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var seals = new ArrayList<Callable<byte[]>>();
            for (int node = 0; node < 8; node++) {
                seals.add(() -> vault(null).seal(7, SMP));
            }
            for (var sealed : threads.invokeAll(seals)) {
                assertThat(vault(null).open(7, sealed.get())).isEqualTo(SMP);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void credentials_do_not_tell_their_password() {
        assertThat(SMP.toString()).contains("SMP").doesNotContain("hush");
    }

    private CredentialVault vault(@Nullable String key) {
        var usual = HotelTurnsTest.settings();
        return new CredentialVault(
                new LinkSettings(
                        key,
                        folder.resolve("keys/link.json"),
                        usual.talks(),
                        usual.lease(),
                        usual.againAfter(),
                        usual.longestAnswer(),
                        usual.backOff(),
                        usual.credentialCodes(),
                        usual.hotels()),
                new ObjectMapper());
    }
}
