package io.toritsugi.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.confirm.ConfirmationEscalated;
import io.toritsugi.confirm.OutputConfirmed;
import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.link.LinkRestored;
import io.toritsugi.link.LinkTroubled;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

    private static final String RAISE = """
            insert into incident (hotel_id, fingerprint, category, severity, code, failure_class, arguments, first_seen, last_seen)
            values (:hotel, :fingerprint, :category, :severity, :code, :class, :facts::jsonb, :at, :at)
            on conflict (hotel_id, fingerprint) where state <> 'resolved' do update
                set occurrences   = incident.occurrences + 1,
                    last_seen     = greatest(incident.last_seen, excluded.last_seen),
                    severity      = excluded.severity,
                    code          = excluded.code,
                    failure_class = excluded.failure_class,
                    arguments     = excluded.arguments
            """;

    private static final String RESOLVE = """
            update incident
            set state       = 'resolved',
                resolved_at = :at,
                resolution  = 'healed'
            where hotel_id = :hotel
              and fingerprint = :fingerprint
              and state <> 'resolved'
            """;

    private static final String ESCALATED_LEFT = """
            select exists (select from output where hotel_id = :hotel and state = 'escalated')
            """;

    /** One cause a hotel, so the name of the cause is its fingerprint. */
    private static final String POLL = "link";

    private static final String CONFIRM = "confirmation";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    LinkIncidents(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @EventListener
    void note(LinkTroubled troubled) {
        boolean lockedOut = troubled.failure().code() == FailureCode.REMOTE_CREDENTIALS;
        raise(troubled.hotelId(), POLL, lockedOut ? "critical" : "warning", troubled.failure(), troubled.at());
    }

    @EventListener
    void note(LinkRestored restored) {
        resolve(restored.hotelId(), POLL, restored.at());
    }

    @EventListener
    void note(ConfirmationEscalated escalated) {
        raise(escalated.hotelId(), CONFIRM, "warning", escalated.failure(), escalated.at());
    }

    @EventListener
    void note(OutputConfirmed confirmed) {
        boolean othersLeft = jdbc.sql(ESCALATED_LEFT)
                .param("hotel", confirmed.hotelId())
                .query(Boolean.class)
                .single();
        if (!othersLeft) {
            resolve(confirmed.hotelId(), CONFIRM, confirmed.at());
        }
    }

    private void raise(int hotelId, String cause, String severity, Failure failure, Instant at) {
        jdbc.sql(RAISE)
                .param("hotel", hotelId)
                .param("fingerprint", cause)
                .param("category", cause)
                .param("severity", severity)
                .param("code", failure.code().code())
                .param("class", failure.failureClass().name())
                .param("facts", facts(failure))
                .param("at", at(at))
                .update();
    }

    private void resolve(int hotelId, String cause, Instant at) {
        jdbc.sql(RESOLVE)
                .param("hotel", hotelId)
                .param("fingerprint", cause)
                .param("at", at(at))
                .update();
    }

    private String facts(Failure failure) {
        try {
            return json.writeValueAsString(failure.arguments());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Facts of a failure cannot be written", impossible);
        }
    }

    private static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
