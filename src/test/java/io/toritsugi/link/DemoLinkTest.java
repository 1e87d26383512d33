package io.toritsugi.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.toritsugi.SettableClock;
import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import io.toritsugi.database.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What somebody sees who starts the demo and lays no hand on it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "toritsugi.access.admin-password=" + HttpTest.ADMIN_PASSWORD,
            "toritsugi.access.intake-key=" + HttpTest.INTAKE_KEY,
            "toritsugi.link.key-set-file=target/link-test/demo-keys.json",
            "spring.quartz.startup-delay=0s",
            "server.address=127.0.0.1"
        })
@ActiveProfiles("demo")
@Import(SettableClock.InTheApplication.class)
@DirtiesContext // nobody else needs it
class DemoLinkTest {

    @LocalServerPort
    int port;

    @Autowired
    SettableClock clock;

    @DynamicPropertySource
    static void places(DynamicPropertyRegistry registry) {
        TestDatabase.register(registry);
        int simulator = freePort();
        registry.add("toritsugi.simulator.port", () -> simulator);
    }

    @Test
    void the_demo_polls_imports_and_confirms_without_a_hand() {
        var admin = Http.admin(port);

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    clock.forward(Duration.ofMinutes(1));
                    assertThat(admin.get("/api/v1/hotels/SMP/reservations")
                                    .expect(200)
                                    .items())
                            .isNotEmpty();
                    assertThat(admin.get("/api/v1/outputs?hotel=SMP&state=confirmed")
                                    .expect(200)
                                    .items())
                            .isNotEmpty();
                });
        var connection = admin.get("/api/v1/hotels/SMP/connection").expect(200).json();
        assertThat(connection.path("poll").asBoolean()).isTrue();
        assertThat(connection.at("/state/failures").asInt()).isZero();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
