package io.toritsugi.failure;

import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import java.util.Map;
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
     * @param state {@code waiting}, {@code retrying} or {@code escalated}
     * @param bytes the length of its telegram
     */
    public record OpenFailure(long id, long telegramId, int hotelId, String state, long bytes) {}

    /**
     * The failure, its row locked to the end of the transaction.
     *
     * @throws ProblemException {@code failure.closed} when it is over, {@code failure.unknown}
     */
    public OpenFailure hold(long id) {
        var found = jdbc.sql("""
                        select f.id, f.telegram_id, f.hotel_id, f.state, t.bytes
                        from import_failure f
                                 join telegram t on t.id = f.telegram_id
                        where f.id = :id
                        for update of f
                        """)
                .param("id", id)
                .query(OpenFailure.class)
                .optional()
                .orElseThrow(() -> new ProblemException(ProblemCode.FAILURE_UNKNOWN));
        if (!FailuresAsked.isOpen(found.state())) {
            throw new ProblemException(
                    ProblemCode.FAILURE_CLOSED, Map.of("state", found.state()), Map.of("state", found.state()));
        }
        return found;
    }
}
