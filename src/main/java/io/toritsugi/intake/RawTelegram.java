package io.toritsugi.intake;

import io.toritsugi.reservation.TelegramHead;
import java.time.Instant;
import java.util.Arrays;

/** A stored telegram with its bytes, and with what people decided about it. */
record RawTelegram(TelegramHead head, Instant receivedAt, byte[] bytes, String encoding, TelegramOverride override) {

    long id() {
        return head.id();
    }

    /** The same telegram with the bytes of its next part behind its own. */
    RawTelegram followedBy(RawTelegram next) {
        byte[] whole = Arrays.copyOf(bytes, bytes.length + next.bytes.length);
        System.arraycopy(next.bytes, 0, whole, bytes.length, next.bytes.length);
        return new RawTelegram(head, receivedAt, whole, encoding, override);
    }
}
