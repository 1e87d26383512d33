package io.toritsugi.booking;

import io.toritsugi.failure.FailureCode;
import org.jspecify.annotations.Nullable;

/** Refuses texts that no hotel ever meant to be so long. */
final class Lengths {

    private static final int LONGEST_TEXT = 10_000;

    private Lengths() {}

    /** A key: it stands in indexes. */
    static String key(String field, String text, int longest) {
        if (text.length() > longest) {
            throw Refusal.of(FailureCode.TEXT_TOO_LONG, field, "≤ " + longest, text.length());
        }
        return text;
    }

    /** A text that is shown wherever the reservation is. */
    static @Nullable String text(String field, @Nullable String text) {
        return text == null ? null : key(field, text, LONGEST_TEXT);
    }
}
