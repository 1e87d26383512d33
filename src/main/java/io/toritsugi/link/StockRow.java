package io.toritsugi.link;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What TL-Lincoln has of a group on a night, as a stock search answers it (domain notes §4.6).
 *
 * @param groupName as TL-Lincoln names it; null when it does not
 * @param remaining rooms left to sell; null when it does not say
 * @param status of the sale
 */
public record StockRow(
        String group,
        @Nullable String groupName,
        LocalDate night,
        @Nullable Integer remaining,
        Status status) {

    /** The status of the sale in the meaning of a search answer, which is not the list of adjustments. */
    public enum Status {
        NOT_SET,
        ON_SALE,
        STOPPED,
        STOPPED_FOR_NOW,
        /** None of those that are known. */
        UNKNOWN;

        static Status of(String code) {
            return switch (code) {
                case "0" -> NOT_SET;
                case "1" -> ON_SALE;
                case "2" -> STOPPED;
                case "3" -> STOPPED_FOR_NOW;
                default -> UNKNOWN;
            };
        }

        /** Whether nothing is sold there by this status. */
        public boolean stopped() {
            return this == STOPPED || this == STOPPED_FOR_NOW;
        }
    }
}
