package io.toritsugi.retry;

import io.toritsugi.database.SqlFile;
import io.toritsugi.intake.ImportFeed;
import io.toritsugi.reservation.Trigger;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tries again by schedule (R4.1): claims what is due, the urgent first, and feeds it to the import route. A claim is a lease;
 * what its holder does not finish is due again when the lease ends.
 */
@Component("dueRetries")
class DueRetries {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int BATCH = 200;

    private static final String CLAIM = SqlFile.text("retry/claim-due");

    private final JdbcClient jdbc;
    private final ImportFeed feed;
    private final Clock clock;
    private final String worker = ManagementFactory.getRuntimeMXBean().getName();

    DueRetries(JdbcClient jdbc, ImportFeed feed, Clock clock) {
        this.jdbc = jdbc;
        this.feed = feed;
        this.clock = clock;
    }

    /** Feeds what is due now; answers how many telegrams. */
    public int feed() {
        var now = clock.instant();
        List<Long> telegrams = jdbc.sql(CLAIM)
                .param("#worker", worker)
                .param("#leaseUntil", now.plus(LEASE).toString())
                .param("#now", now.toString())
                .param("#limit", BATCH)
                .query(Long.class)
                .list();
        return telegrams.isEmpty() ? 0 : feed.feed(telegrams, Trigger.RETRY);
    }
}
