package io.toritsugi.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the garbage collector of an application wrote down: how much memory it really held. */
final class HeapWatch {

    // [12.345s][info][gc] GC(42) Pause Young (Normal) (G1 Evacuation Pause) 312M->98M(512M) 5.678ms
    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\((\\d+)M\\)");

    private final Path log;

    HeapWatch(ApplicationProcess application) {
        this.log = application.home().resolve("gc.log");
    }

    /** The most megabytes that were in use after a collection: what was held and not just lying about. */
    int mostHeld() {
        try (var lines = Files.lines(log)) {
            return lines.map(COLLECTION::matcher)
                    .filter(Matcher::find)
                    .mapToInt(collection -> Integer.parseInt(collection.group(2)))
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
