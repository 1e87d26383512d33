package io.toritsugi.confirm;

import io.toritsugi.access.Audit;
import io.toritsugi.access.HotelRef;
import io.toritsugi.api.PageAsked;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.database.LocalMoment;
import io.toritsugi.database.SqlFile;
import io.toritsugi.failure.StoredWords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows outputs to people, and has one confirmed because a person says so. */
@Component
class OutputDesk {

    private static final String LIST = SqlFile.text("confirm/outputs");
    private static final String WHOLE = SqlFile.text("confirm/whole");
    private static final Set<String> STATES = Set.of("waiting", "due", "confirmed", "escalated");

    private final JdbcClient jdbc;
    private final StoredWords words;
    private final Audit audit;
    private final Clock clock;

    OutputDesk(JdbcClient jdbc, StoredWords words, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The newest first; one more than the page shows, where there is one.
     *
     * @param hotelId null for all hotels
     * @throws ProblemException {@code request.invalid} when there is no such state
     */
    List<OutputLine> list(@Nullable Integer hotelId, @Nullable String state, PageAsked page, Locale language) {
        if (state != null && !STATES.contains(state)) {
            throw ProblemException.ofField("state");
        }
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("hotel", hotelId);
        parameters.put("state", state);
        parameters.put("open", state != null && !state.equals("confirmed"));
        parameters.put("before", page.afterNumber());
        parameters.put("limit", page.rows());
        return lines(jdbc.sql(LIST).params(parameters).query(Long.class).list(), language);
    }

    /** @throws ProblemException {@code output.unknown} */
    OutputLine show(long id, Locale language) {
        return lines(List.of(id), language).stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemCode.OUTPUT_UNKNOWN));
    }

    /**
     * The hotel that an output belongs to, by its code.
     *
     * @throws ProblemException {@code output.unknown}
     */
    String hotelOf(long id) {
        return jdbc.sql("select h.code from output o join hotel h on h.id = o.hotel_id where o.id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new ProblemException(ProblemCode.OUTPUT_UNKNOWN));
    }

    /**
     * Makes an output due now, with all attempts before it again.
     *
     * @throws ProblemException {@code output.confirmed} when there is nothing to do, {@code output.waiting} when its bookings
     *     are not resolved yet
     */
    @Transactional
    public void retry(HotelRef hotel, long id) {
        var state = jdbc.sql("select state from output where id = :id for update")
                .param("id", id)
                .query(String.class)
                .single();
        if (state.equals("confirmed") || state.equals("waiting")) {
            throw new ProblemException(
                    state.equals("confirmed") ? ProblemCode.OUTPUT_CONFIRMED : ProblemCode.OUTPUT_WAITING);
        }
        jdbc.sql("update output set state = 'due', due_at = :now, attempts = 0 where id = :id")
                .param("now", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
        audit.record("output.retried", hotel.id(), "output/" + id, Map.of("state", state), Map.of("state", "due"));
    }

    private List<OutputLine> lines(List<Long> ids, Locale language) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(WHOLE)
                        .param("ids", ids.toArray(Long[]::new))
                        .query((row, number) -> line(row, language))
                        .list();
    }

    private OutputLine line(ResultSet row, Locale language) throws SQLException {
        var zone = ZoneId.of(row.getString("time_zone"));
        var code = row.getString("last_code");
        return new OutputLine(
                row.getLong("id"),
                row.getString("hotel"),
                row.getString("output_id"),
                row.getString("state"),
                LocalMoment.of(row, "first_received_at", zone),
                LocalMoment.of(row, "last_received_at", zone),
                row.getInt("times_received"),
                row.getLong("telegrams"),
                row.getLong("unresolved"),
                row.getInt("attempts"),
                LocalMoment.orNull(row, "due_at", zone),
                LocalMoment.orNull(row, "confirmed_at", zone),
                row.getString("settled_by"),
                code,
                words.message(code, row.getString("last_args"), language));
    }
}
