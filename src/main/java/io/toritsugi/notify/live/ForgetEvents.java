package io.toritsugi.notify.live;

import io.toritsugi.database.SqlFile;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Events that nobody will ask for again are deleted, a few thousand a transaction. */
@Component("forgetEvents")
class ForgetEvents {

    private static final int AT_ONCE = 5_000;
    private static final String FORGET = SqlFile.text("notify/forget-events");

    private final JdbcClient jdbc;
    private final LiveSettings settings;
    private final Clock clock;

    ForgetEvents(JdbcClient jdbc, LiveSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** Deletes what is older than events are kept; answers how many that were. */
    public long forget() {
        var before = OffsetDateTime.now(clock).minus(settings.keep());
        long all = 0;
        long gone;
        do {
            gone = jdbc.sql(FORGET)
                    .param("before", before)
                    .param("limit", AT_ONCE)
                    .query(Long.class)
                    .single();
            all += gone;
        } while (gone > 0);
        return all;
    }
}
