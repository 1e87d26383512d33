package io.toritsugi.booking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares the sum of the nights with the total that the OTA states (domain notes §6.3). A few yen of rounding go to the last
 * night of the last room; more is imported as it is and flagged. Nothing is refused for money.
 *
 * @param roomTotal Σ nights after rounding
 * @param headerTotal as stated; nights and options where none is
 */
record HeaderCheck(long roomTotal, long headerTotal) {

    private static final long ROUNDING_PER_NIGHT = 10;

    /** @param amounts for each room its nights; the last one takes the rounding */
    static HeaderCheck of(@Nullable Long headerTotal, long optionsTotal, List<int[]> amounts, Flags flags) {
        var roomTotal = sum(amounts);
        if (headerTotal == null) {
            return new HeaderCheck(roomTotal, roomTotal + optionsTotal);
        }
        var difference = headerTotal - optionsTotal - roomTotal;
        if (difference == 0) {
            return new HeaderCheck(roomTotal, headerTotal);
        }
        var lastRoom = amounts.get(amounts.size() - 1);
        var rounded = lastRoom[lastRoom.length - 1] + difference;
        var limit = ROUNDING_PER_NIGHT * lastRoom.length * amounts.size();
        // A night of 3 yen cannot give 5 back.
        if (Math.abs(difference) > limit || rounded < 0 || rounded > SentNumber.MOST_YEN) {
            flags.raise(Flag.AMOUNT_MISMATCH);
            return new HeaderCheck(roomTotal, headerTotal);
        }
        flags.raise(Flag.ROUNDING_ABSORBED_LAST_NIGHT);
        lastRoom[lastRoom.length - 1] = (int) rounded;
        return new HeaderCheck(roomTotal + difference, headerTotal);
    }

    private static long sum(List<int[]> amounts) {
        long sum = 0;
        for (var room : amounts) {
            for (var night : room) {
                sum += night;
            }
        }
        return sum;
    }
}
