package io.toritsugi.booking;

import io.toritsugi.telegram.TelegramKind;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One telegram in the PMS's form: translated and validated, room codes not yet mapped.
 *
 * @param kind what the telegram says has happened
 * @param dataId the telegram's number
 * @param channel the OTA
 * @param bookingNumber the OTA's number of the booking; never empty
 * @param sentAt the ordering key, hotel's local time
 * @param stay the whole booking as a new or a modification carries it; null on a cancellation, which takes everything but
 *     its charge from what is stored (domain notes §8.2)
 * @param cancellationCharge whole yen on a cancellation (none said: 0); null on the others
 */
public record Booking(
        TelegramKind kind,
        String dataId,
        Channel channel,
        String bookingNumber,
        LocalDateTime sentAt,
        @Nullable BookedStay stay,
        @Nullable Long cancellationCharge) {

    /** The same booking, its stay with one flag more; a cancellation has none. */
    public Booking withFlag(String flag) {
        return stay == null
                ? this
                : new Booking(kind, dataId, channel, bookingNumber, sentAt, stay.withFlag(flag), cancellationCharge);
    }
}
