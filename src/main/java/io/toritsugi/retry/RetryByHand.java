package io.toritsugi.retry;

import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelRef;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.failure.FailureActions;
import io.toritsugi.failure.OpenFailures;
import io.toritsugi.failure.OpenFailures.OpenFailure;
import io.toritsugi.failure.PossibleAction;
import io.toritsugi.failure.RetryClaim;
import io.toritsugi.failure.RetryQueue;
import io.toritsugi.failure.RetrySchedule;
import io.toritsugi.intake.ImportFeed;
import io.toritsugi.inventory.HotelLock;
import io.toritsugi.reservation.Trigger;
import io.toritsugi.telegram.ReadingLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A retry that a person asked for: put into the retry queue under a claim of its own first, so that a crash does not lose it,
 * then fed at once. What finds no room now is taken from the queue within seconds.
 */
@Component
class RetryByHand {

    private static final String HOLDER = "by hand";

    /** What is being tried at this moment is left to who tries it. */
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
                    fence       = excluded.fence
                where q.lease_until is null
                   or q.lease_until < :now
            returning fence
            """;

    private final JdbcClient jdbc;
    private final RetryQueue queue;
    private final HotelLock lock;
    private final OpenFailures failures;
    private final FailureActions actions;
    private final ImportFeed feed;
    private final HeldRetries held;
    private final ReadingLimits limits;
    private final RetrySchedule schedule;
    private final Clock clock;

    RetryByHand(
            JdbcClient jdbc,
            RetryQueue queue,
            HotelLock lock,
            OpenFailures failures,
            FailureActions actions,
            ImportFeed feed,
            HeldRetries held,
            ReadingLimits limits,
            RetrySchedule schedule,
            Clock clock) {
        this.jdbc = jdbc;
        this.queue = queue;
        this.lock = lock;
        this.failures = failures;
        this.actions = actions;
        this.feed = feed;
        this.held = held;
        this.limits = limits;
        this.schedule = schedule;
        this.clock = clock;
    }

    /**
     * Notes that it is to be tried again; to be followed by {@link #feed} when that is committed.
     *
     * @return the claim on it; empty where it is being tried already
     * @throws ProblemException {@code failure.closed}; {@code failure.too_long} where nobody could read the telegram
     */
    @Transactional
    public Optional<RetryClaim> order(HotelRef hotel, long failureId) {
        lock.hold(hotel.id());
        var failure = failures.hold(failureId, null);
        refuseTooLong(failure);
        failure.require(PossibleAction.RETRY);
        var now = OffsetDateTime.now(clock);
        jdbc.sql("update import_failure set snoozed_until = null where id = :id and snoozed_until is not null")
                .param("id", failureId)
                .update();
        var fence = jdbc.sql(QUEUE)
                .param("id", failureId)
                .param("now", now)
                .param("holder", HOLDER)
                .param("leaseUntil", now.plus(schedule.lease()))
                .query(Long.class)
                .optional();
        actions.record(
                Caller.current(),
                failureId,
                new FailureActions.Done(hotel.id(), "retry", null, failure.state(), "retrying"));
        return fence.map(number -> new RetryClaim(failureId, failure.telegramId(), number));
    }

    private void refuseTooLong(OpenFailure failure) {
        var most = limits.telegramSize().toBytes();
        if (failure.bytes() > most) {
            throw new ProblemException(
                    ProblemCode.FAILURE_TOO_LONG,
                    Map.of("found", String.valueOf(failure.bytes()), "expected", String.valueOf(most)));
        }
    }

    /** Feeds it to the import route now, or leaves it to the queue where there is no room or it is under way already. */
    void feed(RetryClaim claim) {
        var begun = feed.feedAgain(List.of(claim), Trigger.MANUAL);
        held.add(begun);
        if (begun.isEmpty()) {
            queue.giveBack(List.of(claim), Duration.ZERO);
        }
    }
}
