package io.toritsugi.simulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A fault that waits for its requests.
 *
 * @param service the only service that it concerns; null for every one in which it can happen
 * @param times how many requests it still meets; {@link #ALWAYS} until it is cleared
 * @param lasting how long an answer is held back or drawn out; the other faults do not ask
 */
public record PlannedFault(Fault fault, @Nullable LincolnService service, int times, Duration lasting) {

    /** As many requests as there are. */
    public static final int ALWAYS = Integer.MAX_VALUE;

    /** Longer than the 90 s that clients are seen to wait (domain notes §2). */
    static final Duration BEYOND_PATIENCE = Duration.ofSeconds(100);

    static final Duration SLOW = Duration.ofSeconds(20);

    public PlannedFault {
        if (times < 1) {
            throw new IllegalArgumentException("A fault meets one request or more, not " + times);
        }
        if (lasting.isNegative() || lasting.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("A fault lasts from nothing to an hour, not " + lasting);
        }
        if (service != null && !fault.concerns(service)) {
            throw new IllegalArgumentException(fault + " cannot happen in " + service.serviceName());
        }
    }

    boolean meets(LincolnService asked) {
        return (service == null || service == asked) && fault.concerns(asked);
    }

    static Duration usually(Fault fault) {
        return fault == Fault.SLOW_BYTES ? SLOW : BEYOND_PATIENCE;
    }
}
