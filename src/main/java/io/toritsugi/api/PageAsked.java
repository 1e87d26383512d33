package io.toritsugi.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for: {@code ?cursor=…&limit=…}. A controller takes it as a parameter.
 *
 * @param after the sort key of the last item seen; null for the first page
 * @param limit how many items at most, 1 to 500, 50 unless said
 */
public record PageAsked(@Nullable String after, int limit) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 500;

    /** The first page of the default size. */
    public static PageAsked first() {
        return new PageAsked(null, DEFAULT_LIMIT);
    }

    /**
     * What the two query parameters ask for.
     *
     * @throws ProblemException {@code request.invalid} when the cursor is none of ours or the limit is out of bounds
     */
    public static PageAsked of(@Nullable String cursor, @Nullable String limit) {
        var after = cursor == null || cursor.isBlank() ? null : decoded(cursor);
        return new PageAsked(after, limit == null || limit.isBlank() ? DEFAULT_LIMIT : limit(limit));
    }

    /** How many rows to read for the page: one more than it shows. */
    public int rows() {
        return limit + 1;
    }

    /**
     * The sort key as a number, for lists sorted by one.
     *
     * @throws ProblemException {@code request.invalid} when the cursor belongs to another list
     */
    public @Nullable Long afterNumber() {
        if (after == null) {
            return null;
        }
        try {
            return Long.valueOf(after);
        } catch (NumberFormatException otherList) {
            throw ProblemException.ofField("cursor");
        }
    }

    static String cursor(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            throw ProblemException.ofField("cursor");
        }
    }

    private static int limit(String asked) {
        try {
            var limit = Integer.parseInt(asked.strip());
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException notANumber) {
            throw ProblemException.ofField("limit");
        }
        throw ProblemException.ofField("limit");
    }
}
