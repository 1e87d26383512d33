package io.toritsugi.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.failure.Failure;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Incidents that last as long as their cause, one for each hotel, or the whole house, and cause, whatever the reason is today.
 * Writes in the caller's transaction.
 */
@Component
class LastingIncidents {

    private static final String RAISE = """
            insert into incident (hotel_id, fingerprint, category, severity, code, failure_class, arguments, first_seen, last_seen)
            values (:hotel, :cause, :category, :severity, :code, :class, :facts::jsonb, :at, :at)
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
                resolved_at = greatest(last_seen, :at),
                resolution  = 'healed'
            where hotel_id = any (:hotels)
              and fingerprint = :cause
              and state <> 'resolved'
            """;

    private static final String RESOLVE_OF_THE_HOUSE = """
            update incident
            set state       = 'resolved',
                resolved_at = greatest(last_seen, :at),
                resolution  = 'healed'
            where hotel_id is null
              and fingerprint = :cause
              and state <> 'resolved'
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    LastingIncidents(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * What is wrong, and where.
     *
     * @param hotelId null where it concerns the whole house
     * @param cause by which it is known again, its fingerprint
     * @param severity {@code info}, {@code warning} or {@code critical}
     */
    record Trouble(@Nullable Integer hotelId, String cause, String category, String severity) {}

    /** Raises the incident, or joins the one that lives. */
    void raise(Trouble trouble, Failure failure, Instant at) {
        jdbc.sql(RAISE)
                .param("hotel", trouble.hotelId())
                .param("cause", trouble.cause())
                .param("category", trouble.category())
                .param("severity", trouble.severity())
                .param("code", failure.code().code())
                .param("class", failure.failureClass().name())
                .param("facts", facts(failure))
                .param("at", at(at))
                .update();
    }

    /** The cause is gone; nothing happens where no incident lives. */
    void resolve(int hotelId, String cause, Instant at) {
        resolve(List.of(hotelId), cause, at);
    }

    /** The cause is gone in these hotels. */
    void resolve(Collection<Integer> hotelIds, String cause, Instant at) {
        jdbc.sql(RESOLVE)
                .param("hotels", hotelIds.toArray(Integer[]::new))
                .param("cause", cause)
                .param("at", at(at))
                .update();
    }

    /** The cause is gone from the whole house. */
    void resolveOfTheHouse(String cause, Instant at) {
        jdbc.sql(RESOLVE_OF_THE_HOUSE).param("cause", cause).param("at", at(at)).update();
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
