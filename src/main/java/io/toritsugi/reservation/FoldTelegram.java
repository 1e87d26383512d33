package io.toritsugi.reservation;

import io.toritsugi.booking.Booking;
import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.telegram.TelegramKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One telegram of a booking as the fold sees it.
 *
 * @param booking what it says; null when it could not be translated
 * @param mapped its stay with room types; null on cancellations and where there is an obstacle
 * @param obstacle why it cannot be placed whatever the rooms: not translatable or not mapped; null when there is none
 */
record FoldTelegram(
        StoredTelegram stored,
        @Nullable Booking booking,
        @Nullable MappedStay mapped,
        @Nullable Failure obstacle) {

    TelegramHead head() {
        return stored.head();
    }

    long id() {
        return stored.head().id();
    }

    boolean is(TelegramKind kind) {
        return head().kind() == kind;
    }

    boolean describesStay() {
        return !is(TelegramKind.CANCELLATION);
    }

    boolean undecided() {
        return stored.undecided();
    }

    boolean applied() {
        return stored.standing() == StoredTelegram.Standing.APPLIED;
    }

    boolean waiting() {
        return stored.standing() == StoredTelegram.Standing.WAITING;
    }

    Optional<MappedStay> placeable() {
        return obstacle == null ? Optional.ofNullable(mapped) : Optional.empty();
    }

    /**
     * Decided for the first time, or parked until now because its new booking had not come: nothing but its own content speaks
     * against it.
     */
    boolean fresh() {
        return stored.standing() == StoredTelegram.Standing.PENDING
                || (waiting()
                        && (stored.failureCode() == FailureCode.UNKNOWN_BOOKING
                                || stored.failureCode() == FailureCode.AFTER_CANCELLATION));
    }

    /** Refused only because it came too late; in the right order it would have stood for a while. */
    boolean stale() {
        return stored.standing() == StoredTelegram.Standing.CLOSED && stored.failureCode() == FailureCode.STALE;
    }
}
