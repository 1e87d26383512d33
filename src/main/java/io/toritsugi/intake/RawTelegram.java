package io.toritsugi.intake;

import io.toritsugi.reservation.TelegramHead;
import java.time.Instant;

/** A stored telegram with its bytes. */
record RawTelegram(TelegramHead head, Instant receivedAt, byte[] bytes, String encoding) {

    long id() {
        return head.id();
    }
}
