package io.toritsugi.reservation;

import io.toritsugi.booking.BookedStay;
import io.toritsugi.booking.Settlement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reservation as it is to stand.
 *
 * @param rooms null when the rooms stay as they are; empty when it holds none
 * @param stay null when nothing of the booking could ever be read
 * @param change what happened to it, for the history
 */
record ReservationChange(
        UUID id,
        TelegramHead standing,
        boolean cancelled,
        @Nullable Long cancellationCharge,
        @Nullable BookedStay stay,
        @Nullable MappedStay rooms,
        boolean roomsChanged,
        List<String> flags,
        int revision,
        TelegramHead causedBy,
        Outcome change,
        Instant at) {

    String status() {
        return cancelled ? "cancelled" : "confirmed";
    }

    Settlement settlement() {
        return stay == null ? Settlement.ON_SITE : stay.settlement();
    }
}
