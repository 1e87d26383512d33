package io.toritsugi.inventory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What this node knows of one hotel. It only ever goes forward: a change is applied when the one before it was, whatever the
 * order in which threads bring them after their commits, and what has been read replaces nothing that is newer. Never changes;
 * each step answers the next state.
 *
 * @param base what is answered from; null until it was read for the first time
 * @param parked changes that came before the one that they follow, the lowest number first
 * @param reached the highest number of a change that this node has heard of
 */
record HeldAvailability(@Nullable AvailabilityAt base, List<InventoryChange> parked, long reached) {

    private static final Comparator<InventoryChange> BY_NUMBER = Comparator.comparingLong(InventoryChange::first);

    /** A hotel that is about to be read; changes committed meanwhile are not lost. */
    static HeldAvailability awaited() {
        return new HeldAvailability(null, List.of(), 0);
    }

    /** Whether it may be answered from: nothing is known that is not in it, and its first night is the hotel's today. */
    boolean current(Instant now) {
        return base != null && base.change() >= reached && base.ofToday(now);
    }

    /**
     * What to answer.
     *
     * @throws IllegalStateException when it was never read
     */
    AvailabilityGrid grid() {
        if (base == null) {
            throw new IllegalStateException("Availability is answered from before it was read");
        }
        return base.grid();
    }

    /** After a transaction of this node was committed. */
    HeldAvailability after(InventoryChange change) {
        if (base != null && change.last() <= base.change()) {
            return this;
        }
        long heardOf = Math.max(reached, change.last());
        if (!change.complete()) {
            return new HeldAvailability(base, parked, heardOf);
        }
        var waiting = Stream.concat(parked.stream(), Stream.of(change))
                .sorted(BY_NUMBER)
                .toList();
        return on(base, waiting, heardOf);
    }

    /** After the tables were seen to have come as far as this number. */
    HeldAvailability heardOf(long change) {
        return change <= reached ? this : new HeldAvailability(base, parked, change);
    }

    /** After the tables were read. */
    HeldAvailability read(AvailabilityAt fresh) {
        return base != null && base.change() > fresh.change()
                ? this
                : on(fresh, parked, Math.max(reached, fresh.change()));
    }

    private static HeldAvailability on(@Nullable AvailabilityAt base, List<InventoryChange> waiting, long reached) {
        if (base == null) {
            return new HeldAvailability(null, waiting, reached);
        }
        var next = base.after(waiting);
        var left = waiting.stream()
                .filter(change -> change.first() > next.change())
                .toList();
        return new HeldAvailability(next, left, reached);
    }
}
