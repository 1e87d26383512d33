package io.toritsugi.retry;

import io.toritsugi.intake.ImportFeed;
import io.toritsugi.reservation.Trigger;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Tries again at once what a change may have healed: a mapping that moved, rooms that came free. Found by comparing the
 * versions by which a failure was judged with those of now, so that no change is missed, whoever made it on whichever node;
 * also for failures that were escalated.
 */
@Component("releaseFailures")
class ReleaseFailures {

    /** Of the bookings without a room, those whose nights are still full are only noted as looked at. */
    private static final String STILL_FULL = """
            update import_failure f
            set availability_version = v.availability
            from hotel_version v
            where v.hotel_id = f.hotel_id
              and f.state in ('waiting', 'retrying', 'escalated')
              and f.failure_class = 'NO_AVAILABILITY'
              and f.availability_version < v.availability
              and f.mapping_version = v.mapping
              and exists (select 1
                          from room_type t
                                   cross join unnest(string_to_array(f.failure_args ->> 'nights', ', ')::date[]) as n (night)
                                   join inventory i on i.room_type_id = t.id and i.night = n.night
                          where t.hotel_id = f.hotel_id
                            and t.code = f.failure_args ->> 'roomType'
                            and i.sold >= i.rooms - i.out_of_order + i.overbooking)
            """;

    private static final String RELEASABLE = """
            select f.telegram_id
            from hotel_version v
                     join import_failure f
                          on f.hotel_id = v.hotel_id
                              and f.state in ('waiting', 'retrying', 'escalated')
            where (f.failure_class = 'ROOM_MAPPING' and f.mapping_version < v.mapping)
               or (f.failure_class = 'NO_AVAILABILITY'
                and (f.mapping_version < v.mapping or f.availability_version < v.availability))
            order by f.telegram_id
            limit 500
            """;

    private final JdbcTemplate jdbc;
    private final ImportFeed feed;

    ReleaseFailures(JdbcTemplate jdbc, ImportFeed feed) {
        this.jdbc = jdbc;
        this.feed = feed;
    }

    /** Feeds what is worth another look now; answers how many telegrams. */
    public int release() {
        jdbc.update(STILL_FULL);
        List<Long> telegrams = jdbc.queryForList(RELEASABLE, Long.class);
        return telegrams.isEmpty() ? 0 : feed.feed(telegrams, Trigger.RETRY);
    }
}
