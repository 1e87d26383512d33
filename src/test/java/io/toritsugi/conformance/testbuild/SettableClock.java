package io.toritsugi.conformance.testbuild;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** The machine's time, moved by as much as somebody asked for. */
final class SettableClock extends Clock {

    private final Clock machine;
    private final AtomicReference<Duration> ahead;

    SettableClock() {
        this(Clock.systemUTC(), new AtomicReference<>(Duration.ZERO));
    }

    private SettableClock(Clock machine, AtomicReference<Duration> ahead) {
        this.machine = machine;
        this.ahead = ahead;
    }

    /** @param duration negative sets it back behind the machine's */
    void ahead(Duration duration) {
        ahead.set(duration);
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SettableClock(machine.withZone(zone), ahead);
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(ahead.get());
    }
}
