package io.toritsugi.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Configuration;

/** In a JVM of its own each, since the form of the log is set once a JVM. */
class LogFormatTest {

    private static final String MESSAGE = "見えますか";

    @Test
    void a_line_is_for_people_unless_asked_otherwise() throws Exception {
        assertThat(line(Map.of())).contains("INFO").doesNotStartWith("{");
    }

    @Test
    void a_line_is_a_json_document_where_it_is_collected() throws Exception {
        var line = new ObjectMapper().readTree(line(Map.of("TORITSUGI_LOG_FORMAT", "ecs")));

        assertThat(line.at("/log/level").asText()).isEqualTo("INFO");
        assertThat(line.at("/service/name").asText()).isEqualTo("toritsugi");
        assertThat(line.path("message").asText()).isEqualTo(MESSAGE);
        assertThat(line.path("hotel").asText()).isEqualTo("SMP");
    }

    private static String line(Map<String, String> environment) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OneLine.class.getName())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output.lines()
                .filter(line -> line.contains(MESSAGE))
                .findFirst()
                .orElseThrow(() -> new AssertionError(output));
    }

    /** Logs one line with the settings of the application. */
    @Configuration(proxyBeanMethods = false)
    static class OneLine {

        public static void main(String[] arguments) {
            try (var context = new SpringApplicationBuilder(OneLine.class)
                    .web(WebApplicationType.NONE)
                    .run(arguments)) {
                LoggerFactory.getLogger(OneLine.class)
                        .atInfo()
                        .addKeyValue("hotel", "SMP")
                        .log(context.isActive() ? MESSAGE : "");
            }
        }
    }
}
