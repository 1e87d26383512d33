package io.toritsugi.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Availability held in memory, hotel by hotel, from the first time that somebody asks (ADR 0013). What this node commits is in it
 * when the commit returns; what other nodes commit, within a second, or at once for who reads the hotel's versions under its
 * lock ({@link HotelVersionStore#current}). Safe for many threads.
 */
@Component("availability")
class AvailabilityInMemory implements Availability {

    private static final Logger LOG = LoggerFactory.getLogger(AvailabilityInMemory.class);

    private static final Duration KEPT_UNUSED = Duration.ofHours(1);

    private final StoredAvailability tables;
    private final Clock clock;
    private final TransactionTemplate apart;
    private final ConcurrentMap<Integer, HeldAvailability> hotels = new ConcurrentHashMap<>();
    private final ConcurrentMap<Integer, Instant> lastAsked = new ConcurrentHashMap<>();

    AvailabilityInMemory(StoredAvailability tables, Clock clock, PlatformTransactionManager transactions) {
        this.tables = tables;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        apart.setReadOnly(true);
    }

    @Override
    public AvailabilityGrid of(int hotelId) {
        var now = clock.instant();
        noteAsked(hotelId, now);
        var held = hotels.get(hotelId);
        return held != null && held.current(now)
                ? held.grid()
                : refresh(hotelId).grid();
    }

    /** Takes in what a transaction of this node has committed. */
    void apply(int hotelId, InventoryChange change) {
        try {
            hotels.computeIfPresent(hotelId, (hotel, held) -> held.after(change));
        } catch (RuntimeException broken) {
            // It is committed: nobody may be told that it failed because memory did.
            LOG.error(
                    "Change {} of hotel {} cannot be taken in: the hotel is read anew", change.last(), hotelId, broken);
            hotels.remove(hotelId);
        }
    }

    /**
     * Takes in that the tables have come as far as this number, which is committed. Whoever asks next is not answered from
     * anything older.
     */
    void heardOf(int hotelId, long change) {
        var held = hotels.get(hotelId);
        if (held != null && held.reached() < change) {
            hotels.computeIfPresent(hotelId, (hotel, now) -> now.heardOf(change));
        }
    }

    /** Catches up with other nodes and with the calendar, and lets go of hotels that nobody has asked for; every second. */
    public void catchUp() {
        letGo();
        var before = Map.copyOf(hotels);
        if (before.isEmpty()) {
            return;
        }
        var now = clock.instant();
        tables.changes(before.keySet()).forEach((hotel, change) -> {
            forgetWhatNeverWas(hotel, before.get(hotel), change);
            heardOf(hotel, change);
            var held = hotels.get(hotel);
            if (held != null && !held.current(now)) {
                refresh(hotel);
            }
        });
    }

    /** What this node holds of a hotel; null when it holds nothing. */
    @Nullable
    HeldAvailability held(int hotelId) {
        return hotels.get(hotelId);
    }

    /** The hotels that this node holds. */
    Iterable<Integer> hotels() {
        return hotels.keySet();
    }

    /** Puts what was just read in the place of what is held. */
    HeldAvailability replace(int hotelId, AvailabilityAt fresh) {
        return Objects.requireNonNull(hotels.compute(
                hotelId, (hotel, held) -> (held == null ? HeldAvailability.awaited() : held).read(fresh)));
    }

    private HeldAvailability refresh(int hotelId) {
        // Held from now on, so that what is committed while it is being read is not lost.
        hotels.putIfAbsent(hotelId, HeldAvailability.awaited());
        // A transaction that has changed the hotel would read what may never be committed, under a number that another
        // one
        // will have.
        var fresh = InventoryChanges.uncommitted(hotelId)
                ? Objects.requireNonNull(apart.execute(status -> tables.read(hotelId)))
                : tables.read(hotelId);
        return replace(hotelId, fresh);
    }

    /** A database that was restored, or whose standby took over, may not know the latest commits. */
    private void forgetWhatNeverWas(int hotelId, HeldAvailability before, long change) {
        if (before.reached() > change) {
            LOG.warn(
                    "The tables of hotel {} went back from change {} to {}: read anew",
                    hotelId,
                    before.reached(),
                    change);
            hotels.remove(hotelId);
        }
    }

    private void noteAsked(int hotelId, Instant now) {
        var last = lastAsked.get(hotelId);
        // To the minute: the answer is asked for far more often than that, and by many threads.
        if (last == null || Duration.between(last, now).abs().toMinutes() >= 1) {
            lastAsked.put(hotelId, now);
        }
    }

    private void letGo() {
        var unused = clock.instant().minus(KEPT_UNUSED);
        lastAsked.forEach((hotel, asked) -> {
            if (asked.isBefore(unused) && lastAsked.remove(hotel, asked)) {
                hotels.remove(hotel);
            }
        });
    }
}
