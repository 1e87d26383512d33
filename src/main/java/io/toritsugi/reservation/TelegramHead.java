package io.toritsugi.reservation;

import io.toritsugi.telegram.TelegramKind;
import java.time.LocalDateTime;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a stored telegram without understanding it.
 *
 * @param id its number in the telegram table
 * @param kind null when its classification is none that we take, or unreadable
 * @param channel the channel's name; null when unreadable
 * @param channelKey the channel as it stands in keys; null when unreadable
 * @param sentAt the ordering key in the hotel's local time
 */
public record TelegramHead(
        long id,
        int hotelId,
        @Nullable TelegramKind kind,
        @Nullable String channel,
        @Nullable String channelKey,
        @Nullable String dataId,
        @Nullable String bookingNumber,
        @Nullable LocalDateTime sentAt) {

    /**
     * The order in which a booking's telegrams count, whatever the order of their arrival (domain notes §8.3): by the time
     * they were sent, then new before modified before cancelled, then by DataID. Only for heads that {@link #ordered()}.
     */
    public static final Comparator<TelegramHead> ORDER = Comparator.comparing(TelegramHead::sentAt)
            .thenComparing(TelegramHead::kind)
            .thenComparing(TelegramHead::dataId);

    /** Whether this telegram has its place among the telegrams of a booking. */
    public boolean ordered() {
        return kind != null && channelKey != null && dataId != null && bookingNumber != null && sentAt != null;
    }

    /**
     * The booking that this telegram belongs to.
     *
     * @throws IllegalStateException when it is not {@link #ordered()}
     */
    public BookingKey booking() {
        if (channelKey == null || bookingNumber == null) {
            throw new IllegalStateException("Telegram " + id + " belongs to no booking");
        }
        return new BookingKey(hotelId, channelKey, bookingNumber);
    }
}
