package io.toritsugi.hierarchy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * What a change did, small enough to keep.
 *
 * @param before the edges that are gone or were otherwise, or the rules as they were
 * @param after the edges that are new or otherwise now, or the rules as they are
 */
record Difference(What what, Object before, Object after) {

    static Difference between(HierarchyState before, HierarchyState after) {
        return before.edges().equals(after.edges())
                ? new Difference(What.RULES, before.rules(), after.rules())
                : new Difference(
                        What.EDGES, without(before.edges(), after.edges()), without(after.edges(), before.edges()));
    }

    private static List<Edge> without(List<Edge> edges, List<Edge> others) {
        var unchanged = new HashSet<>(others);
        return edges.stream().filter(edge -> !unchanged.contains(edge)).toList();
    }

    /** A change is of relations or of rules. */
    enum What {
        EDGES,
        RULES;

        /** The spelling of the API and of the database. */
        @JsonValue
        String spelling() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
