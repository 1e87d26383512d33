package io.toritsugi.link;

import java.time.LocalDate;

/**
 * One figure to set at TL-Lincoln (domain notes §4.6).
 *
 * @param group the net room-type group, TL-Lincoln's own stock unit
 * @param sale what shall happen to the sale
 * @param remaining how many rooms are left to sell, 0 or more
 */
public record StockTarget(String group, LocalDate night, Sale sale, int remaining) {

    public StockTarget {
        if (remaining < 0) {
            throw new IllegalArgumentException(
                    "Group " + group + " on " + night + ": expected 0 rooms or more, found " + remaining);
        }
    }

    /** The status of the sale, in the meaning that it has when adjusting; a search answers with another list. */
    public enum Sale {
        SELL("1"),
        STOP("2");

        private final String code;

        Sale(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
