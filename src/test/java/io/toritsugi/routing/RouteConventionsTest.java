package io.toritsugi.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What an integration engineer may rely on in routes/: everything has a name to be found by, and nothing hides code. */
class RouteConventionsTest {

    /** What a route consists of, each with an id of its own. */
    private static final Set<String> NAMED =
            Set.of("route", "routeTemplate", "routeConfiguration", "from", "onException");

    private static final Set<String> BRANCHES = Set.of("doCatch", "doFinally", "when", "otherwise");

    private static final Set<String> CODE = Set.of(
            "script",
            "groovy",
            "java",
            "joor",
            "mvel",
            "spel",
            "ognl",
            "python",
            "js",
            "csimple",
            "datasonnet",
            "wasm");

    static Stream<Path> routeFiles() throws IOException {
        try (var files = Files.list(Path.of("routes"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("routeFiles")
    void every_route_and_every_step_has_an_id(Path file) {
        var nameless = new ArrayList<String>();
        walk(file, (place, part) -> {
            if (part instanceof Map<?, ?> body && isNamed(place) && !hasId(place, body)) {
                nameless.add(place);
            }
        });

        assertThat(nameless).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("routeFiles")
    void no_route_holds_code(Path file) {
        var code = new ArrayList<String>();
        walk(file, (place, part) -> {
            if (CODE.contains(last(place))) {
                code.add(place);
            }
        });

        assertThat(code).isEmpty();
    }

    @Test
    void an_id_is_given_once_in_all_files() throws IOException {
        var seen = new HashSet<Object>();
        var twice = new ArrayList<Object>();
        routeFiles()
                .forEach(file -> walk(file, (place, part) -> {
                    if (last(place).equals("id") && !seen.add(part)) {
                        twice.add(part);
                    }
                }));

        assertThat(seen).hasSizeGreaterThan(30);
        assertThat(twice).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("routeFiles")
    void a_file_is_a_route_file_and_begins_with_what_it_is_for(Path file) throws IOException {
        assertThat(file.getFileName().toString()).endsWith(".camel.yaml");
        assertThat(Files.readAllLines(file).get(0)).startsWith("# ");
    }

    private static boolean isNamed(String place) {
        var name = last(place);
        return NAMED.contains(name) || BRANCHES.contains(name) || isStep(place);
    }

    private static boolean isStep(String place) {
        var names = place.split("/");
        return names.length > 1 && names[names.length - 2].equals("steps");
    }

    private static boolean hasId(String place, Map<?, ?> body) {
        // A route inside a template is named by whoever instantiates it; a list of onException holds onExceptions.
        return (body.get("id") instanceof String id && !id.isBlank())
                || place.endsWith("routeTemplate/route")
                || body.containsKey("onException");
    }

    /** Visits every part of a file with the path of keys that leads to it; the places in lists are left out. */
    private static void walk(Path file, BiConsumer<String, Object> visitor) {
        try (var text = Files.newBufferedReader(file)) {
            Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            assertThat(content).isInstanceOf(List.class);
            walk(file.getFileName().toString(), content, visitor);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static void walk(String place, Object part, BiConsumer<String, Object> visitor) {
        if (part instanceof List<?> list) {
            list.forEach(element -> walk(place, element, visitor));
            return;
        }
        visitor.accept(place, part);
        if (part instanceof Map<?, ?> map) {
            map.forEach((key, value) -> walk(place + "/" + key, value, visitor));
        }
    }

    private static String last(String place) {
        return place.substring(place.lastIndexOf('/') + 1);
    }
}
