package io.toritsugi.failure;

import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelRef;
import io.toritsugi.inventory.HotelLock;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes a failure by a person's word (R4.5): it is never tried again, and its telegram never placed, whatever else arrives of
 * its booking. Under the hotel's lock, so that no batch is deciding about it at the same time.
 */
@Component
public class DismissFailure {

    private static final String DISMISS = """
            update import_failure
            set state       = 'dismissed',
                resolution  = 'dismissed',
                resolved_at = :now,
                updated_at  = :now
            where id = :id
            """;

    private final JdbcClient jdbc;
    private final HotelLock lock;
    private final OpenFailures failures;
    private final FailureActions actions;
    private final RetryQueue queue;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DismissFailure(
            JdbcClient jdbc,
            HotelLock lock,
            OpenFailures failures,
            FailureActions actions,
            RetryQueue queue,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.failures = failures;
        this.actions = actions;
        this.queue = queue;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Dismisses a failure.
     *
     * @param version which state of it the caller has seen; null when he does not say
     * @throws io.toritsugi.api.ProblemException {@code failure.closed}, {@code conflict.version}
     */
    @Transactional
    public void dismiss(Caller caller, HotelRef hotel, long id, String reason, @Nullable Integer version) {
        lock.hold(hotel.id());
        var failure = failures.hold(id, version);
        var now = clock.instant();
        jdbc.sql(DISMISS)
                .param("id", id)
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
        queue.remove(List.of(id));
        actions.record(
                caller, id, new FailureActions.Done(hotel.id(), "dismiss", reason, failure.state(), "dismissed"));
        events.publishEvent(new FailureDismissed(id, failure.telegramId(), hotel.id(), now));
    }
}
