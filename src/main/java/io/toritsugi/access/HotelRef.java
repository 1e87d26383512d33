package io.toritsugi.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A hotel that the caller may act for.
 *
 * @param id its number inside
 * @param code its code outside, as in every path
 * @param zone the zone of its local dates
 */
public record HotelRef(int id, String code, ZoneId zone) {

    /** The date at the hotel's desk. */
    public LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(zone));
    }
}
