package io.toritsugi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents lead where they say. */
class DocumentsTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final Pattern FILE =
            Pattern.compile("(?<![\\w/$.])((?:src|routes|deploy|docs|db|bench)/[\\w./-]+\\w)");

    static Stream<Path> documents() throws IOException {
        try (var below = Files.walk(Path.of("docs"))) {
            return Stream.concat(
                    Stream.of(Path.of("README.md")),
                    below.filter(file -> file.toString().endsWith(".md")))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_link_leads_to_a_file(Path document) throws IOException {
        var lost = new ArrayList<String>();
        var link = LINK.matcher(Files.readString(document));
        while (link.find()) {
            if (!Files.exists(document.resolveSibling(link.group(1)))) {
                lost.add(link.group(1));
            }
        }

        assertThat(lost).isEmpty();
    }

    @Test
    void every_file_that_the_readme_names_is_there() throws IOException {
        var named = new ArrayList<String>();
        var file = FILE.matcher(Files.readString(Path.of("README.md")));
        while (file.find()) {
            named.add(file.group(1));
        }

        assertThat(named)
                .hasSizeGreaterThan(8)
                .allSatisfy(name -> assertThat(Path.of(name)).exists());
    }

    @Test
    void every_decision_stands_in_their_list_and_has_its_three_parts() throws IOException {
        var list = Files.readString(Path.of("docs/decisions/README.md"));
        List<Path> decisions;
        try (var files = Files.list(Path.of("docs/decisions"))) {
            decisions = files.filter(file -> file.getFileName().toString().matches("\\d{4}-.*\\.md"))
                    .toList();
        }

        assertThat(decisions).hasSizeGreaterThanOrEqualTo(8).allSatisfy(decision -> {
            assertThat(list).contains("(" + decision.getFileName() + ")");
            assertThat(Files.readString(decision)).contains("**Context.**", "**Decision.**", "**Consequences.**");
        });
    }
}
