package io.toritsugi.failure;

import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes hold of a failure before something is done about it: only an open one can still be changed. */
@Component
public class OpenFailures {

    private final JdbcClient jdbc;

    OpenFailures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An open failure.
     *
     * @param state {@code waiting} or {@code escalated}
     * @param kind null when unreadable
     * @param fingerprint the same for all failures of one cause
     * @param bytes the length of its telegram
     * @param version counts what happened to it
     */
    public record OpenFailure(
            long id,
            long telegramId,
            int hotelId,
            String state,
            FailureCode code,
            @Nullable String kind,
            String fingerprint,
            long bytes,
            int version) {

        /**
         * Goes on only where this can be done about it.
         *
         * @throws ProblemException saying why not
         */
        public void require(PossibleAction action) {
            action.obstacle(code, kind).ifPresent(obstacle -> {
                throw new ProblemException(
                        obstacle,
                        Map.of("code", code.code(), "found", String.valueOf(bytes)),
                        Map.of("class", code.failureClass()));
            });
        }
    }

    /**
     * The failure, its row locked to the end of the transaction.
     *
     * @param version which state of it the caller has seen; null when he does not say
     * @throws ProblemException {@code failure.closed} when it is over, {@code conflict.version} when somebody was faster,
     *     {@code failure.unknown}
     */
    public OpenFailure hold(long id, @Nullable Integer version) {
        var found = jdbc.sql("""
                        select f.id, f.telegram_id, f.hotel_id, f.state, f.failure_code, f.kind, f.fingerprint, t.bytes, f.version
                        from import_failure f
                                 join telegram t on t.id = f.telegram_id
                        where f.id = :id
                        for update of f
                        """)
                .param("id", id)
                .query((row, number) -> new OpenFailure(
                        row.getLong("id"),
                        row.getLong("telegram_id"),
                        row.getInt("hotel_id"),
                        row.getString("state"),
                        FailureCode.of(row.getString("failure_code")),
                        row.getString("kind"),
                        row.getString("fingerprint"),
                        row.getLong("bytes"),
                        row.getInt("version")))
                .optional()
                .orElseThrow(() -> new ProblemException(ProblemCode.FAILURE_UNKNOWN));
        if (!FailuresAsked.isOpen(found.state())) {
            throw new ProblemException(
                    ProblemCode.FAILURE_CLOSED, Map.of("state", found.state()), Map.of("state", found.state()));
        }
        if (version != null && version != found.version()) {
            throw new ProblemException(ProblemCode.CONFLICT_VERSION, Map.of(), Map.of("version", found.version()));
        }
        return found;
    }
}
