package io.toritsugi.inventory;

import io.toritsugi.inventory.AvailabilityDrifted.Kept;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares what this node holds in memory with the tables, hotel by hotel, number by number, and puts right what differs. Each
 * hotel is compared under its lock: nothing moves meanwhile, and both sides are of the same change.
 */
@Component("compareAvailability")
class CompareAvailability {

    private final AvailabilityInMemory memory;
    private final StoredAvailability tables;
    private final HotelLock lock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CompareAvailability(
            AvailabilityInMemory memory,
            StoredAvailability tables,
            HotelLock lock,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.memory = memory;
        this.tables = tables;
        this.lock = lock;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.clock = clock;
    }

    /** Compares every hotel that is held now; tells what differs, and which hotels are in order. */
    public void compare() {
        var inOrder = new ArrayList<Integer>();
        for (int hotel : memory.hotels()) {
            if (Boolean.TRUE.equals(transaction.execute(status -> compare(hotel)))) {
                inOrder.add(hotel);
            }
        }
        if (!inOrder.isEmpty()) {
            transaction.executeWithoutResult(
                    status -> events.publishEvent(new AvailabilityAgreed(inOrder, Kept.MEMORY, clock.instant())));
        }
    }

    private boolean compare(int hotelId) {
        lock.hold(hotelId);
        var fresh = tables.read(hotelId);
        var held = memory.held(hotelId);
        if (held == null || held.base() == null || !sameMoment(held.base(), fresh)) {
            // Another node was faster, or midnight: that is no drift, and the next tick catches up.
            return false;
        }
        List<DriftedCounter> drifted =
                GridComparison.of(fresh.grid(), held.base().grid());
        if (!drifted.isEmpty()) {
            memory.replace(hotelId, fresh);
            events.publishEvent(new AvailabilityDrifted(hotelId, Kept.MEMORY, drifted, clock.instant()));
        }
        return drifted.isEmpty();
    }

    private static boolean sameMoment(AvailabilityAt held, AvailabilityAt fresh) {
        return held.change() == fresh.change() && held.from().equals(fresh.from());
    }
}
