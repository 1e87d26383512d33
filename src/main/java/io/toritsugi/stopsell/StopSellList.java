package io.toritsugi.stopsell;

import io.toritsugi.api.PageAsked;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.database.LocalMoment;
import io.toritsugi.database.SqlFile;
import io.toritsugi.failure.StoredWords;
import io.toritsugi.stopsell.StopSell.Cause;
import io.toritsugi.stopsell.StopSell.Sending;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stop-sells, and what was decided about them, for people. */
@Component
class StopSellList {

    private static final String LIST = SqlFile.text("stopsell/list");
    private static final String WHOLE = SqlFile.text("stopsell/whole");
    private static final String SENDINGS = SqlFile.text("stopsell/sendings");
    private static final String CAUSES = SqlFile.text("stopsell/causes");
    private static final String DECISIONS = SqlFile.text("stopsell/decisions");
    private static final Set<String> STATES = Set.of("proposed", "approved", "sent", "failed", "dismissed");
    private static final String RULE = "rule";

    private final JdbcClient jdbc;
    private final SendingTable table;
    private final StockWords words;
    private final StoredWords failures;

    StopSellList(JdbcClient jdbc, SendingTable table, StockWords words, StoredWords failures) {
        this.jdbc = jdbc;
        this.table = table;
        this.words = words;
        this.failures = failures;
    }

    /**
     * What is asked for; null means any.
     *
     * @param to the night after the last
     */
    record Asked(
            @Nullable Integer hotelId,
            @Nullable String state,
            @Nullable String roomType,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        Asked {
            if (state != null && !STATES.contains(state)) {
                throw ProblemException.ofField("state");
            }
            if (from != null && to != null && !to.isAfter(from)) {
                throw ProblemException.ofField("to");
            }
        }
    }

    /** The newest first; one more than the page shows, where there is one. */
    List<StopSell> list(Asked asked, PageAsked page, Locale language) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("hotel", asked.hotelId());
        parameters.put("state", asked.state());
        parameters.put("roomType", asked.roomType());
        parameters.put("from", asked.from());
        parameters.put("to", asked.to());
        parameters.put("before", page.afterNumber());
        parameters.put("limit", page.rows());
        return whole(jdbc.sql(LIST).params(parameters).query(Long.class).list(), language);
    }

    /** @throws ProblemException {@code stop_sell.unknown} */
    StopSell show(long id, Locale language) {
        return whole(List.of(id), language).stream().findFirst().orElseThrow(StopSellList::unknown);
    }

    /**
     * The hotel of a stop-sell, by its code.
     *
     * @throws ProblemException {@code stop_sell.unknown}
     */
    String hotelOf(long id) {
        return jdbc.sql("select h.code from stop_sell_proposal p join hotel h on h.id = p.hotel_id where p.id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(StopSellList::unknown);
    }

    /** What was decided for telegrams, the newest first; one more than the page shows, where there is one. */
    List<StopSellDecision> decisions(
            @Nullable Integer hotelId, @Nullable String reason, PageAsked page, Locale language) {
        return jdbc.sql(DECISIONS)
                .param("hotel", hotelId)
                .param("reason", reason)
                .param("before", page.afterNumber())
                .param("limit", page.rows())
                .query((row, number) -> decision(row, language))
                .list();
    }

    private List<StopSell> whole(List<Long> ids, Locale language) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var asked = ids.toArray(Long[]::new);
        var zones = new HashMap<Long, ZoneId>();
        jdbc.sql(WHOLE).param("ids", asked).query(row -> {
            zones.put(row.getLong("id"), ZoneId.of(row.getString("time_zone")));
        });
        var sendings = new HashMap<Long, List<Sending>>();
        jdbc.sql(SENDINGS).param("ids", asked).query(row -> {
            long proposal = row.getLong("proposal_id");
            sendings.computeIfAbsent(proposal, none -> new ArrayList<>())
                    .add(sending(row, zones.get(proposal), language));
        });
        var causes = new HashMap<Long, List<Cause>>();
        jdbc.sql(CAUSES).param("ids", asked).query(row -> {
            long proposal = row.getLong("proposal_id");
            causes.computeIfAbsent(proposal, none -> new ArrayList<>()).add(cause(row, zones.get(proposal)));
        });
        return jdbc.sql(WHOLE)
                .param("ids", asked)
                .query((row, number) -> stopSell(
                        row,
                        causes.getOrDefault(row.getLong("id"), List.of()),
                        sendings.getOrDefault(row.getLong("id"), List.of()),
                        language))
                .list();
    }

    private StopSell stopSell(ResultSet row, List<Cause> causes, List<Sending> sendings, Locale language)
            throws SQLException {
        var zone = ZoneId.of(row.getString("time_zone"));
        var why = row.getString("reason");
        var decision = row.getString("decision");
        var decidedBy = row.getString("decided_by");
        var state = row.getString("state");
        return new StopSell(
                row.getLong("id"),
                row.getString("hotel"),
                row.getString("room_type"),
                row.getObject("from_night", LocalDate.class),
                row.getObject("end_night", LocalDate.class),
                StopSellAction.of(row.getString("action")),
                state,
                why,
                words.message(why, Map.of(), language),
                state.equals("proposed") ? words.next(why, Map.of(), language) : null,
                row.getBoolean("reopens"),
                row.getString("proposed_by"),
                LocalMoment.of(row, "proposed_at", zone),
                decidedBy,
                LocalMoment.orNull(row, "decided_at", zone),
                decision != null && RULE.equals(decidedBy) ? words.message(decision, Map.of(), language) : decision,
                causes,
                sendings);
    }

    private Sending sending(ResultSet row, ZoneId zone, Locale language) throws SQLException {
        var code = row.getString("code");
        boolean open = List.of("due", "unknown").contains(row.getString("state")) && !row.getBoolean("given_up");
        return new Sending(
                row.getString("request_id"),
                row.getString("state"),
                row.getBoolean("given_up"),
                row.getInt("attempts"),
                open ? LocalMoment.of(row, "due_at", zone) : null,
                code,
                failures.message(code, row.getString("args"), language),
                row.getString("message"),
                table.read(row.getString("rows")),
                LocalMoment.of(row, "created_at", zone),
                LocalMoment.orNull(row, "ended_at", zone));
    }

    private static Cause cause(ResultSet row, ZoneId zone) throws SQLException {
        return new Cause(
                row.getLong("telegram_id"),
                row.getObject("failure_id", Long.class),
                row.getString("channel"),
                row.getString("booking_number"),
                row.getObject("from_night", LocalDate.class),
                row.getObject("end_night", LocalDate.class),
                row.getString("reason"),
                row.getInt("times"),
                LocalMoment.of(row, "decided_at", zone),
                LocalMoment.of(row, "last_decided_at", zone));
    }

    private StopSellDecision decision(ResultSet row, Locale language) throws SQLException {
        var zone = ZoneId.of(row.getString("time_zone"));
        var reason = row.getString("reason");
        return new StopSellDecision(
                row.getLong("id"),
                row.getString("hotel"),
                row.getString("room_type"),
                row.getLong("telegram_id"),
                row.getObject("failure_id", Long.class),
                row.getString("channel"),
                row.getString("booking_number"),
                row.getObject("from_night", LocalDate.class),
                row.getObject("end_night", LocalDate.class),
                reason,
                words.message(reason, Map.of(), language),
                words.next(reason, Map.of(), language),
                row.getObject("proposal_id", Long.class),
                row.getInt("times"),
                LocalMoment.of(row, "decided_at", zone),
                LocalMoment.of(row, "last_decided_at", zone));
    }

    private static ProblemException unknown() {
        return new ProblemException(ProblemCode.STOP_SELL_UNKNOWN);
    }
}
