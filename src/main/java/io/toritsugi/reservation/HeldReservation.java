package io.toritsugi.reservation;

import io.toritsugi.inventory.NightKey;
import io.toritsugi.inventory.RoomTypeRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the hotel holds of a booking before the batch.
 *
 * @param standingTelegram the new or modification that stands
 * @param status as in the database
 * @param roomChanges how often the house moved its rooms
 * @param booked the type that was sold of each of its rooms, in their order; empty for a booking that was cancelled before it
 *     could be placed
 * @param nights rooms per night that it takes now; empty when cancelled
 * @param cancellationCharge yen; null unless cancelled
 */
record HeldReservation(
        UUID id,
        BookingKey booking,
        long standingTelegram,
        String status,
        int revision,
        int roomChanges,
        List<RoomTypeRef> booked,
        Map<NightKey, Integer> nights,
        @Nullable Long cancellationCharge,
        Instant createdAt) {

    /** Checked in or departed: never changed by a telegram (domain notes §8.2). */
    boolean arrived() {
        return status.equals("checked_in") || status.equals("departed");
    }

    boolean cancelled() {
        return status.equals("cancelled");
    }

    /** Whether it has rooms. */
    boolean placed() {
        return !booked.isEmpty();
    }

    /** Whether this is the telegram by which its rooms were placed. */
    boolean placedBy(TelegramHead telegram) {
        return placed() && telegram.id() == standingTelegram;
    }
}
