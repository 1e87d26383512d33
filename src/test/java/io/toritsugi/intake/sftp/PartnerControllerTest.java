package io.toritsugi.intake.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.House;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Partners whom an administrator admits, changes and sends away, as they notice it at their SFTP client. */
@HttpTest
@DirtiesContext
@Timeout(120)
class PartnerControllerTest {

    private static final Path DIRECTORY = Path.of("target", "sftp-" + UUID.randomUUID());
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String PATH = "/api/v1/sftp/partners/";
    private static final KeyPair KEY = newKey();
    private static final KeyPair NEXT_KEY = newKey();

    @LocalServerPort
    int port;

    @Autowired
    SftpServer server;

    private House house;
    private String name;

    @DynamicPropertySource
    static void sftp(DynamicPropertyRegistry settings) {
        settings.add("toritsugi.ticks.sftp", () -> 200);
        settings.add("toritsugi.sftp.enabled", () -> true);
        settings.add("toritsugi.sftp.port", () -> 0);
        settings.add("toritsugi.sftp.directory", DIRECTORY::toString);
        settings.add("toritsugi.sftp.settle", () -> "200ms");
        settings.add("toritsugi.sftp.keep-free", () -> "1MB");
        settings.add("toritsugi.sftp.partners[0].name", () -> "fixed");
        settings.add("toritsugi.sftp.partners[0].public-key", () -> line(KEY));
        settings.add("toritsugi.sftp.partners[0].hotels", () -> "*");
    }

    @BeforeEach
    void open_a_hotel() {
        house = House.open(port);
        name = "p-" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void a_partner_who_is_admitted_may_drop_files_for_his_hotels() throws IOException {
        house.admin.put(PATH + name, wanted(List.of(KEY), house.hotel)).expect(201);

        try (var partner = signedIn(KEY)) {
            partner.put(
                    "/inbox/" + house.hotel + "/a.xml",
                    House.booking("TARO MIHON", LocalDate.of(2027, 4, 1)).xml().getBytes(StandardCharsets.UTF_8));
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(partner.names("/done/" + house.hotel)).containsExactly("a.xml"));
        }
        assertThat(house.admin.get("/api/v1/sftp/partners").expect(200).items().findValuesAsText("name"))
                .startsWith("fixed")
                .contains(name);
        assertThat(house.admin.get("/api/v1/audit").expect(200).response().body())
                .contains("sftp_partner.put", "sftp-partner/" + name);
    }

    @Test
    void a_key_that_was_replaced_ends_the_connection_that_it_opened() throws IOException {
        house.admin.put(PATH + name, wanted(List.of(KEY), "*")).expect(201);
        try (var partner = signedIn(KEY)) {
            house.admin.put(PATH + name, wanted(List.of(NEXT_KEY), "*")).expect(200);

            await().atMost(SOON).until(() -> !partner.session.isOpen());
        }
        assertThatThrownBy(() -> Partner.signIn(server.port(), name, KEY)).isInstanceOf(IOException.class);
        signedIn(NEXT_KEY).close();
    }

    @Test
    void a_partner_who_was_sent_away_stays_outside() throws IOException {
        house.admin.put(PATH + name, wanted(List.of(KEY), "*")).expect(201);
        signedIn(KEY).close();

        house.admin.delete(PATH + name).expect(204);

        await().atMost(SOON)
                .untilAsserted(() -> assertThatThrownBy(
                                () -> Partner.signIn(server.port(), name, KEY).close())
                        .isInstanceOf(IOException.class));
        house.admin.delete(PATH + name).expect(404);
    }

    @Test
    void a_partner_of_the_settings_is_changed_there() {
        house.admin.put(PATH + "fixed", wanted(List.of(KEY), "*")).expect(409);
        house.admin.delete(PATH + "fixed").expect(409);
    }

    @Test
    void what_makes_no_sense_is_refused_by_its_field() {
        house.admin
                .put(PATH + name, Map.of("publicKeys", List.of("not a key"), "hotels", List.of("*")))
                .expect(400);
        house.admin.put(PATH + "Not.A.Name", wanted(List.of(KEY), "*")).expect(400);
        house.admin.put(PATH + name, wanted(List.of(KEY), "NO-SUCH-HOTEL")).expect(404);
    }

    @Test
    void only_an_administrator_of_all_hotels_sees_and_changes_partners() {
        for (Http other : List.of(house.as("MANAGER"), house.as("ADMIN"))) {
            other.get("/api/v1/sftp/partners").expect(403);
            other.put(PATH + name, wanted(List.of(KEY), house.hotel)).expect(403);
            other.delete(PATH + name).expect(403);
        }
    }

    private Partner signedIn(KeyPair key) {
        return await().atMost(SOON)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> Partner.signIn(server.port(), name, key), partner -> true);
    }

    private static Map<String, Object> wanted(List<KeyPair> keys, String hotel) {
        return Map.of(
                "publicKeys", keys.stream().map(PartnerControllerTest::line).toList(), "hotels", List.of(hotel));
    }

    private static String line(KeyPair key) {
        return PublicKeyEntry.toString(key.getPublic());
    }

    private static KeyPair newKey() {
        try {
            return KeyUtils.generateKeyPair("ssh-ed25519", 256);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
