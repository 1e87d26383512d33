package io.toritsugi.reservation;

import io.toritsugi.inventory.InventoryStore;
import io.toritsugi.inventory.NightKey;
import io.toritsugi.inventory.NightLedger;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The nights that a batch takes and gives back, under the lock of its hotels. What the bookings ask for is loaded at once; the
 * nights of other types only when some booking finds no room, and then for all that find none. Not thread-safe.
 */
final class NightsOfBatch {

    private final InventoryStore inventory;
    private final List<BookingCase> cases;
    private final NightLedger ledger;

    NightsOfBatch(InventoryStore inventory, List<BookingCase> cases) {
        this.inventory = inventory;
        this.cases = List.copyOf(cases);
        var nights = new TreeSet<NightKey>();
        cases.forEach(bookingCase -> nights.addAll(bookingCase.nights()));
        this.ledger = inventory.load(nights);
    }

    /** As {@link NightLedger#replace}. */
    SortedSet<NightKey> replace(Map<NightKey, Integer> held, Map<NightKey, Integer> wanted) {
        return ledger.replace(held, wanted);
    }

    /** As {@link NightLedger#lacking}. */
    SortedSet<NightKey> lacking(Map<NightKey, Integer> held, Map<NightKey, Integer> wanted) {
        return ledger.lacking(held, wanted);
    }

    /** As {@link NightLedger#free}. */
    int free(NightKey night) {
        return ledger.free(night);
    }

    /** As {@link NightLedger#movedOn}. */
    int movedOn(NightKey night) {
        return ledger.movedOn(night);
    }

    /** As {@link NightLedger#moved}. */
    SortedMap<NightKey, Integer> moved() {
        return ledger.moved();
    }

    /** Makes sure of these nights, which somebody who found no room could take; of these types for all others like him. */
    void alsoLoad(int hotelId, Collection<NightKey> wanted, Set<Integer> types) {
        if (wanted.stream().allMatch(ledger::knows)) {
            return;
        }
        var nights = new TreeSet<>(wanted);
        for (var date : datesThatLack(hotelId)) {
            types.forEach(type -> nights.add(new NightKey(type, date)));
        }
        nights.removeIf(ledger::knows);
        ledger.include(inventory.load(nights));
    }

    private Set<LocalDate> datesThatLack(int hotelId) {
        var dates = new TreeSet<LocalDate>();
        for (var bookingCase : cases) {
            if (bookingCase.hotelId() == hotelId) {
                for (var telegram : bookingCase.telegrams()) {
                    telegram.placeable()
                            .map(MappedStay::nights)
                            .filter(nights -> !ledger.lacking(bookingCase.heldNights(), nights)
                                    .isEmpty())
                            .ifPresent(nights -> nights.keySet().forEach(night -> dates.add(night.night())));
                }
            }
        }
        return dates;
    }
}
