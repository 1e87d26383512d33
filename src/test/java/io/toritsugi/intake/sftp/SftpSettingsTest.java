package io.toritsugi.intake.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class SftpSettingsTest {

    @Test
    void nothing_said_means_no_server_and_nobody_to_look_at() {
        assertThat(bound(Map.of()))
                .isEqualTo(new SftpSettings(
                        false,
                        false,
                        "127.0.0.1",
                        2222,
                        Path.of("data/sftp"),
                        List.of(),
                        List.of(),
                        DataSize.ofGigabytes(1),
                        DataSize.ofMegabytes(100),
                        64,
                        8,
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(1),
                        Duration.ofHours(6),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(5)));
    }

    @Test
    void a_server_of_a_partner_needs_little() {
        var server = bound(server(Map.of())).servers().get(0);

        assertThat(server.port()).isEqualTo(22);
        assertThat(server.every()).isEqualTo(Duration.ofMinutes(1));
        assertThat(server.path("inbox")).isEqualTo("inbox");
        assertThat(server.maySendFor("SMP")).isTrue();
        assertThat(server.maySendFor("OTHER")).isFalse();
        assertThat(bound(server(Map.of("folder", "out/bookings")))
                        .servers()
                        .get(0)
                        .path("inbox"))
                .isEqualTo("out/bookings/inbox");
    }

    @Test
    void what_leads_out_of_a_partners_folder_is_refused() {
        for (var folder : List.of("/etc", "../other", "a/../b", "a b", "a?x=1")) {
            assertThatThrownBy(() -> bound(server(Map.of("folder", folder))))
                    .as(folder)
                    .rootCause()
                    .hasMessageContaining("agency")
                    .hasMessageContaining("a folder such as");
        }
    }

    @Test
    void a_name_is_given_once_and_is_a_plain_one() {
        assertThatThrownBy(() -> bound(Map.of(
                        "toritsugi.sftp.demo", "true",
                        "toritsugi.sftp.partners[0].name", "demo",
                        "toritsugi.sftp.partners[0].public-key", "ssh-ed25519 AAAA")))
                .rootCause()
                .hasMessageContaining("\"demo\" twice");
        assertThatThrownBy(() -> bound(Map.of(
                        "toritsugi.sftp.partners[0].name", "../demo",
                        "toritsugi.sftp.partners[0].public-key", "ssh-ed25519 AAAA")))
                .rootCause()
                .hasMessageContaining("expected a name");
    }

    private static Map<String, String> server(Map<String, String> more) {
        var settings = new HashMap<>(Map.of(
                "name", "agency",
                "host", "sftp.agency.example",
                "user", "hotel",
                "private-key", "keys/agency",
                "known-hosts", "keys/known_hosts",
                "hotels", "SMP"));
        settings.putAll(more);
        var full = new HashMap<String, String>();
        settings.forEach((name, value) -> full.put("toritsugi.sftp.servers[0]." + name, value));
        return full;
    }

    private static SftpSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("toritsugi.sftp", SftpSettings.class);
    }
}
