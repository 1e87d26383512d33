package io.toritsugi.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.failure.Failure;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Incidents of which a hotel has one for each cause, whatever the reason is today. Writes in the caller's transaction. */
@Component
class HotelIncidents {

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

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    HotelIncidents(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Raises the incident, or joins the one that lives.
     *
     * @param cause its name, which is its fingerprint and its category
     * @param severity {@code info}, {@code warning} or {@code critical}
     */
    void raise(int hotelId, String cause, String severity, Failure failure, Instant at) {
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

    /** The cause is gone; nothing happens where no incident lives. */
    void resolve(int hotelId, String cause, Instant at) {
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
