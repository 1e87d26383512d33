package io.toritsugi;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that goes only when it is told to. */
public final class SettableClock extends Clock {

    private final AtomicReference<Instant> now;

    public SettableClock(Instant now) {
        this.now = new AtomicReference<>(now);
    }

    public void forward(Duration by) {
        now.updateAndGet(before -> before.plus(by));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now.get(), zone);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /**
     * To be imported: puts one in the place of the application's clock, set to the time of the start. Bears no annotation, or
     * every application that is started beside the tests' classes would find it.
     */
    public static class InTheApplication {

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock(Instant.ofEpochMilli(System.currentTimeMillis()));
        }
    }
}
