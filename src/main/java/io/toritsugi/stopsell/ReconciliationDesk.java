package io.toritsugi.stopsell;

import io.toritsugi.access.Audit;
import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelRef;
import io.toritsugi.api.PageAsked;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.database.LocalMoment;
import io.toritsugi.database.SqlFile;
import io.toritsugi.failure.StoredWords;
import io.toritsugi.stopsell.StockDifference.Figure;
import io.toritsugi.stopsell.StockDifference.Proposal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has stock compared because a person says so, and shows what was found. */
@Component
class ReconciliationDesk {

    private static final String RECONCILIATIONS = SqlFile.text("stopsell/reconciliations");
    private static final String DIFFERENCES = SqlFile.text("stopsell/differences");

    private static final String UNDER_WAY = """
            update stock_reconciliation
            set due_at = :now
            where hotel_id = :hotel
              and state = 'due'
            returning id
            """;

    private static final String ASK = """
            insert into stock_reconciliation (hotel_id, state, asked_by, first_night, end_night, next_night, due_at, asked_at)
            select h.id, 'due', :who, :today::date, :today::date + h.horizon_days, :today::date, :now, :now
            from hotel h
            where h.id = :hotel
            on conflict (hotel_id) where state = 'due' do nothing
            returning id
            """;

    private final JdbcClient jdbc;
    private final WantedStopSells linked;
    private final StockWords words;
    private final StoredWords failures;
    private final Audit audit;
    private final Clock clock;

    ReconciliationDesk(
            JdbcClient jdbc, WantedStopSells linked, StockWords words, StoredWords failures, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.linked = linked;
        this.words = words;
        this.failures = failures;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Has the stock compared now; one that is under way is hurried and not begun anew.
     *
     * @return its number
     * @throws ProblemException {@code connection.unknown} when the hotel is not linked
     */
    @Transactional
    public long ask(HotelRef hotel) {
        linked.requireLinked(hotel);
        var now = SendingTable.at(clock.instant());
        var begun = jdbc.sql(ASK)
                .param("hotel", hotel.id())
                .param("who", Caller.current().name())
                .param("today", hotel.today(clock))
                .param("now", now)
                .query(Long.class)
                .optional();
        long id = begun.orElseGet(() -> jdbc.sql(UNDER_WAY)
                .param("hotel", hotel.id())
                .param("now", now)
                .query(Long.class)
                .single());
        audit.record(
                "stock.reconciliation_asked",
                hotel.id(),
                "reconciliation/" + id,
                null,
                Map.of("begun", begun.isPresent()));
        return id;
    }

    /** The newest first; one more than the page shows, where there is one. */
    List<Reconciliation> list(HotelRef hotel, PageAsked page, Locale language) {
        return reconciliations(hotel, null, page.afterNumber(), page.rows(), language);
    }

    /** @throws ProblemException {@code stock.reconciliation_unknown} */
    Reconciliation show(HotelRef hotel, long id, Locale language) {
        return reconciliations(hotel, id, null, 1, language).stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemCode.RECONCILIATION_UNKNOWN));
    }

    /** What was found, in its order; one more than the page shows, where there is one. */
    List<StockDifference> differences(long id, @Nullable String code, PageAsked page, Locale language) {
        return jdbc.sql(DIFFERENCES)
                .param("reconciliation", id)
                .param("code", code)
                .param("after", page.afterNumber())
                .param("limit", page.rows())
                .query((row, number) -> difference(row, language))
                .list();
    }

    private List<Reconciliation> reconciliations(
            HotelRef hotel, @Nullable Long id, @Nullable Long before, int rows, Locale language) {
        return jdbc.sql(RECONCILIATIONS)
                .param("hotel", hotel.id())
                .param("id", id)
                .param("before", before)
                .param("limit", rows)
                .query((row, number) -> reconciliation(row, language))
                .list();
    }

    private Reconciliation reconciliation(ResultSet row, Locale language) throws SQLException {
        var zone = ZoneId.of(row.getString("time_zone"));
        var code = row.getString("last_code");
        var state = row.getString("state");
        return new Reconciliation(
                row.getLong("id"),
                row.getString("hotel"),
                state,
                row.getString("asked_by"),
                row.getObject("first_night", LocalDate.class),
                row.getObject("end_night", LocalDate.class),
                row.getObject("next_night", LocalDate.class),
                row.getInt("compared"),
                row.getLong("differences"),
                row.getInt("attempts"),
                state.equals("due") ? LocalMoment.of(row, "due_at", zone) : null,
                code,
                failures.message(code, row.getString("last_args"), language),
                LocalMoment.of(row, "asked_at", zone),
                LocalMoment.orNull(row, "ended_at", zone));
    }

    private StockDifference difference(ResultSet row, Locale language) throws SQLException {
        var code = row.getString("code");
        var roomType = row.getString("room_type");
        var group = row.getString("group_code");
        var from = row.getObject("from_night", LocalDate.class);
        var to = row.getObject("end_night", LocalDate.class);
        var expected = figure(row, "expected_rooms", "expected_sale");
        var found = figure(row, "found_rooms", "found_sale");
        var facts = new HashMap<String, String>();
        put(facts, "roomType", roomType);
        put(facts, "group", group);
        put(facts, "groupName", row.getString("group_name"));
        put(facts, "expected", expected == null ? null : expected.rooms());
        put(facts, "found", found == null ? null : found.rooms());
        return new StockDifference(
                row.getLong("id"),
                code,
                roomType,
                group,
                from,
                to,
                expected,
                found,
                words.message(code, facts, language),
                words.next(code, facts, language),
                proposal(roomType, from, to, row.getString("expected_sale")));
    }

    private static @Nullable Figure figure(ResultSet row, String rooms, String sale) throws SQLException {
        var count = row.getObject(rooms, Integer.class);
        var status = row.getString(sale);
        return count == null && status == null ? null : new Figure(count, status);
    }

    /** Whoever wants a sale that TL-Lincoln does not have sends it; what we do not want anything of has no proposal. */
    private static @Nullable Proposal proposal(
            @Nullable String roomType, LocalDate from, LocalDate to, @Nullable String wanted) {
        if (roomType == null || wanted == null) {
            return null;
        }
        var action = StopSellAction.of(wanted);
        return new Proposal(roomType, from, to, action, action == StopSellAction.STOP);
    }

    private static void put(Map<String, String> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }
}
