package io.toritsugi.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What the garbage collector of an application wrote down: how much memory it really held. */
final class HeapWatch {

    // [12.345s][info][gc] GC(42) Pause Young (Normal) (G1 Evacuation Pause) 312M->98M(512M) 5.678ms
    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\((\\d+)M\\)");

    private static final String ROUND_BEGINS = "Concurrent Start";

    private final Path log;

    HeapWatch(ApplicationProcess application) {
        this.log = application.home().resolve("gc.log");
    }

    /**
     * The most megabytes that were held. A single collection leaves behind what it did not look at; what a whole round of
     * them, from one marking to the next, leaves at its lowest was really in use.
     */
    int mostHeld() {
        try (var lines = Files.lines(log)) {
            int most = 0;
            int lowest = Integer.MAX_VALUE;
            for (var line : (Iterable<String>) lines::iterator) {
                var collection = COLLECTION.matcher(line);
                if (!collection.find()) {
                    continue;
                }
                if (line.contains(ROUND_BEGINS)) {
                    most = lowest == Integer.MAX_VALUE ? most : Math.max(most, lowest);
                    lowest = Integer.MAX_VALUE;
                }
                lowest = Math.min(lowest, Integer.parseInt(collection.group(2)));
            }
            return lowest == Integer.MAX_VALUE ? most : Math.max(most, lowest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
