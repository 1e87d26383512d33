package io.toritsugi.telegram;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a skim of a telegram tells: the keys by which it is stored and ordered, before anybody understands the rest.
 * Texts are trimmed; an empty or missing element is null.
 *
 * @param dataId the number of this telegram (DataID); opaque
 * @param classification DataClassification as sent
 * @param company SalesOfficeCompanyName as sent
 * @param officeCode SalesOfficeCode as sent; text, leading zeros count
 * @param bookingNumber TravelAgencyBookingNumber; case counts
 * @param sentAt SystemDate and SystemTime in the hotel's local time, the ordering key (domain notes §8.3); null when
 *     missing or no date; midnight when only the time is missing
 */
public record TelegramKeys(
        @Nullable String dataId,
        @Nullable String classification,
        @Nullable String company,
        @Nullable String officeCode,
        @Nullable String bookingNumber,
        @Nullable LocalDateTime sentAt) {

    /** The kind that the classification stands for; null when it stands for none that we take. */
    public @Nullable TelegramKind kind() {
        return TelegramKind.ofClassification(classification);
    }
}
