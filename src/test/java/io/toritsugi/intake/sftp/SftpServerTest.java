package io.toritsugi.intake.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.toritsugi.database.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class SftpServerTest {

    private static final HikariDataSource DATABASE = TestDatabase.fresh();

    @TempDir
    Path directory;

    @Test
    void a_taken_port_costs_the_server_and_not_the_application(CapturedOutput log) throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var server = server(Map.of("port", String.valueOf(taken.getLocalPort())));

            server.start();

            assertThat(server.isRunning()).isFalse();
            assertThat(server.hasFolders())
                    .as("files that lie there are taken in")
                    .isTrue();
            assertThat(log)
                    .contains("There is no SFTP server on 127.0.0.1:" + taken.getLocalPort())
                    .contains("TORITSUGI_SFTP_PORT");
        }
    }

    @Test
    void what_is_off_stays_off() {
        var server = server(Map.of("enabled", "false", "demo", "false"));

        server.start();

        assertThat(server.isRunning()).isFalse();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void the_host_key_and_the_demo_key_outlive_a_restart() throws IOException {
        var host = startedOnce();
        var again = startedOnce();

        assertThat(KeyUtils.compareKeyPairs(host, again)).isTrue();
        var demo = KeyFile.keep(directory.resolve("demo_key"), "demo");
        var server = server(Map.of("port", "0"));
        server.start();
        try (var partner = Partner.signIn(server.port(), "demo", demo)) {
            assertThat(partner.names("/inbox")).containsExactly("SMP");
        } finally {
            server.stop();
        }
    }

    @Test
    void more_connections_than_allowed_are_sent_away() throws IOException {
        var server = server(Map.of("port", "0", "connections", "1"));
        server.start();
        var demo = KeyFile.keep(directory.resolve("demo_key"), "demo");
        try (var first = Partner.signIn(server.port(), "demo", demo)) {
            assertThat(first.names("/")).isNotEmpty();
            assertThatThrownBy(() -> Partner.signIn(server.port(), "demo", demo))
                    .isInstanceOf(IOException.class);
        } finally {
            server.stop();
        }
    }

    private KeyPair startedOnce() {
        var server = server(Map.of("port", "0"));
        server.start();
        assertThat(server.isRunning()).isTrue();
        server.stop();
        return KeyFile.keep(directory.resolve("host_key"), "toritsugi");
    }

    private SftpServer server(Map<String, String> more) {
        var all = new HashMap<>(Map.of("demo", "true"));
        all.putAll(more);
        var settings = Drop.settings(directory, all);
        var folders = new PartnerFolders(settings);
        var partners = new Partners(
                settings, folders, new PartnerRows(JdbcClient.create(DATABASE), Clock.systemUTC()), Clock.systemUTC());
        return new SftpServer(settings, partners, folders, new Uploads(folders));
    }
}
