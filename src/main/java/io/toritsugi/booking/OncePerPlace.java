package io.toritsugi.booking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Brings together lists that a telegram may carry in several places. The same row in two places is one; the same row twice
 * in one place is two (two parking lots).
 */
final class OncePerPlace<T> {

    private final Function<T, Object> sameness;
    private final Map<Object, Integer> taken = new HashMap<>();
    private final List<T> rows = new ArrayList<>();

    /** @param sameness what makes two rows of different places the same */
    OncePerPlace(Function<T, Object> sameness) {
        this.sameness = sameness;
    }

    void add(List<T> place) {
        if (place.isEmpty()) {
            return;
        }
        var here = new HashMap<Object, Integer>();
        for (var row : place) {
            var same = sameness.apply(row);
            var count = here.merge(same, 1, Integer::sum);
            if (count > taken.getOrDefault(same, 0)) {
                taken.put(same, count);
                rows.add(row);
            }
        }
    }

    List<T> rows() {
        return rows;
    }
}
