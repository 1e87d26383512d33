package io.toritsugi.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, in the form of every list of the API: {@code {"items":[…],"next":cursor|null}}.
 *
 * @param items what the page holds, in the list's order
 * @param next the cursor that asks for the page after this one; null when this is the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /** A list that has one page only. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }

    /**
     * The page made of rows that were read with {@link PageAsked#rows()} as their limit: one more than the page holds, to
     * see whether there is another.
     *
     * @param keyOf the value of a row by which the list is sorted and goes on; unique in the list
     */
    public static <T> Page<T> of(List<T> rows, PageAsked asked, Function<T, Object> keyOf) {
        if (rows.size() <= asked.limit()) {
            return new Page<>(rows, null);
        }
        var shown = rows.subList(0, asked.limit());
        return new Page<>(shown, PageAsked.cursor(String.valueOf(keyOf.apply(shown.get(shown.size() - 1)))));
    }

    /** The same page with its items in another form. */
    public <R> Page<R> map(Function<T, R> form) {
        return new Page<>(items.stream().map(form).toList(), next);
    }
}
