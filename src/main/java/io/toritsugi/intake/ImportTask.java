package io.toritsugi.intake;

import io.toritsugi.failure.RetryClaim;
import io.toritsugi.reservation.TelegramHead;
import io.toritsugi.reservation.Trigger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored telegram on its way through the import route.
 *
 * @param bytes as stored: card fields blanked
 * @param encoding how the bytes spell their characters, whatever the document declares
 * @param begunNanos {@link System#nanoTime()} when this attempt began
 * @param override what people decided about it beside what it says
 * @param claim by which right a failed telegram is tried again; null on a first attempt
 */
public record ImportTask(
        TelegramHead head,
        byte[] bytes,
        String encoding,
        Instant receivedAt,
        Trigger trigger,
        long begunNanos,
        TelegramOverride override,
        @Nullable RetryClaim claim) {

    /** A telegram that was just stored. */
    public ImportTask(
            TelegramHead head, byte[] bytes, String encoding, Instant receivedAt, Trigger trigger, long begunNanos) {
        this(head, bytes, encoding, receivedAt, trigger, begunNanos, TelegramOverride.NONE, null);
    }
}
