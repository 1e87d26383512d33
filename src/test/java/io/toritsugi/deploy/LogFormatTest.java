package io.toritsugi.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

@ExtendWith(OutputCaptureExtension.class)
class LogFormatTest {

    private static final String FORMAT = "TORITSUGI_LOG_FORMAT";

    @AfterEach
    void back_to_lines_for_people() {
        System.clearProperty(FORMAT);
        logOnce("back");
    }

    @Test
    void a_line_is_for_people_unless_asked_otherwise(CapturedOutput output) {
        logOnce("見えますか");

        assertThat(output.getOut().lines().filter(line -> line.contains("見えますか")))
                .singleElement()
                .asString()
                .contains("INFO")
                .doesNotStartWith("{");
    }

    @Test
    void a_line_is_a_json_document_where_it_is_collected(CapturedOutput output) throws IOException {
        System.setProperty(FORMAT, "ecs");

        logOnce("見えますか");

        List<String> lines =
                output.getOut().lines().filter(line -> line.contains("見えますか")).toList();
        assertThat(lines).hasSize(1);
        var line = new ObjectMapper().readTree(lines.get(0));
        assertThat(line.at("/log/level").asText()).isEqualTo("INFO");
        assertThat(line.at("/service/name").asText()).isEqualTo("toritsugi");
        assertThat(line.path("message").asText()).isEqualTo("見えますか");
        assertThat(line.path("hotel").asText()).isEqualTo("SMP");
    }

    private static void logOnce(String message) {
        try (var context = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .run()) {
            assertThat(context.isActive()).isTrue();
            LoggerFactory.getLogger(LogFormatTest.class)
                    .atInfo()
                    .addKeyValue("hotel", "SMP")
                    .log(message);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}
}
