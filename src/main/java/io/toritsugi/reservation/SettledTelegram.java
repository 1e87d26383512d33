package io.toritsugi.reservation;

import io.toritsugi.booking.Booking;
import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureClass;
import io.toritsugi.inventory.HotelVersions;
import io.toritsugi.upgrade.UpgradeSuggestion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about one telegram in a batch.
 *
 * @param trigger why it was worked on; null when it had been decided before and is decided anew along with another telegram
 *     of its booking
 * @param failure null unless the outcome is {@code REJECTED}
 * @param booking its content in the PMS's form; null when it could not be translated
 * @param suggestion upgrades, or the proof of none; null unless a room was lacking
 * @param waitsFor what has to change for it to heal; null unless it waits for a mapping or for rooms
 * @param reservationId the reservation of its booking; null when there is none
 * @param judgedBy the versions that the verdict is based on
 * @param duration of this attempt in microseconds
 */
public record SettledTelegram(
        TelegramHead head,
        @Nullable Trigger trigger,
        Outcome outcome,
        @Nullable Failure failure,
        CacheEffect cache,
        List<String> flags,
        @Nullable Booking booking,
        @Nullable UpgradeSuggestion suggestion,
        @Nullable WaitsFor waitsFor,
        @Nullable UUID reservationId,
        HotelVersions judgedBy,
        Instant settledAt,
        long duration) {

    /** The check-in date, as far as it is known. */
    public @Nullable LocalDate arrival() {
        return booking == null || booking.stay() == null ? null : booking.stay().checkIn();
    }

    /** The class of what went wrong; null when nothing did. */
    public @Nullable FailureClass failureClass() {
        return failure == null ? null : failure.failureClass();
    }

    /** The catalogue's code of what went wrong; null when nothing did. */
    public @Nullable String failureCode() {
        return failure == null ? null : failure.code().code();
    }
}
