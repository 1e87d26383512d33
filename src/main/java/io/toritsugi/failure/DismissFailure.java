package io.toritsugi.failure;

import io.toritsugi.access.HotelRef;
import io.toritsugi.inventory.HotelLock;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes a failure by a person's word (R4.5): it is never tried again, and its telegram never placed, whatever else arrives of
 * its booking. Under the hotel's lock, so that no batch is deciding about it at the same time.
 */
@Component
class DismissFailure {

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
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DismissFailure(
            JdbcClient jdbc,
            HotelLock lock,
            OpenFailures failures,
            FailureActions actions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.failures = failures;
        this.actions = actions;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void dismiss(HotelRef hotel, long id, String reason) {
        lock.hold(hotel.id());
        var failure = failures.hold(id);
        var now = clock.instant();
        jdbc.sql(DISMISS)
                .param("id", id)
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
        jdbc.sql("delete from retry_queue where failure_id = :id")
                .param("id", id)
                .update();
        actions.record(id, hotel.id(), "dismiss", reason, failure.state(), "dismissed");
        events.publishEvent(new FailureDismissed(id, failure.telegramId(), hotel.id(), now));
    }
}
