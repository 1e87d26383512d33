package io.toritsugi.intake;

import io.toritsugi.reservation.BatchSettled;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Lets a request wait until the telegrams of its delivery are decided ({@code Prefer: wait}). Whoever decides them says so at
 * once in this process; another node's decisions are found by looking into the table now and then.
 */
@Component
class OutcomeWatch {

    private static final String PENDING = """
            select exists (select 1 from telegram where delivery_id = ? and outcome is null)
            """;

    private static final long LOOK_EVERY_NANOS = Duration.ofMillis(250).toNanos();
    private static final int MOST_WAITERS = 64;

    private final JdbcTemplate jdbc;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition settled = lock.newCondition();
    private final AtomicInteger waiters = new AtomicInteger();
    private long batches;

    OutcomeWatch(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void tell(BatchSettled batch) {
        if (waiters.get() > 0) {
            lock.lock();
            try {
                batches++;
                settled.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Waits until every telegram of the delivery is decided, or the time is up, or too many are waiting already. */
    void await(UUID delivery, Duration atMost) {
        long left = atMost.toNanos();
        if (waiters.incrementAndGet() > MOST_WAITERS) {
            waiters.decrementAndGet();
            return;
        }
        try {
            long seen = batches();
            while (left > 0 && pending(delivery)) {
                left -= awaitBatchAfter(seen, Math.min(left, LOOK_EVERY_NANOS));
                seen = batches();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            waiters.decrementAndGet();
        }
    }

    private long batches() {
        lock.lock();
        try {
            return batches;
        } finally {
            lock.unlock();
        }
    }

    /** Returns at once when a batch was decided since so many were seen; answers the nanoseconds that went by. */
    private long awaitBatchAfter(long seen, long nanos) throws InterruptedException {
        long left = nanos;
        lock.lock();
        try {
            while (batches == seen && left > 0) {
                left = settled.awaitNanos(left);
            }
            return nanos - left;
        } finally {
            lock.unlock();
        }
    }

    private boolean pending(UUID delivery) {
        return Boolean.TRUE.equals(jdbc.queryForObject(PENDING, Boolean.class, delivery));
    }
}
