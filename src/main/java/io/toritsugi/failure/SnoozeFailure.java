package io.toritsugi.failure;

import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelRef;
import io.toritsugi.api.ProblemException;
import io.toritsugi.inventory.HotelLock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leaves a failure alone until a time: it is not tried by schedule before, and that counts as no attempt. What it waits for
 * still heals it at once. One that was escalated and may heal is tried once more when the time is up.
 */
@Component
public class SnoozeFailure {

    private static final Duration LONGEST = Duration.ofDays(30);

    private static final String SNOOZE = """
            update import_failure
            set snoozed_until = :until,
                updated_at    = :now
            where id = :id
            """;

    private static final String POSTPONE = """
            insert into retry_queue as q (failure_id, hotel_id, due_at, attempt)
            select f.id, f.hotel_id, :until, f.attempts + 1
            from import_failure f
            where f.id = :id
            on conflict (failure_id) do update
                set due_at = excluded.due_at
            """;

    private final JdbcClient jdbc;
    private final HotelLock lock;
    private final OpenFailures failures;
    private final FailureActions actions;
    private final Clock clock;

    SnoozeFailure(JdbcClient jdbc, HotelLock lock, OpenFailures failures, FailureActions actions, Clock clock) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.failures = failures;
        this.actions = actions;
        this.clock = clock;
    }

    /**
     * Refuses times that no failure may be snoozed until.
     *
     * @throws ProblemException {@code request.invalid}, field {@code until}, unless it lies ahead and within 30 days
     */
    public void check(Instant until) {
        var now = clock.instant();
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            throw ProblemException.ofField("until");
        }
    }

    /**
     * Snoozes a failure.
     *
     * @param version which state of it the caller has seen; null when he does not say
     * @throws ProblemException {@code failure.closed}, {@code conflict.version}
     */
    @Transactional
    public void snooze(
            Caller caller, HotelRef hotel, long id, Instant until, @Nullable String reason, @Nullable Integer version) {
        lock.hold(hotel.id());
        var failure = failures.hold(id, version);
        var end = OffsetDateTime.ofInstant(until, ZoneOffset.UTC);
        jdbc.sql(SNOOZE)
                .param("id", id)
                .param("until", end)
                .param("now", OffsetDateTime.now(clock))
                .update();
        if (failure.code().retryable()) {
            jdbc.sql(POSTPONE).param("id", id).param("until", end).update();
        }
        actions.record(
                caller, id, new FailureActions.Done(hotel.id(), "snooze", reason, failure.state(), failure.state()));
    }
}
