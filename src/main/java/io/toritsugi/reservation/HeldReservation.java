package io.toritsugi.reservation;

import io.toritsugi.inventory.NightKey;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the hotel holds of a booking before the batch.
 *
 * @param standingTelegram the new or modification that stands
 * @param status as in the database
 * @param placed whether it has rooms; a booking that was cancelled before it could be placed has none
 * @param nights rooms per night that it takes now; empty when cancelled
 * @param cancellationCharge yen; null unless cancelled
 */
record HeldReservation(
        UUID id,
        BookingKey booking,
        long standingTelegram,
        String status,
        int revision,
        boolean placed,
        Map<NightKey, Integer> nights,
        @Nullable Long cancellationCharge,
        Instant createdAt) {

    /** Checked in or departed: never changed by a telegram (domain notes §8.2). */
    boolean arrived() {
        return status.equals("checked_in") || status.equals("departed");
    }
}
