package io.toritsugi.confirm;

import io.toritsugi.confirm.ArchiveSettings.Payload;
import io.toritsugi.database.SqlFile;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes failures out of the cache that are over (R2.4): confirmed over there and resolved here. They stay where they are, marked,
 * so that they can be found; what was cached beside them is cleared. Safe to be done by several nodes at once.
 */
@Component("archiveFailures")
class ArchiveFailures {

    private static final Logger LOG = LoggerFactory.getLogger(ArchiveFailures.class);
    private static final String ARCHIVE = SqlFile.text("confirm/archive-failures");
    private static final int PAGE = 1000;

    private final JdbcClient jdbc;
    private final ArchiveSettings settings;
    private final Clock clock;

    ArchiveFailures(JdbcClient jdbc, ArchiveSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    private record Swept(@Nullable Long last, long archived) {}

    /** Archives what can be archived now, page by page; answers how many. */
    public long archive() {
        long archived = 0;
        var page = archive(0);
        while (page.last() != null) {
            archived += page.archived();
            page = archive(page.last());
        }
        if (archived > 0) {
            LOG.info("Archived {} failures that are over", archived);
        }
        return archived;
    }

    private Swept archive(long after) {
        var now = OffsetDateTime.now(clock);
        return jdbc.sql(ARCHIVE)
                .param("after", after)
                .param("limit", PAGE)
                .param("now", now)
                .param("resolvedBefore", now.minus(settings.after()))
                .param("clear", settings.payload() == Payload.CLEAR)
                .query(Swept.class)
                .single();
    }
}
