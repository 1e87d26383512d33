package io.toritsugi.notify;

import io.toritsugi.confirm.ConfirmationEscalated;
import io.toritsugi.confirm.OutputConfirmed;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.link.LinkRestored;
import io.toritsugi.link.LinkTroubled;
import io.toritsugi.notify.LastingIncidents.Trouble;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Raises an incident where a hotel's bookings cannot be fetched, and one where its outputs cannot be confirmed: one each a
 * hotel, whatever the reason is today. They end by themselves when it works again. Writes in the transaction of what it is told
 * of.
 */
@Component
class LinkIncidents {

    private static final String ESCALATED_LEFT = """
            select exists (select from output where hotel_id = :hotel and state = 'escalated')
            """;

    /** One cause a hotel, so the category says it. */
    private static final String POLL = "link";

    private static final String CONFIRM = "confirmation";

    private final JdbcClient jdbc;
    private final LastingIncidents incidents;

    LinkIncidents(JdbcClient jdbc, LastingIncidents incidents) {
        this.jdbc = jdbc;
        this.incidents = incidents;
    }

    @EventListener
    void note(LinkTroubled troubled) {
        boolean lockedOut = troubled.failure().code() == FailureCode.REMOTE_CREDENTIALS;
        incidents.raise(
                new Trouble(troubled.hotelId(), POLL, POLL, lockedOut ? "critical" : "warning"),
                troubled.failure(),
                troubled.at());
    }

    @EventListener
    void note(LinkRestored restored) {
        incidents.resolve(restored.hotelId(), POLL, restored.at());
    }

    @EventListener
    void note(ConfirmationEscalated escalated) {
        incidents.raise(
                new Trouble(escalated.hotelId(), CONFIRM, CONFIRM, "warning"), escalated.failure(), escalated.at());
    }

    @EventListener
    void note(OutputConfirmed confirmed) {
        boolean othersLeft = jdbc.sql(ESCALATED_LEFT)
                .param("hotel", confirmed.hotelId())
                .query(Boolean.class)
                .single();
        if (!othersLeft) {
            incidents.resolve(confirmed.hotelId(), CONFIRM, confirmed.at());
        }
    }
}
