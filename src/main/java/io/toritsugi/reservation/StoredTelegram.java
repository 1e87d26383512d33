package io.toritsugi.reservation;

import io.toritsugi.failure.FailureCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A telegram and how it stands before the batch.
 *
 * @param failureCode why it is refused; null unless {@code standing} is {@code WAITING} or {@code CLOSED}
 */
public record StoredTelegram(
        TelegramHead head,
        Instant receivedAt,
        Standing standing,
        @Nullable FailureCode failureCode) {

    /** How a telegram stands. */
    public enum Standing {
        /** No outcome yet. */
        PENDING,
        /** Imported, modified or cancelled. */
        APPLIED,
        /** Refused, and an open failure. */
        WAITING,
        /** Refused for good: stale, superseded, dismissed. */
        CLOSED
    }

    /** Whether the fold may still decide about it. */
    boolean undecided() {
        return standing == Standing.PENDING || standing == Standing.WAITING;
    }
}
