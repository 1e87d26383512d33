package io.toritsugi.hierarchy;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/** Holds the hierarchies in memory and reads one anew when its version moved. */
@Component
class RememberedHierarchies implements Hierarchies {

    private final HierarchyTables tables;
    private final ConcurrentMap<Integer, Hierarchy> held = new ConcurrentHashMap<>();

    RememberedHierarchies(HierarchyTables tables) {
        this.tables = tables;
    }

    @Override
    public Hierarchy of(int hotelId) {
        return of(hotelId, tables.version(hotelId));
    }

    @Override
    public Hierarchy of(int hotelId, long version) {
        var known = held.get(hotelId);
        if (known != null && known.version() >= version) {
            return known;
        }
        var read = tables.read(hotelId).compiled();
        return held.merge(hotelId, read, (one, other) -> one.version() > other.version() ? one : other);
    }
}
