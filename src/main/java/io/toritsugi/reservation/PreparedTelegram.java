package io.toritsugi.reservation;

import java.time.Instant;

/**
 * A telegram at the door of its lane: read, translated, and ready to be decided together with the others of its booking.
 *
 * @param receivedAt when it was stored
 * @param begunNanos {@link System#nanoTime()} when this attempt began
 */
public record PreparedTelegram(
        TelegramHead head, Instant receivedAt, Trigger trigger, long begunNanos, Reading reading) {}
