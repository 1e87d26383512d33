package io.toritsugi.retry;

import io.toritsugi.access.HotelRef;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.failure.FailureActions;
import io.toritsugi.failure.OpenFailures;
import io.toritsugi.failure.OpenFailures.OpenFailure;
import io.toritsugi.intake.ImportFeed;
import io.toritsugi.inventory.HotelLock;
import io.toritsugi.reservation.Trigger;
import io.toritsugi.telegram.ReadingLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A retry that a person asked for: put into the retry queue under a lease of its own first, so that a crash does not lose it,
 * then fed at once. What finds no room now is taken from the queue within seconds.
 */
@Component
class RetryByHand {

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final String HOLDER = "by hand";

    private static final String QUEUE = """
            insert into retry_queue as q (failure_id, hotel_id, due_at, priority, attempt, leased_by, lease_until)
            select f.id, f.hotel_id, :now, 0, f.attempts + 1, :holder, :leaseUntil
            from import_failure f
            where f.id = :id
            on conflict (failure_id) do update
                set due_at      = excluded.due_at,
                    priority    = excluded.priority,
                    leased_by   = excluded.leased_by,
                    lease_until = excluded.lease_until,
                    fence       = q.fence + 1
            """;

    private static final String RELEASE = """
            update retry_queue
            set leased_by   = null,
                lease_until = null
            where failure_id = :id
              and leased_by = :holder
            """;

    private final JdbcClient jdbc;
    private final HotelLock lock;
    private final OpenFailures failures;
    private final FailureActions actions;
    private final ImportFeed feed;
    private final ReadingLimits limits;
    private final Clock clock;

    RetryByHand(
            JdbcClient jdbc,
            HotelLock lock,
            OpenFailures failures,
            FailureActions actions,
            ImportFeed feed,
            ReadingLimits limits,
            Clock clock) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.failures = failures;
        this.actions = actions;
        this.feed = feed;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Notes that it is to be tried again; to be followed by {@link #feed} when that is committed.
     *
     * @return the number of its telegram
     * @throws ProblemException {@code failure.closed}; {@code failure.too_long} where nobody could read the telegram
     */
    @Transactional
    public long order(HotelRef hotel, long failureId) {
        lock.hold(hotel.id());
        var failure = failures.hold(failureId);
        refuseTooLong(failure);
        var now = OffsetDateTime.now(clock);
        jdbc.sql(QUEUE)
                .param("id", failureId)
                .param("now", now)
                .param("holder", HOLDER)
                .param("leaseUntil", now.plus(LEASE))
                .update();
        jdbc.sql("update import_failure set state = 'retrying', updated_at = :now where id = :id")
                .param("id", failureId)
                .param("now", now)
                .update();
        actions.record(failureId, hotel.id(), "retry", null, failure.state(), "retrying");
        return failure.telegramId();
    }

    /** Feeds it to the import route now, or leaves it to the queue where there is no room or it is under way already. */
    void feed(long failureId, long telegramId) {
        if (feed.feed(List.of(telegramId), Trigger.MANUAL) == 0) {
            jdbc.sql(RELEASE).param("id", failureId).param("holder", HOLDER).update();
        }
    }

    private void refuseTooLong(OpenFailure failure) {
        var most = limits.telegramSize().toBytes();
        if (failure.bytes() > most) {
            throw new ProblemException(
                    ProblemCode.FAILURE_TOO_LONG,
                    Map.of("found", String.valueOf(failure.bytes()), "expected", String.valueOf(most)));
        }
    }
}
