package io.toritsugi.monitor;

import io.toritsugi.access.Audit;
import io.toritsugi.access.HotelRef;
import io.toritsugi.database.SqlFile;
import io.toritsugi.inventory.AvailabilityAgreed;
import io.toritsugi.inventory.AvailabilityDrifted;
import io.toritsugi.inventory.AvailabilityDrifted.Kept;
import io.toritsugi.inventory.DriftedCounter;
import io.toritsugi.inventory.DriftedCounter.Counter;
import io.toritsugi.inventory.HotelLock;
import io.toritsugi.inventory.MendInventory;
import io.toritsugi.inventory.NightKey;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts what hotels hold and compares it with the table of nights, from the hotel's today on. What differs is told and left as
 * it is: the table decides who gets a room, so it changes by a person's hand.
 */
@Component("stocktaking")
class Stocktaking {

    private static final String DRIFT = SqlFile.text("monitor/inventory-drift");

    private final JdbcClient jdbc;
    private final HotelLock lock;
    private final MendInventory inventory;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Stocktaking(
            JdbcClient jdbc,
            HotelLock lock,
            MendInventory inventory,
            Audit audit,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.inventory = inventory;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.clock = clock;
    }

    /** Takes stock of every hotel, one after the other, and tells what was found. */
    public void ofAllHotels() {
        var inOrder = new ArrayList<Integer>();
        for (var hotel : hotels()) {
            var drift = drift(hotel);
            if (drift.isEmpty()) {
                inOrder.add(hotel.id());
            } else {
                publish(new AvailabilityDrifted(hotel.id(), Kept.TABLE, drift, clock.instant()));
            }
        }
        publish(new AvailabilityAgreed(inOrder, Kept.TABLE, clock.instant()));
    }

    /** What differs now, by type and night; empty when all is in order. */
    List<DriftedCounter> drift(HotelRef hotel) {
        return found(hotel).stream().map(Found::drifted).toList();
    }

    /**
     * Puts the table right, under the lock of the hotel.
     *
     * @return what was wrong
     */
    @Transactional
    List<DriftedCounter> mend(HotelRef hotel) {
        lock.hold(hotel.id());
        var found = found(hotel);
        if (found.isEmpty()) {
            return List.of();
        }
        inventory.mend(
                hotel.id(),
                hotel.today(clock),
                found.stream()
                        .filter(night -> night.drifted().counter() == Counter.SOLD)
                        .collect(Collectors.toMap(
                                Found::key, night -> night.drifted().expected())));
        var before = found.stream().map(Found::drifted).toList();
        audit.record("inventory.mended", hotel.id(), hotel.code(), before, drift(hotel));
        events.publishEvent(new AvailabilityAgreed(List.of(hotel.id()), Kept.TABLE, clock.instant()));
        return before;
    }

    private List<Found> found(HotelRef hotel) {
        return jdbc.sql(DRIFT)
                .param("hotel", hotel.id())
                .param("today", hotel.today(clock))
                .query((row, number) -> {
                    var night = row.getObject("night", LocalDate.class);
                    return new Found(
                            new NightKey(row.getInt("room_type_id"), night),
                            new DriftedCounter(
                                    row.getString("room_type"),
                                    night,
                                    Counter.valueOf(row.getString("counter")),
                                    row.getInt("expected"),
                                    row.getInt("found")));
                })
                .list();
    }

    private List<HotelRef> hotels() {
        return jdbc.sql("select id, code, time_zone from hotel order by id")
                .query((row, number) ->
                        new HotelRef(row.getInt("id"), row.getString("code"), ZoneId.of(row.getString("time_zone"))))
                .list();
    }

    private void publish(Object event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    private record Found(NightKey key, DriftedCounter drifted) {}
}
