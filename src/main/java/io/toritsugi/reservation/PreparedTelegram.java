package io.toritsugi.reservation;

import io.toritsugi.failure.RetryClaim;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A telegram at the door of its lane: read, translated, and ready to be decided together with the others of its booking.
 *
 * @param receivedAt when it was stored
 * @param begunNanos {@link System#nanoTime()} when this attempt began
 * @param claim by which right a failed telegram is tried again; null on a first attempt, and where the caller holds the
 *     failure itself
 */
public record PreparedTelegram(
        TelegramHead head,
        Instant receivedAt,
        Trigger trigger,
        long begunNanos,
        Reading reading,
        @Nullable RetryClaim claim) {

    /** A telegram that needs no claim. */
    public PreparedTelegram(TelegramHead head, Instant receivedAt, Trigger trigger, long begunNanos, Reading reading) {
        this(head, receivedAt, trigger, begunNanos, reading, null);
    }

    /** The same attempt with another reading. */
    PreparedTelegram with(Reading other) {
        return new PreparedTelegram(head, receivedAt, trigger, begunNanos, other, claim);
    }
}
