package io.toritsugi.conformance.suite;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the suite is told at its start.
 *
 * @param base where the instance listens; null starts one for this run
 * @param adminPassword of the user {@code admin}; without meaning where {@code base} is null
 * @param only names of cases; empty means all
 * @param patience how long an outcome, or something that heals by itself, may take
 * @param writeDocs whether {@code docs/conformance.md} gets this run's results
 */
record SuiteOptions(
        @Nullable URI base,
        String adminPassword,
        List<String> only,
        Duration patience,
        Path report,
        boolean writeDocs) {

    static final String USAGE = """
            conformance/run --base=http://localhost:8080 --admin-password=…
                            [--only=case,case] [--patience=20] [--report=target/conformance] [--write-docs]
            Without --base it starts an instance of its own. The password may also come as TORITSUGI_ADMIN_PASSWORD.
            """;

    /** @throws IllegalArgumentException when an option is unknown or the password is missing */
    static SuiteOptions of(Map<String, String> environment, String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (var argument : arguments) {
            int equals = argument.indexOf('=');
            given.put(
                    equals < 0 ? argument : argument.substring(0, equals),
                    equals < 0 ? "true" : argument.substring(equals + 1));
        }
        var base = given.remove("--base");
        var password = given.remove("--admin-password");
        var only = given.remove("--only");
        var options = new SuiteOptions(
                base == null ? null : URI.create(base),
                password == null ? environment.getOrDefault("TORITSUGI_ADMIN_PASSWORD", "") : password,
                only == null
                        ? List.of()
                        : Arrays.stream(only.split(",")).map(String::strip).toList(),
                Duration.ofSeconds(Long.parseLong(given.getOrDefault("--patience", "20"))),
                Path.of(given.getOrDefault("--report", "target/conformance")),
                Boolean.parseBoolean(given.getOrDefault("--write-docs", "false")));
        given.keySet().removeAll(List.of("--patience", "--report", "--write-docs"));
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("Unknown: " + given.keySet());
        }
        if (base != null && options.adminPassword().isEmpty()) {
            throw new IllegalArgumentException("The password of the user admin is missing (--admin-password=…)");
        }
        return options;
    }
}
