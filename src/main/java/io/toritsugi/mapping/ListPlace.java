package io.toritsugi.mapping;

import io.toritsugi.api.PageAsked;
import io.toritsugi.api.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The place in a list that is sorted by several texts, as a cursor holds it: joined by a character that none of them has. */
final class ListPlace {

    private static final String BETWEEN = "\u001f";

    private ListPlace() {}

    static String of(List<String> keys) {
        return String.join(BETWEEN, keys);
    }

    /**
     * The keys of the item after which the page begins; null for the first page.
     *
     * @throws ProblemException {@code request.invalid} when the cursor belongs to another list
     */
    static @Nullable List<String> after(PageAsked page, int keys) {
        if (page.after() == null) {
            return null;
        }
        var found = List.of(page.after().split(BETWEEN, -1));
        if (found.size() != keys) {
            throw ProblemException.ofField("cursor");
        }
        return found;
    }
}
