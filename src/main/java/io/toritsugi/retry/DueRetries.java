package io.toritsugi.retry;

import io.toritsugi.intake.ImportFeed;
import io.toritsugi.reservation.Trigger;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Tries again by schedule (R4.1): claims what is due, the urgent first, and feeds it to the import route. A claim is a lease;
 * what its holder does not finish is due again when the lease ends.
 */
@Component("dueRetries")
class DueRetries {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int BATCH = 200;

    private static final String CLAIM = """
            update retry_queue q
            set leased_by   = ?,
                lease_until = ?::timestamptz,
                fence       = q.fence + 1
            from (select failure_id
                  from retry_queue
                  where due_at <= ?::timestamptz
                    and (lease_until is null or lease_until <= ?::timestamptz)
                  order by priority, due_at
                  limit ?
                  for update skip locked) due
                     join import_failure f on f.id = due.failure_id
            where q.failure_id = due.failure_id
            returning f.telegram_id
            """;

    private final JdbcTemplate jdbc;
    private final ImportFeed feed;
    private final Clock clock;
    private final String worker = ManagementFactory.getRuntimeMXBean().getName();

    DueRetries(JdbcTemplate jdbc, ImportFeed feed, Clock clock) {
        this.jdbc = jdbc;
        this.feed = feed;
        this.clock = clock;
    }

    /** Feeds what is due now; answers how many telegrams. */
    public int feed() {
        var now = clock.instant();
        List<Long> telegrams = jdbc.queryForList(
                CLAIM, Long.class, worker, now.plus(LEASE).toString(), now.toString(), now.toString(), BATCH);
        return telegrams.isEmpty() ? 0 : feed.feed(telegrams, Trigger.RETRY);
    }
}
