package io.toritsugi.notify;

import io.toritsugi.access.Audit;
import io.toritsugi.access.Caller;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody has seen an incident and looks after it; it ends by itself when its cause is gone. */
@Component
class AcknowledgeIncident {

    private static final String ACKNOWLEDGE = """
            update incident
            set state           = 'acknowledged',
                acknowledged_by = :who,
                acknowledged_at = :now,
                acknowledgement = :reason
            where id = :id
            """;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    AcknowledgeIncident(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Acknowledges an incident for the current caller; once more tells who looks after it now.
     *
     * @throws ProblemException {@code notification.closed} when it is resolved already
     */
    @Transactional
    public void acknowledge(long id, @Nullable String reason) {
        var before = jdbc.sql("""
                        select hotel_id, state, acknowledged_by, acknowledgement
                        from incident
                        where id = :id
                        for update
                        """)
                .param("id", id)
                .query(Acknowledged.class)
                .optional()
                .orElseThrow(() -> new ProblemException(ProblemCode.NOTIFICATION_UNKNOWN));
        if (before.state().equals("resolved")) {
            throw new ProblemException(ProblemCode.NOTIFICATION_CLOSED);
        }
        var who = Caller.current().name();
        jdbc.sql(ACKNOWLEDGE)
                .param("id", id)
                .param("who", who)
                .param("now", OffsetDateTime.now(clock))
                .param("reason", reason)
                .update();
        var after = new Acknowledged(before.hotelId(), "acknowledged", who, reason);
        audit.record(
                "notification.acknowledged", before.hotelId(), "notification/" + id, before.shown(), after.shown());
    }

    private record Acknowledged(
            @Nullable Integer hotelId,
            String state,
            @Nullable String acknowledgedBy,
            @Nullable String acknowledgement) {

        LinkedHashMap<String, @Nullable String> shown() {
            var shown = new LinkedHashMap<String, @Nullable String>();
            shown.put("state", state);
            shown.put("acknowledgedBy", acknowledgedBy);
            shown.put("acknowledgement", acknowledgement);
            return shown;
        }
    }
}
