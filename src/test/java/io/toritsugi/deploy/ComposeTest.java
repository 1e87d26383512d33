package io.toritsugi.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** docker-compose.yml cannot be started everywhere; that it is consistent in itself and with the application can be told. */
class ComposeTest {

    private static final Pattern PINNED = Pattern.compile("[a-z0-9/-]+:v?\\d+\\.\\d+[\\w.-]*");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+)");
    private static final Pattern PROPERTY = Pattern.compile("\"name\"\\s*:\\s*\"([a-z0-9.-]+)\"");

    private final ComposeFile compose = ComposeFile.read();

    @Test
    void it_brings_the_application_its_database_mail_and_monitoring() {
        assertThat(compose.services()).containsOnlyKeys("database", "app", "mail", "prometheus", "grafana");
    }

    @Test
    void every_image_is_pinned() throws IOException {
        compose.services()
                .forEach((name, service) -> assertThat(String.valueOf(service.get("image")))
                        .as(name)
                        .matches(PINNED));
        assertThat(Files.readAllLines(Path.of("Dockerfile")))
                .filteredOn(line -> line.startsWith("FROM "))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.split(" ")[1]).matches(PINNED));
    }

    @Test
    void every_service_says_how_it_is_and_comes_back_by_itself() {
        compose.services().forEach((name, service) -> {
            var healthcheck = ComposeFile.map(service.get("healthcheck"));
            assertThat(ComposeFile.texts(healthcheck.get("test"))).as(name).startsWith("CMD");
            assertThat(healthcheck).as(name).containsKeys("interval", "timeout", "retries");
            assertThat(service).as(name).containsEntry("restart", "unless-stopped");
        });
    }

    @Test
    void a_service_waits_only_for_services_that_there_are() {
        compose.services()
                .forEach((name, service) -> ComposeFile.map(service.get("depends_on"))
                        .forEach((other, condition) -> {
                            assertThat(compose.services()).as(name).containsKey(other);
                            assertThat(ComposeFile.map(condition))
                                    .as(name)
                                    .containsEntry("condition", "service_healthy");
                        }));
    }

    @Test
    void ports_are_open_on_the_loopback_address_only_and_each_once() {
        var ports = new ArrayList<String>();
        compose.services().forEach((name, service) -> ports.addAll(ComposeFile.texts(service.get("ports"))));

        assertThat(ports)
                .hasSize(4)
                .allMatch(port -> port.matches("127\\.0\\.0\\.1:\\d+:\\d+"))
                .doesNotHaveDuplicates();
        assertThat(compose.service("database")).doesNotContainKey("ports");
    }

    @Test
    void what_is_mounted_is_there_and_only_read() {
        var named = new HashSet<String>();
        compose.services()
                .forEach((name, service) -> ComposeFile.texts(service.get("volumes"))
                        .forEach(volume -> {
                            var source = volume.split(":")[0];
                            if (source.startsWith("./")) {
                                assertThat(Path.of(source)).as(volume).exists();
                                assertThat(volume).endsWith(":ro");
                            } else {
                                named.add(source);
                            }
                        }));

        assertThat(named).containsExactlyInAnyOrderElementsOf(compose.volumes().keySet());
    }

    @Test
    void every_variable_of_the_application_sets_something_in_it() throws IOException {
        var known = new TreeSet<>(environmentNamesOfProperties());
        var placeholders = PLACEHOLDER.matcher(Files.readString(Path.of("src/main/resources/application.yaml")));
        while (placeholders.find()) {
            known.add(placeholders.group(1));
        }
        var inImage = Files.readAllLines(Path.of("Dockerfile")).stream()
                .filter(line -> line.matches("(ENV)? +[A-Z_]+=.*"))
                .map(line -> line.replaceFirst("ENV", "").strip().split("=")[0])
                .filter(name -> !name.equals("JAVA_TOOL_OPTIONS"))
                .toList();

        assertThat(inImage).isNotEmpty();
        assertThat(known).containsAll(inImage).containsAll(environment().keySet());
    }

    @Test
    void no_secret_has_a_default_and_every_variable_is_explained() throws IOException {
        var example = Files.readString(Path.of(".env.example"));
        compose.variables().forEach((name, without) -> {
            if (name.contains("PASSWORD") || name.contains("KEY")) {
                assertThat(without).as(name).isEqualTo("?");
                assertThat(example).containsPattern("(?m)^" + name + "=$");
            }
        });

        assertThat(compose.variables()).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void the_application_finds_the_database_of_this_file() {
        var environment = environment();
        var url = URI.create(environment.get("SPRING_DATASOURCE_URL").substring("jdbc:".length()));
        var database = compose.environment("database", secrets());

        assertThat(compose.services()).containsKey(url.getHost());
        assertThat(url.getPath()).isEqualTo("/" + database.get("POSTGRES_DB"));
        assertThat(environment)
                .containsEntry("SPRING_DATASOURCE_USERNAME", database.get("POSTGRES_USER"))
                .containsEntry("SPRING_DATASOURCE_PASSWORD", database.get("POSTGRES_PASSWORD"));
    }

    @Test
    void prometheus_asks_the_application_and_grafana_asks_prometheus() {
        var prometheus = ComposeFile.map(ComposeFile.yaml(Path.of("deploy/prometheus/prometheus.yml")));
        var job = ComposeFile.map(((List<?>) prometheus.get("scrape_configs")).get(0));
        var targets = ComposeFile.map(((List<?>) job.get("static_configs")).get(0));
        var sources =
                ComposeFile.map(ComposeFile.yaml(Path.of("deploy/grafana/provisioning/datasources/prometheus.yml")));
        var source = ComposeFile.map(((List<?>) sources.get("datasources")).get(0));

        assertThat(ComposeFile.texts(targets.get("targets")))
                .containsExactly("app:" + environment().get("SERVER_PORT"));
        assertThat(job).containsEntry("metrics_path", "/actuator/prometheus");
        assertThat(ComposeFile.texts(prometheus.get("rule_files"))).containsExactly("alerts.yml");
        assertThat(source).containsEntry("url", "http://prometheus:9090").containsEntry("uid", "prometheus");
    }

    private Map<String, String> environment() {
        return compose.environment("app", secrets());
    }

    private Map<String, String> secrets() {
        return compose.variables().keySet().stream()
                .collect(Collectors.toMap(name -> name, name -> "secret of " + name));
    }

    /** What Spring Boot's own properties are called in the environment: upper case, dots as underscores, no hyphens. */
    private static Set<String> environmentNamesOfProperties() throws IOException {
        var names = new TreeSet<String>();
        for (var metadata : new PathMatchingResourcePatternResolver()
                .getResources("classpath*:META-INF/spring-configuration-metadata.json")) {
            var properties = PROPERTY.matcher(metadata.getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
            while (properties.find()) {
                names.add(properties.group(1).replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT));
            }
        }
        return names;
    }
}
