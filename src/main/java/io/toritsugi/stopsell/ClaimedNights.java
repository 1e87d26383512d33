package io.toritsugi.stopsell;

import java.time.LocalDate;

/**
 * The next nights of a comparison that this node is at.
 *
 * @param endNight the night after the last of the whole comparison
 * @param attempts made so far for these nights
 * @param fence the number of this claim; a result that names an older one is refused
 */
record ClaimedNights(long id, int hotelId, LocalDate nextNight, LocalDate endNight, int attempts, long fence) {

    /** The night after the last that one search asks for. */
    LocalDate endOfSearch(int days) {
        var end = nextNight.plusDays(days);
        return end.isAfter(endNight) ? endNight : end;
    }
}
