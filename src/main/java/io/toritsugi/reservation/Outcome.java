package io.toritsugi.reservation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a telegram ended (domain notes §11). A telegram without an outcome is pending. */
public enum Outcome {
    IMPORTED,
    MODIFIED,
    CANCELLED,
    REJECTED;

    /** The spelling of the API and of the database. */
    @JsonValue
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The outcome that is spelled so. */
    public static Outcome of(String spelling) {
        return valueOf(spelling.toUpperCase(Locale.ROOT));
    }
}
