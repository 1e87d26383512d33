package io.toritsugi.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.api.Http;
import io.toritsugi.database.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.ContextConfiguration;

/**
 * The application with the environment of docker-compose.yml, and only the database's address changed: it becomes ready, takes
 * telegrams, and shows every metric that the alerts and the dashboard ask for.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureObservability(tracing = false)
@ContextConfiguration(initializers = ComposeStartTest.ComposeEnvironment.class)
class ComposeStartTest {

    private static final String ADMIN_PASSWORD = "the administrator's";
    private static final String INTAKE_KEY = "an intake key of thirty-two characters";
    private static final Map<String, String> FROM_OUTSIDE = Map.of(
            "POSTGRES_PASSWORD",
            "replaced",
            "TORITSUGI_ADMIN_PASSWORD",
            ADMIN_PASSWORD,
            "TORITSUGI_INTAKE_KEY",
            INTAKE_KEY,
            "TORITSUGI_LINK_KEY",
            "a link key of thirty-two characters",
            "GRAFANA_ADMIN_PASSWORD",
            "not asked");

    private static final Pattern METRIC =
            Pattern.compile("\\b((?:toritsugi|camel|http_server|hikaricp|jvm|process|logback)_[a-z_]+)\\b");

    @LocalServerPort
    int port;

    static final class ComposeEnvironment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var environment = new HashMap<String, Object>(ComposeFile.read().environment("app", FROM_OUTSIDE));
            environment.put("SPRING_DATASOURCE_URL", TestDatabase.freshUrl());
            environment.remove("SPRING_DATASOURCE_USERNAME");
            environment.remove("SPRING_DATASOURCE_PASSWORD");
            // Only by this name is it read as an environment, A_B for a.b.
            context.getEnvironment()
                    .getPropertySources()
                    .replace(
                            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                            new SystemEnvironmentPropertySource(
                                    StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, environment));
        }
    }

    @BeforeEach
    void make_a_hotel_and_send_it_telegrams() {
        var admin = signedIn();
        admin.put("/api/v1/hotels/SMP", Map.of("name", "見本ホテル"));
        admin.put(
                "/api/v1/hotels/SMP/room-types/DBL",
                Map.of("name", "ダブル", "capacity", 2, "baseRate", 14000, "rooms", 20));
        admin.post("/api/v1/hotels/SMP/mappings", Map.of("channel", "*", "code", "0003", "roomType", "DBL"));
        send("10_new_booking_roomrate.xml");
        send("18_new_ikyu_unknown_room_type.xml");
    }

    @Test
    void it_is_ready_and_takes_bookings_for_a_hotel_that_an_administrator_made() {
        assertThat(Http.nobody(port).get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(signedIn()
                        .get("/api/v1/hotels/SMP/reservations?bookingNumber=9900000110")
                        .items())
                .hasSize(1);
    }

    @Test
    void it_brings_no_demo_hotel_and_takes_no_basic() {
        assertThat(signedIn().get("/api/v1/hotels").items().findValuesAsText("name"))
                .containsExactly("見本ホテル");
        assertThat(Http.nobody(port)
                        .with(
                                "Authorization",
                                "Basic "
                                        + java.util.Base64.getEncoder()
                                                .encodeToString(
                                                        ("admin:" + ADMIN_PASSWORD).getBytes(StandardCharsets.UTF_8)))
                        .get("/api/v1/hotels")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void every_metric_that_an_alert_asks_for_is_there() {
        // A route's timer is there once the route has run: the clock starts the first ones within seconds.
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(metrics(expressionsOfAlerts())).isSubsetOf(shown()));
    }

    @Test
    void every_metric_that_the_dashboard_asks_for_is_there() throws IOException {
        var dashboard = new ObjectMapper()
                .readTree(Path.of("deploy/grafana/dashboards/toritsugi.json").toFile());
        var expressions = dashboard.findValuesAsText("expr");

        assertThat(expressions).hasSizeGreaterThan(15);
        // A route's timer is there once the route has run: the clock starts the first ones within seconds.
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(metrics(expressions)).isSubsetOf(shown()));
    }

    @Test
    void the_check_of_the_image_finds_it_ready_and_nothing_else() throws Exception {
        assertThat(check(port)).isZero();
        assertThat(check(1)).isNotZero();
    }

    private static int check(int port) throws IOException, InterruptedException {
        var process = new ProcessBuilder("bash", "deploy/ready", String.valueOf(port))
                .redirectErrorStream(true)
                .start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static List<String> expressionsOfAlerts() {
        var alerts = ComposeFile.map(ComposeFile.yaml(Path.of("deploy/alerts.yml")));
        var expressions = new ArrayList<String>();
        for (var group : (List<?>) alerts.get("groups")) {
            for (var rule : (List<?>) ComposeFile.map(group).get("rules")) {
                expressions.add(String.valueOf(ComposeFile.map(rule).get("expr")));
            }
        }
        assertThat(expressions).hasSizeGreaterThan(5);
        return expressions;
    }

    private static Set<String> metrics(List<String> expressions) {
        var metrics = new TreeSet<String>();
        expressions.forEach(expression -> {
            var matcher = METRIC.matcher(expression);
            while (matcher.find()) {
                metrics.add(matcher.group(1));
            }
        });
        return metrics;
    }

    private Set<String> shown() {
        var shown = new TreeSet<String>();
        Http.nobody(port)
                .get("/actuator/prometheus")
                .response()
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> shown.add(line.split("[ {]", 2)[0]));
        return shown;
    }

    private void send(String sample) {
        var answer = Http.withKey(port, INTAKE_KEY)
                .with("Content-Type", "application/xml")
                .with("Prefer", "wait=20")
                .send("POST", "/ota/tl-lincoln/SMP", text(sample));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private Http signedIn() {
        var browser = Http.nobody(port);
        browser.post("/api/v1/session", Map.of("username", "admin", "password", ADMIN_PASSWORD))
                .expect(204);
        return browser.withToken();
    }

    private static String text(String sample) {
        try {
            return new ClassPathResource("samples/" + sample).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }
}
