package io.toritsugi.retry;

import io.toritsugi.database.SqlFile;
import io.toritsugi.intake.ImportFeed;
import io.toritsugi.reservation.Trigger;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tries again at once what a change may have healed: a mapping that moved, rooms that came free. Found by comparing the
 * versions by which a failure was judged with those of now, so that no change is missed, whoever made it on whichever node;
 * also for failures that were escalated.
 */
@Component("releaseFailures")
class ReleaseFailures {

    private static final String NOTE_STILL_FULL = SqlFile.text("retry/note-still-full");
    private static final String RELEASABLE = SqlFile.text("retry/releasable-failures");
    private static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final ImportFeed feed;

    ReleaseFailures(JdbcClient jdbc, ImportFeed feed) {
        this.jdbc = jdbc;
        this.feed = feed;
    }

    /** Feeds what is worth another look now; answers how many telegrams. */
    public int release() {
        jdbc.sql(NOTE_STILL_FULL).update();
        List<Long> telegrams =
                jdbc.sql(RELEASABLE).param("limit", PAGE).query(Long.class).list();
        return telegrams.isEmpty() ? 0 : feed.feed(telegrams, Trigger.RETRY);
    }
}
