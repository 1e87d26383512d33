package io.toritsugi.intake;

import io.toritsugi.database.SqlFile;
import io.toritsugi.reservation.Trigger;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds telegrams that were stored and never finished (a crash, a full lane, a database that was away) and feeds them again.
 * Oldest first, for between bookings that want the last room the first to arrive has it.
 */
@Component("unfinishedTelegrams")
class UnfinishedTelegrams {

    private static final Logger LOG = LoggerFactory.getLogger(UnfinishedTelegrams.class);

    private static final String FIND = SqlFile.text("intake/pending-telegrams");

    private static final int PAGE = 500;

    /** The clocks of two nodes may differ by this much without the one taking up what the other has just stored. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    /** Below this share of free room the lanes have enough to do. */
    private static final double ENOUGH_ROOM = 0.5;

    private final JdbcClient jdbc;
    private final ImportFeed feed;
    private final IntakeSettings settings;
    private final Clock clock;

    UnfinishedTelegrams(JdbcClient jdbc, ImportFeed feed, IntakeSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.feed = feed;
        this.settings = settings;
        this.clock = clock;
    }

    /** Feeds what is unfinished and not in flight, as far as there is room; answers how many. */
    public int feedAgain() {
        int fed = 0;
        long after = 0;
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        while (feed.roomLeft() > ENOUGH_ROOM) {
            List<Long> page = jdbc.sql(FIND)
                    .param("after", after)
                    .param("before", now.minus(settings.pendingAfter()))
                    .param("ahead", now.plus(CLOCKS_DIFFER))
                    .param("limit", PAGE)
                    .query(Long.class)
                    .list();
            if (page.isEmpty()) {
                break;
            }
            fed += feed.feed(page, Trigger.INITIAL);
            after = page.get(page.size() - 1);
        }
        if (fed > 0) {
            LOG.info("Picked up {} unfinished telegrams", fed);
        }
        return fed;
    }
}
