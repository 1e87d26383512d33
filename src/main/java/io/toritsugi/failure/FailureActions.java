package io.toritsugi.failure;

import io.toritsugi.access.Audit;
import io.toritsugi.access.Caller;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down what a person did about a failure: in the history of the case and in the audit. In the caller's transaction. */
@Component
public class FailureActions {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    FailureActions(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Records an action of the current caller.
     *
     * @param action {@code retry}, {@code dismiss}, …
     * @param reason what the caller said; null when nothing
     * @param before the state of the failure before
     * @param after its state now
     */
    public void record(
            long failureId, int hotelId, String action, @Nullable String reason, String before, String after) {
        jdbc.sql("""
                        insert into import_failure_action (failure_id, done_at, done_by, action, reason)
                        values (:failure, :now, :who, :action, :reason)
                        """)
                .param("failure", failureId)
                .param("now", OffsetDateTime.now(clock))
                .param("who", Caller.currentOrSystem().name())
                .param("action", action)
                .param("reason", reason)
                .update();
        audit.record(
                "failure." + action,
                hotelId,
                "failure/" + failureId,
                Map.of("state", before),
                reason == null ? Map.of("state", after) : Map.of("state", after, "reason", reason));
    }
}
