package io.toritsugi.intake.sftp;

import java.util.List;
import java.util.Locale;

/** Names under which clients write what is not whole yet; such a file waits until it is renamed. */
final class TemporaryName {

    private static final List<String> ENDINGS = List.of(".part", ".filepart", ".tmp", ".temp", "~");

    private TemporaryName() {}

    static boolean is(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(".") || ENDINGS.stream().anyMatch(lower::endsWith);
    }
}
