package io.toritsugi.retry;

import io.toritsugi.database.SqlFile;
import io.toritsugi.failure.RetrySchedule;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes due at once what a change may have healed: a mapping that moved, rooms that came free. Hotels in which something moved
 * since the last look are found by their versions, so that no change is missed, whoever made it on whichever node; in them
 * exactly those failures are taken that waited for that change, also escalated and snoozed ones. A missing predecessor needs
 * no release: the fold of its booking decides about its successors with it.
 */
@Component("releaseFailures")
class ReleaseFailures {

    /** The key of the advisory lock that lets one node look at a time. */
    private static final int TURN = 7002;

    private static final String RELEASE = SqlFile.text("retry/release-healed");

    private final JdbcClient jdbc;
    private final RetrySchedule schedule;
    private final Clock clock;

    ReleaseFailures(JdbcClient jdbc, RetrySchedule schedule, Clock clock) {
        this.jdbc = jdbc;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** Makes due what is worth another look now; answers how many failures. */
    @Transactional
    public int release() {
        // A statement of its own: what the node before has noted must be in the snapshot of the next one.
        boolean mine = jdbc.sql("select pg_try_advisory_xact_lock(:turn)")
                .param("turn", TURN)
                .query(Boolean.class)
                .single();
        return mine
                ? jdbc.sql(RELEASE)
                        .param("now", OffsetDateTime.now(clock))
                        .param("urgentWithin", (double) schedule.urgentWithin().toSeconds())
                        .query(Integer.class)
                        .single()
                : 0;
    }
}
