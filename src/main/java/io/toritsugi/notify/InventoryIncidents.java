package io.toritsugi.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.inventory.AvailabilityAgreed;
import io.toritsugi.inventory.AvailabilityDrifted;
import io.toritsugi.inventory.AvailabilityDrifted.Kept;
import io.toritsugi.inventory.DriftedCounter;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Raises an incident where numbers of a hotel's inventory have drifted, one each a hotel and place where they are kept; it ends
 * when a later comparison finds them in order. Writes in the transaction of what it is told of.
 */
@Component
class InventoryIncidents {

    private static final String RAISE = """
            insert into incident (hotel_id, fingerprint, category, severity, code, failure_class, arguments, first_seen, last_seen)
            values (:hotel, :fingerprint, 'inventory', :severity, :code, :class, :facts::jsonb, :at, :at)
            on conflict (hotel_id, fingerprint) where state <> 'resolved' do update
                set occurrences = incident.occurrences + 1,
                    last_seen   = greatest(incident.last_seen, excluded.last_seen),
                    arguments   = excluded.arguments
            """;

    private static final String RESOLVE = """
            update incident
            set state       = 'resolved',
                resolved_at = greatest(last_seen, :at),
                resolution  = 'healed'
            where hotel_id = any (:hotels)
              and fingerprint = :fingerprint
              and state <> 'resolved'
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    InventoryIncidents(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @EventListener
    void note(AvailabilityDrifted drift) {
        var code = FailureCode.of(drift.kept().code());
        jdbc.sql(RAISE)
                .param("hotel", drift.hotelId())
                .param("fingerprint", code.code())
                .param("severity", drift.kept() == Kept.TABLE ? "critical" : "warning")
                .param("code", code.code())
                .param("class", code.failureClass().name())
                .param("facts", facts(drift))
                .param("at", OffsetDateTime.ofInstant(drift.at(), ZoneOffset.UTC))
                .update();
    }

    @EventListener
    void note(AvailabilityAgreed agreed) {
        jdbc.sql(RESOLVE)
                .param("hotels", agreed.hotelIds().toArray(Integer[]::new))
                .param("fingerprint", agreed.kept().code())
                .param("at", OffsetDateTime.ofInstant(agreed.at(), ZoneOffset.UTC))
                .update();
    }

    private String facts(AvailabilityDrifted drift) {
        DriftedCounter first = drift.found().get(0);
        try {
            return json.writeValueAsString(Map.of(
                    "count",
                    String.valueOf(drift.found().size()),
                    "first",
                    first.date() == null ? first.roomType() : first.roomType() + " " + first.date()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Facts of a drift cannot be written", impossible);
        }
    }
}
