package io.toritsugi.link;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How long a hotel asks nothing because TL-Lincoln said "too many requests" (E013). Kept in the hotel's row: the limit is over
 * there, and all nodes have to respect it.
 */
@Component
class HotelPatience {

    private final JdbcClient jdbc;
    private final BackOff backOff;
    private final Clock clock;

    HotelPatience(JdbcClient jdbc, LinkSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.backOff = settings.backOff().toBackOff();
        this.clock = clock;
    }

    /** Notes one more refusal; answers until when nothing is asked. */
    Instant lengthen(int hotelId) {
        int step = jdbc.sql(
                        "update hotel_connection set backoff_step = backoff_step + 1 where hotel_id = :hotel returning backoff_step")
                .param("hotel", hotelId)
                .query(Integer.class)
                .optional()
                .orElse(1);
        var until = clock.instant().plus(backOff.after(step));
        jdbc.sql("update hotel_connection set backoff_until = greatest(backoff_until, :until) where hotel_id = :hotel")
                .param("hotel", hotelId)
                .param("until", OffsetDateTime.ofInstant(until, ZoneOffset.UTC))
                .update();
        return until;
    }

    /** TL-Lincoln answers again. */
    void end(int hotelId) {
        jdbc.sql("""
                        update hotel_connection
                        set backoff_step = 0, backoff_until = null
                        where hotel_id = :hotel and (backoff_step > 0 or backoff_until is not null)
                        """).param("hotel", hotelId).update();
    }
}
