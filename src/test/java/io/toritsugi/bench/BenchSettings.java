package io.toritsugi.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much is measured.
 *
 * @param directory where data, answers and the report go; emptied at the start
 * @param rounds how often every phase is measured
 * @param telegrams of one bulk answer, and rows that C writes
 * @param pushes single telegrams of one push phase
 * @param singles transactions of P1, and of each connection of P8
 * @param durable whether the embedded PostgreSQL calls fsync; false only where the loader itself is tested
 * @param javaOptions for the application
 */
record BenchSettings(
        Path directory, int rounds, int telegrams, int pushes, int singles, boolean durable, List<String> javaOptions) {

    /** Reads {@code --rounds=3 --telegrams=20000 --pushes=2000 --singles=1500 --java=-Xmx512m}; each may be left out. */
    static BenchSettings of(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (var argument : arguments) {
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--") || equals < 0) {
                throw new IllegalArgumentException("Expected --name=value, found " + argument);
            }
            given.put(argument.substring(2, equals), argument.substring(equals + 1));
        }
        var settings = new BenchSettings(
                Path.of(take(given, "directory", "target/bench/load")).toAbsolutePath(),
                Integer.parseInt(take(given, "rounds", "3")),
                Integer.parseInt(take(given, "telegrams", "20000")),
                Integer.parseInt(take(given, "pushes", "2000")),
                Integer.parseInt(take(given, "singles", "1500")),
                Boolean.parseBoolean(take(given, "durable", "true")),
                List.of(take(given, "java", "-Xmx512m").split(" ")));
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("Unknown: " + given.keySet());
        }
        return settings;
    }

    private static String take(Map<String, String> given, String name, String otherwise) {
        var value = given.remove(name);
        return value == null ? otherwise : value;
    }
}
