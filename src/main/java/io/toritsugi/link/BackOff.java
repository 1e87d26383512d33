package io.toritsugi.link;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Waits that double: {@code min(cap, base × 2^n)}, give or take a tenth, so that what failed together does not come back in
 * step.
 *
 * @param base the first wait
 * @param cap the longest wait
 */
public record BackOff(Duration base, Duration cap) {

    private static final int MOST_DOUBLINGS = 30;
    private static final double JITTER = 0.1;

    public BackOff {
        if (base.isNegative() || base.isZero() || cap.compareTo(base) < 0) {
            throw new IllegalArgumentException("Expected 0 < base <= cap, found base=" + base + " cap=" + cap);
        }
    }

    /**
     * How long to wait.
     *
     * @param failures how often it has failed so far, at least 1
     */
    public Duration after(int failures) {
        long doubled = base.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
        long wait = doubled <= 0 ? cap.toMillis() : Math.min(cap.toMillis(), doubled);
        return jittered(Duration.ofMillis(wait));
    }

    /** The wait itself, a tenth longer or shorter at most. */
    static Duration jittered(Duration wait) {
        double factor = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
        return Duration.ofMillis(Math.round(wait.toMillis() * factor));
    }
}
