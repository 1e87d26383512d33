package io.toritsugi.hierarchy;

import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code If-Match}: which version a change was made for.
 *
 * @param header as sent; null: for whichever there is, the last one wins
 */
record IfMatch(@Nullable String header) {

    /** The value of {@code ETag} for a version. */
    static String tag(long version) {
        return "\"" + version + "\"";
    }

    boolean given() {
        return header != null;
    }

    /**
     * Goes on only when the change was made for this version.
     *
     * @throws ProblemException {@code hierarchy.stale}
     */
    void require(long version) {
        if (!admits(version)) {
            throw stale(version);
        }
    }

    /** The refusal of a change that was made for another version than this. */
    static ProblemException stale(long version) {
        return new ProblemException(
                ProblemCode.HIERARCHY_STALE, Map.of("version", String.valueOf(version)), Map.of("version", version));
    }

    /** A weak tag counts as well: proxies that compress make ours weak. */
    private boolean admits(long version) {
        return header == null
                || Arrays.stream(header.split(","))
                        .map(String::strip)
                        .anyMatch(tag ->
                                tag.equals("*") || tag.replaceFirst("^W/", "").equals(tag(version)));
    }
}
