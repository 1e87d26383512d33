package io.toritsugi.failure;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a failure is tried again by itself: {@code min(cap, base × 2^n)}, give or take the jitter (R4.1).
 *
 * @param base the wait before the first retry
 * @param cap the longest wait
 * @param attempts how many attempts there are in all before a person is called
 * @param jitter the share by which a wait is made longer or shorter, so that failures do not come back in step
 * @param urgentWithin arrivals nearer than this go first
 */
@ConfigurationProperties("toritsugi.retry")
public record RetrySchedule(
        @DefaultValue("1m") Duration base,
        @DefaultValue("60m") Duration cap,
        @DefaultValue("8") int attempts,
        @DefaultValue("0.1") double jitter,
        @DefaultValue("48h") Duration urgentWithin) {

    private static final int MOST_DOUBLINGS = 30;

    public RetrySchedule {
        if (base.isNegative()
                || base.isZero()
                || cap.compareTo(base) < 0
                || attempts < 1
                || jitter < 0
                || jitter >= 1) {
            throw new IllegalArgumentException("toritsugi.retry: expected 0 < base <= cap, attempts >= 1 and "
                    + "0 <= jitter < 1, found base=" + base + " cap=" + cap + " attempts=" + attempts + " jitter="
                    + jitter);
        }
    }

    /**
     * The wait before the next attempt.
     *
     * @param made attempts made so far, at least 1
     */
    Duration waitAfter(int made) {
        long doubled = base.toMillis() << Math.min(made - 1, MOST_DOUBLINGS);
        long capped = doubled <= 0 ? cap.toMillis() : Math.min(cap.toMillis(), doubled);
        double factor = 1 + jitter * (2 * ThreadLocalRandom.current().nextDouble() - 1);
        return Duration.ofMillis(Math.round(capped * factor));
    }
}
