package io.toritsugi.reservation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of a booking as all its telegrams describe it, and what that means for each of them.
 *
 * @param state what the hotel holds now; empty when it holds nothing of this booking
 * @param verdicts by telegram number, for those about which something was decided
 */
record FoldedBooking(Optional<State> state, Map<Long, Verdict> verdicts) {

    /**
     * @param standing the new or modification that the reservation shows
     * @param placed whether the stay has rooms
     * @param rooms the stay with its rooms; null when it has none, or as they are where it cannot be read any more
     * @param cancelled whether it is cancelled; holds no nights then
     * @param cancellationCharge yen; null unless cancelled
     */
    record State(
            FoldTelegram standing,
            boolean placed,
            @Nullable MappedStay rooms,
            boolean cancelled,
            @Nullable Long cancellationCharge,
            List<String> flags,
            int revision) {}
}
