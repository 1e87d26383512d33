package io.toritsugi.confirm;

import io.toritsugi.database.SqlFile;
import io.toritsugi.failure.FailureDismissed;
import io.toritsugi.failure.FailureReplaced;
import io.toritsugi.reservation.BatchSettled;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Moves outputs on that wait for something: for their telegrams (policy ALL_RESOLVED), or for a poll that tells whether a refused
 * one is confirmed already. Looked at when something was decided on this node, and every few seconds for what was decided on
 * others.
 */
@Component("settleOutputs")
class SettleOutputs {

    private static final String WAITING = SqlFile.text("confirm/settle-waiting");
    private static final String BY_POLL = SqlFile.text("confirm/settle-by-poll");
    private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final AtomicBoolean somethingHappened = new AtomicBoolean(true);
    private volatile Instant looked = Instant.EPOCH;

    SettleOutputs(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void note(BatchSettled batch) {
        somethingHappened.set(true);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void note(FailureDismissed dismissed) {
        somethingHappened.set(true);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void note(FailureReplaced replaced) {
        somethingHappened.set(true);
    }

    /** Moves on what can move on. */
    @Transactional
    public void settle() {
        var now = clock.instant();
        boolean due = now.isAfter(looked.plus(AT_LEAST_EVERY)) || now.isBefore(looked);
        if (!somethingHappened.getAndSet(false) && !due) {
            return;
        }
        looked = now;
        jdbc.sql(WAITING).param("now", OffsetDateTime.now(clock)).update();
        jdbc.sql(BY_POLL)
                .param("now", OffsetDateTime.now(clock))
                .query((row, number) -> new OutputConfirmed(row.getInt("hotel_id"), row.getLong("id"), now))
                .list()
                .forEach(events::publishEvent);
    }
}
