package io.toritsugi.intake;

import io.toritsugi.reservation.TelegramHead;
import io.toritsugi.reservation.Trigger;
import java.time.Instant;

/**
 * A stored telegram on its way through the import route.
 *
 * @param bytes as stored: card fields blanked
 * @param encoding how the bytes spell their characters, whatever the document declares
 * @param begunNanos {@link System#nanoTime()} when this attempt began
 */
public record ImportTask(
        TelegramHead head, byte[] bytes, String encoding, Instant receivedAt, Trigger trigger, long begunNanos) {}
