package io.toritsugi.reservation;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Where it is kept which rooms were given another type: beside the telegrams, so that whoever folds a booking again, on
 * whichever node, comes to the same (ADR 0010, 0015). The table of overrides is behind it.
 */
public interface RoomDecisions {

    /** What counts for these telegrams; telegrams about whose rooms nothing was decided are left out. */
    Map<Long, RoomAssignment> of(Collection<Long> telegramIds);

    /** Lets these count from now on, in the caller's transaction, under the lock of the hotel; corrections stay as they are. */
    void record(List<RoomDecision> decisions);
}
