package io.toritsugi.hierarchy;

import io.swagger.v3.oas.annotations.media.Schema;
import io.toritsugi.hierarchy.UpgradeEdge.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A relation as the API shows it and as history keeps it: types by their codes.
 *
 * @param id null until it is stored
 */
@Schema(name = "HierarchyEdge")
record Edge(
        @Nullable @Schema(description = "Null in what was validated and not stored")
        Long id,

        @Schema(example = "SGL") String from,
        @Schema(example = "DBL") String to,

        @Schema(example = "1", description = "1 is best") int priority,

        @Schema(description = "Whether decisions follow it") boolean active,

        Kind kind) {

    Pair pair() {
        return new Pair(from, to);
    }

    Edge withId(@Nullable Long number) {
        return new Edge(number, from, to, priority, active, kind);
    }

    /** As people name it, and as the flags of a reservation write it. */
    String name() {
        return from + "->" + to;
    }

    /** What it joins; a hotel has one relation for each. */
    record Pair(String from, String to) {}
}
