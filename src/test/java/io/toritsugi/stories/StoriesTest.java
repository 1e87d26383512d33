package io.toritsugi.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.toritsugi.api.HttpTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The stories of {@code frontend/stories}: a real browser, driven by Playwright under Vitest, against this application and its
 * database. Each of them is a test of its own here. Some files alone: {@code mvn test -Dtest=StoriesTest
 * -Dtoritsugi.stories="shell outputs"}.
 */
@HttpTest
class StoriesTest {

    private static final Path FRONTEND = Path.of("frontend");
    private static final Path OUT = Path.of("target", "stories").toAbsolutePath();

    @LocalServerPort
    int port;

    @TestFactory
    Stream<DynamicNode> what_people_do() throws IOException, InterruptedException {
        assertThat(getClass().getResource("/static/index.html"))
                .as("the built UI; mvn process-resources builds it")
                .isNotNull();
        Files.createDirectories(OUT);
        var report = OUT.resolve("report.xml");
        Files.deleteIfExists(report);
        var log = OUT.resolve("out.log");
        var ended = tell(report, log);
        assertThat(report)
                .as("the report of the stories; they said: %s", end(log))
                .exists();
        var stories = StoryReport.read(report);
        assertThat(stories).as("stories").isNotEmpty();
        return Stream.concat(
                stories.stream().map(StoryReport.Story::test), Stream.of(StoryReport.whole(ended, stories, end(log))));
    }

    private int tell(Path report, Path log) throws IOException, InterruptedException {
        var words = new ArrayList<>(
                List.of("node", "node_modules/vitest/vitest.mjs", "run", "--config", "vitest.stories.config.ts"));
        words.addAll(List.of(System.getProperty("toritsugi.stories", "").split(" ")));
        words.removeIf(String::isEmpty);
        var command = new ProcessBuilder(words)
                .directory(FRONTEND.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        command.environment().put("TORITSUGI_URL", "http://127.0.0.1:" + port);
        command.environment().put("TORITSUGI_ADMIN_PASSWORD", HttpTest.ADMIN_PASSWORD);
        command.environment().put("TORITSUGI_INTAKE_KEY", HttpTest.INTAKE_KEY);
        command.environment().put("STORIES_REPORT", report.toString());
        command.environment().put("NO_COLOR", "1");
        var running = command.start();
        try {
            assertThat(running.waitFor(15, TimeUnit.MINUTES))
                    .as("all stories told")
                    .isTrue();
            return running.exitValue();
        } finally {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
        }
    }

    private static String end(Path log) throws IOException {
        var lines = Files.exists(log) ? Files.readAllLines(log) : List.<String>of();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }
}
