package io.toritsugi.monitor;

import io.micrometer.core.instrument.MeterRegistry;
import io.toritsugi.reservation.BatchSettled;
import io.toritsugi.reservation.SettledTelegram;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Measures how telegrams end (R6.2): {@code toritsugi.telegram.attempts}, a timer from the start of the attempt to its verdict,
 * by {@code trigger}, {@code outcome} and {@code failure} (the class, or {@code none}). Counts only what was committed, and
 * only in this process.
 */
@Component
class ImportMetrics {

    private static final String ATTEMPTS = "toritsugi.telegram.attempts";

    private final MeterRegistry meters;

    ImportMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void count(BatchSettled batch) {
        for (var telegram : batch.telegrams()) {
            var trigger = telegram.trigger();
            if (trigger != null) {
                meters.timer(
                                ATTEMPTS,
                                "trigger",
                                trigger.spelling(),
                                "outcome",
                                telegram.outcome().spelling(),
                                "failure",
                                failureClass(telegram))
                        .record(telegram.duration(), TimeUnit.MICROSECONDS);
            }
        }
    }

    private static String failureClass(SettledTelegram telegram) {
        return telegram.failure() == null
                ? "none"
                : telegram.failure().failureClass().name().toLowerCase(Locale.ROOT);
    }
}
