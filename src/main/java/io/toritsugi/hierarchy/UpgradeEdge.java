package io.toritsugi.hierarchy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * One relation of a hotel's hierarchy: a guest of one type may be given another (R1.1).
 *
 * @param fromTypeId the type that was booked, or one that is passed through
 * @param toTypeId the type that may be given in its place
 * @param priority 1 is best; compared step by step along a path (R1.3)
 * @param active whether decisions follow it; a closed relation is kept, and counts for cycles
 */
public record UpgradeEdge(int fromTypeId, int toTypeId, int priority, Kind kind, boolean active) {

    /** To a better type, or to another of the same rank. */
    public enum Kind {
        UP,
        SIDEWAYS;

        /** The spelling of the API and of the database. */
        @JsonValue
        String spelling() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
