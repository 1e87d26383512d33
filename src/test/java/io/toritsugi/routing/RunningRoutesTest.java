package io.toritsugi.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningRoutesTest {

    @TempDir
    Path directory;

    @Test
    void a_file_that_cannot_be_loaded_is_listed_with_its_error_behind_the_routes_that_run() throws Exception {
        write("broken.camel.yaml", "- route: [");
        write("good.camel.yaml", """
                - route:
                    id: good
                    description: does nothing
                    from:
                      uri: direct:good
                      steps:
                        - to:
                            uri: log:end
                """);
        try (var camel = new DefaultCamelContext()) {
            camel.start();
            var files = new RouteFiles(new RoutingSettings(directory.toString()));
            files.afterApplicationStart(camel);
            var routes = new RunningRoutes(camel, files).list();

            assertThat(routes).hasSize(2);
            assertThat(routes.get(0))
                    .isEqualTo(new RouteInForce("good", "started", "good.camel.yaml", null, "does nothing"));
            assertThat(routes.get(1).id()).isNull();
            assertThat(routes.get(1).state()).isEqualTo("broken");
            assertThat(routes.get(1).file()).isEqualTo("broken.camel.yaml");
            assertThat(routes.get(1).error()).isNotBlank();
        }
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(directory.resolve(file), text);
    }
}
