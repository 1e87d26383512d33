package io.toritsugi.reservation;

import io.toritsugi.hierarchy.Hierarchies;
import io.toritsugi.hierarchy.Hierarchy;
import io.toritsugi.hierarchy.UpgradeEdge;
import io.toritsugi.hierarchy.UpgradeRules.Placement;
import io.toritsugi.inventory.Availability;
import io.toritsugi.inventory.RoomTypeRef;
import io.toritsugi.inventory.TypeFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * By what rules the hotels of one batch give another type than was booked. Read when a booking first needs them: most batches
 * never do. Not thread-safe.
 */
final class UpgradePolicies {

    private final Hierarchies hierarchies;
    private final Availability availability;
    private final Map<Integer, Hierarchy> read = new HashMap<>();
    private final Map<Integer, List<TypeFacts>> types = new HashMap<>();

    UpgradePolicies(Hierarchies hierarchies, Availability availability) {
        this.hierarchies = hierarchies;
        this.availability = availability;
    }

    /** What the hotel lets the import do by itself. */
    Placement placement(int hotelId) {
        return hierarchy(hotelId).rules().placement();
    }

    /** Which relations and rules these are, for the record. */
    long version(int hotelId) {
        return hierarchy(hotelId).version();
    }

    /** Whether a type sleeps so many guests, where the hotel asks for it; a type that is no more sleeps nobody. */
    boolean sleeps(int hotelId, int typeId, int guests) {
        return !hierarchy(hotelId).rules().capacityRequired()
                || types(hotelId).stream().anyMatch(type -> type.id() == typeId && type.capacity() >= guests);
    }

    /** Whole yen a night: the base rate of the one type less that of the other; 0 where one of them is no more. */
    int priceDifference(int hotelId, RoomTypeRef from, RoomTypeRef to) {
        var dearer = type(hotelId, to.code());
        var cheaper = type(hotelId, from.code());
        return dearer.isEmpty() || cheaper.isEmpty()
                ? 0
                : dearer.get().baseRate() - cheaper.get().baseRate();
    }

    /** A type of the hotel by its code. */
    Optional<TypeFacts> type(int hotelId, String code) {
        return types(hotelId).stream().filter(type -> type.code().equals(code)).findFirst();
    }

    /** A type of the hotel by its number. */
    Optional<RoomTypeRef> type(int hotelId, int typeId) {
        return types(hotelId).stream()
                .filter(type -> type.id() == typeId)
                .map(TypeFacts::ref)
                .findFirst();
    }

    /** The types that the hotel's relations lead to. */
    Set<Integer> upgrades(int hotelId) {
        return hierarchy(hotelId).edges().stream().map(UpgradeEdge::toTypeId).collect(Collectors.toSet());
    }

    private Hierarchy hierarchy(int hotelId) {
        return read.computeIfAbsent(hotelId, hierarchies::of);
    }

    private List<TypeFacts> types(int hotelId) {
        return types.computeIfAbsent(hotelId, hotel -> availability.of(hotel).types());
    }
}
