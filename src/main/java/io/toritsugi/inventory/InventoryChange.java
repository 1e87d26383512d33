package io.toritsugi.inventory;

import java.util.ArrayList;
import java.util.List;

/**
 * What one transaction changed of a hotel. Its numbers are those that {@code hotel_version.inventory} went through; nobody else
 * has any between them.
 *
 * @param first the number after its first change
 * @param last the number that it committed
 * @param counters every night that it touched, in the order of touching
 * @param complete whether the counters say all that it changed; if not, the tables have to be read again
 */
record InventoryChange(long first, long last, List<NightCounter> counters, boolean complete) {

    InventoryChange {
        counters = List.copyOf(counters);
    }

    /** Both, of one transaction. */
    InventoryChange and(InventoryChange later) {
        var all = new ArrayList<>(counters);
        all.addAll(later.counters);
        return new InventoryChange(first, later.last, all, complete && later.complete);
    }
}
