package io.toritsugi.failure;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How failures of a hotel are tried again by themselves: {@code min(cap, base × 2^n)}, give or take the jitter (R4.1).
 *
 * @param base the wait before the first retry
 * @param cap the longest wait
 * @param attempts how many attempts there are in all before a person is called
 */
public record RetryPolicy(Duration base, Duration cap, int attempts) {

    private static final int MOST_DOUBLINGS = 30;

    /** @throws IllegalArgumentException when the waits or the attempts make no sense */
    public RetryPolicy {
        if (base.isNegative() || base.isZero() || cap.compareTo(base) < 0 || attempts < 1) {
            throw new IllegalArgumentException("Retries: expected 0 < base <= cap and attempts >= 1, found base=" + base
                    + " cap=" + cap + " attempts=" + attempts);
        }
    }

    /**
     * The wait before the next attempt.
     *
     * @param made attempts made so far, at least 1
     * @param jitter the share by which the wait is made longer or shorter, from 0 to less than 1
     */
    Duration waitAfter(int made, double jitter) {
        long doubled = base.toMillis() << Math.min(made - 1, MOST_DOUBLINGS);
        long capped = doubled <= 0 ? cap.toMillis() : Math.min(cap.toMillis(), doubled);
        double factor = 1 + jitter * (2 * ThreadLocalRandom.current().nextDouble() - 1);
        return Duration.ofMillis(Math.round(capped * factor));
    }
}
