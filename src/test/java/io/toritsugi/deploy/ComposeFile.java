package io.toritsugi.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** docker-compose.yml as Docker would read it, as far as tests ask. */
final class ComposeFile {

    /** {@code ${NAME}}, {@code ${NAME:-default}}, {@code ${NAME:?message}}. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(?::([-?])([^}]*))?}");

    private final Map<String, Object> content;

    private ComposeFile(Map<String, Object> content) {
        this.content = content;
    }

    static ComposeFile read() {
        return new ComposeFile(map(yaml(Path.of("docker-compose.yml"))));
    }

    static Object yaml(Path file) {
        try (var text = Files.newBufferedReader(file)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Map<String, Map<String, Object>> services() {
        return map(content.get("services")).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, service -> map(service.getValue())));
    }

    Map<String, Object> volumes() {
        return map(content.get("volumes"));
    }

    Map<String, Object> service(String name) {
        return services().get(name);
    }

    /** The environment of a service, variables replaced by these values or their defaults. */
    Map<String, String> environment(String service, Map<String, String> variables) {
        var environment = new LinkedHashMap<String, String>();
        map(service(service).get("environment"))
                .forEach((name, value) -> environment.put(name, replaced(String.valueOf(value), variables)));
        return environment;
    }

    /** Every variable that the file takes from outside, and what it does without: {@code ?}, {@code -}, or nothing. */
    Map<String, String> variables() {
        var variables = new LinkedHashMap<String, String>();
        var matcher = VARIABLE.matcher(String.valueOf(content));
        while (matcher.find()) {
            variables.put(matcher.group(1), matcher.group(2) == null ? "" : matcher.group(2));
        }
        return variables;
    }

    private static String replaced(String text, Map<String, String> variables) {
        return VARIABLE.matcher(text).replaceAll(match -> {
            var value = variables.get(match.group(1));
            if (value == null && !"-".equals(match.group(2))) {
                throw new IllegalArgumentException(match.group(1) + " is not set");
            }
            return Matcher.quoteReplacement(value == null ? match.group(3) : value);
        });
    }

    static List<String> texts(Object list) {
        return list instanceof List<?> texts
                ? texts.stream().map(String::valueOf).toList()
                : List.of();
    }

    @SuppressWarnings("unchecked") // keys are texts in every file that is read here
    static Map<String, Object> map(Object part) {
        return part == null ? Map.of() : (Map<String, Object>) part;
    }
}
