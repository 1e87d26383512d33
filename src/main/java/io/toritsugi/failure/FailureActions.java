package io.toritsugi.failure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.media.Schema;
import io.toritsugi.access.Audit;
import io.toritsugi.access.Caller;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down what a person did about a failure: in the history of the case and in the audit. In the caller's transaction. */
@Component
public class FailureActions {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final ObjectMapper json;
    private final Clock clock;

    FailureActions(JdbcClient jdbc, Audit audit, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param action {@code retry}, {@code dismiss}, …
     * @param reason what was said; null when nothing
     * @param before the state of the failure before
     * @param after its state now
     * @param changes what was changed in the booking; empty when nothing
     */
    public record Done(
            int hotelId, String action, @Nullable String reason, String before, String after, List<Change> changes) {

        public Done {
            changes = List.copyOf(changes);
        }

        public Done(int hotelId, String action, @Nullable String reason, String before, String after) {
            this(hotelId, action, reason, before, after, List.of());
        }
    }

    /**
     * A field of the booking.
     *
     * @param before how it was, in JSON's types; null when it was missing
     * @param after how it is now
     */
    @Schema(name = "FailureChange")
    public record Change(
            String field, @Nullable Object before, @Nullable Object after) {}

    /** Records an action; the audit names the fields that were changed, but not what stands in them. */
    public void record(Caller caller, long failureId, Done done) {
        jdbc.sql("""
                        insert into import_failure_action (failure_id, done_at, done_by, action, reason, changes)
                        values (:failure, :now, :who, :action, :reason, :changes::jsonb)
                        """)
                .param("failure", failureId)
                .param("now", OffsetDateTime.now(clock))
                .param("who", caller.name())
                .param("action", done.action())
                .param("reason", done.reason())
                .param("changes", done.changes().isEmpty() ? "{}" : write(done.changes()))
                .update();
        jdbc.sql("update import_failure set version = version + 1 where id = :id")
                .param("id", failureId)
                .update();
        audit.record(
                caller,
                "failure." + done.action(),
                done.hotelId(),
                "failure/" + failureId,
                Map.of("state", done.before()),
                after(done));
    }

    private static Map<String, Object> after(Done done) {
        var after = new LinkedHashMap<String, Object>();
        after.put("state", done.after());
        if (done.reason() != null) {
            after.put("reason", done.reason());
        }
        if (!done.changes().isEmpty()) {
            after.put("fields", done.changes().stream().map(Change::field).toList());
        }
        return after;
    }

    private String write(List<Change> changes) {
        try {
            return json.writeValueAsString(changes);
        } catch (JsonProcessingException notSerialisable) {
            throw new IllegalStateException("Cannot write the changes of an action", notSerialisable);
        }
    }
}
