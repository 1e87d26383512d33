package io.toritsugi.intake;

import io.toritsugi.booking.Channel;
import io.toritsugi.failure.Failure;
import io.toritsugi.reservation.TelegramHead;
import io.toritsugi.telegram.TelegramBytes;
import io.toritsugi.telegram.TelegramKeys;
import org.jspecify.annotations.Nullable;

/**
 * A telegram that is about to be stored.
 *
 * @param line its place in the delivery, from 1
 * @param keys null when it is unreadable
 * @param channel null when it is unreadable
 * @param failure why it is unreadable; null when it is not
 */
record ArrivedTelegram(
        int line,
        TelegramBytes bytes,
        String encoding,
        @Nullable TelegramKeys keys,
        @Nullable Channel channel,
        @Nullable Failure failure) {

    @Nullable
    String kind() {
        return keys == null || keys.kind() == null ? null : keys.kind().name();
    }

    @Nullable
    String channelName() {
        return channel == null ? null : channel.name();
    }

    @Nullable
    String channelKey() {
        return channel == null ? null : channel.key();
    }

    @Nullable
    String dataId() {
        return keys == null ? null : keys.dataId();
    }

    @Nullable
    String bookingNumber() {
        return keys == null ? null : keys.bookingNumber();
    }

    TelegramHead head(long id, int hotelId) {
        return new TelegramHead(
                id,
                hotelId,
                keys == null ? null : keys.kind(),
                channelName(),
                channelKey(),
                dataId(),
                bookingNumber(),
                keys == null ? null : keys.sentAt());
    }
}
