package io.toritsugi.retry;

import io.micrometer.core.instrument.MeterRegistry;
import io.toritsugi.database.SqlFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How full the retry queue is, for all nodes together: {@code toritsugi.retry.scheduled}, {@code .due}, {@code .retrying},
 * {@code .escalated} and {@code .oldest.due} in seconds. Counted now and then, and no further than {@value #MOST}, so that it
 * costs the same however long the queue is; asking for the gauges costs nothing.
 */
@Component("retryGauges")
class RetryGauges {

    private static final int MOST = 20_000;
    private static final String COUNT = SqlFile.text("retry/gauges");

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Figures figures = new Figures(0, 0, 0, 0, null);

    RetryGauges(JdbcClient jdbc, MeterRegistry meters, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        meters.gauge("toritsugi.retry.scheduled", this, gauges -> gauges.figures.scheduled());
        meters.gauge("toritsugi.retry.due", this, gauges -> gauges.figures.due());
        meters.gauge("toritsugi.retry.retrying", this, gauges -> gauges.figures.retrying());
        meters.gauge("toritsugi.retry.escalated", this, gauges -> gauges.figures.escalated());
        meters.gauge("toritsugi.retry.oldest.due.seconds", this, RetryGauges::oldestDueSeconds);
    }

    /** Counts anew. */
    public void count() {
        figures = jdbc.sql(COUNT)
                .param("now", OffsetDateTime.now(clock))
                .param("most", MOST)
                .query((row, number) -> {
                    var oldest = row.getObject("oldest_due", OffsetDateTime.class);
                    return new Figures(
                            row.getLong("scheduled"),
                            row.getLong("due"),
                            row.getLong("retrying"),
                            row.getLong("escalated"),
                            oldest == null ? null : oldest.toInstant());
                })
                .single();
    }

    private double oldestDueSeconds() {
        var oldest = figures.oldestDue();
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toSeconds());
    }

    private record Figures(
            long scheduled,
            long due,
            long retrying,
            long escalated,
            @Nullable Instant oldestDue) {}
}
