package io.toritsugi.telegram;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long one step of reading may still take. */
final class Deadline {

    private final LongSupplier nanoClock;
    private final long nanos;
    private long started;

    Deadline(LongSupplier nanoClock, Duration time) {
        this.nanoClock = nanoClock;
        this.nanos = time.toNanos();
        rearm();
    }

    void rearm() {
        started = nanoClock.getAsLong();
    }

    void check() throws ReadingStoppedException {
        if (nanoClock.getAsLong() - started > nanos) {
            throw new ReadingStoppedException(ReadingStoppedException.Reason.TOO_SLOW);
        }
    }
}
