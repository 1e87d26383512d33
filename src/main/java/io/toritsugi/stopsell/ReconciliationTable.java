package io.toritsugi.stopsell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.database.SqlFile;
import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.link.RemoteFailedException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Comparisons under way: who is at which nights, by a lease with a fencing number, and what was found. A comparison goes on
 * where it stopped, on any node.
 */
@Component
class ReconciliationTable {

    private static final String HOTELS = SqlFile.text("stopsell/hotels-to-reconcile");
    private static final String CLAIM = SqlFile.text("stopsell/claim-reconciliation");
    private static final String KEEP = SqlFile.text("stopsell/keep-differences");

    private static final String ADVANCE = """
            update stock_reconciliation
            set next_night  = :next,
                compared    = compared + :compared,
                attempts    = 0,
                due_at      = :due,
                state       = case when :next::date = end_night then 'done' else 'due' end,
                ended_at    = case when :next::date = end_night then :now::timestamptz end,
                last_code   = null,
                last_args   = null,
                leased_by   = null,
                lease_until = null
            where id = :id
              and fence = :fence
              and state = 'due'
            returning state
            """;

    private static final String FAILED = """
            update stock_reconciliation
            set attempts    = attempts + :counted,
                due_at      = :due,
                state       = case when :exhausted::boolean then 'failed' else 'due' end,
                ended_at    = case when :exhausted::boolean then :now::timestamptz end,
                last_code   = :code,
                last_args   = :args::jsonb,
                leased_by   = null,
                lease_until = null
            where id = :id
              and fence = :fence
              and state = 'due'
            """;

    private static final String COUNT = """
            select count(*) as differences, count(*) filter (where code = any (:dangerous)) as dangerous
            from stock_difference
            where reconciliation_id = :id
            """;

    private static final String[] DANGEROUS = {
        StockWord.SELLS_MORE.code(), StockWord.OPEN_THOUGH_FULL.code(), StockWord.OPEN_THOUGH_STOPPED.code()
    };

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final StopSellSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final String worker = UUID.randomUUID().toString();

    ReconciliationTable(
            JdbcClient jdbc,
            ObjectMapper json,
            StopSellSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** The hotels whose stock is to be compared now. */
    List<Integer> hotels() {
        return jdbc.sql(HOTELS)
                .param("now", OffsetDateTime.now(clock))
                .query(Integer.class)
                .list();
    }

    /** Takes the next nights of a hotel's comparison; empty when there are none, or when nothing may be asked now. */
    Optional<ClaimedNights> claim(int hotelId) {
        return jdbc.sql(CLAIM)
                .param("worker", worker)
                .param("now", OffsetDateTime.now(clock))
                .param("hotel", hotelId)
                .query(ClaimedNights.class)
                .optional();
    }

    /**
     * Some nights are compared.
     *
     * @param end the night after the last of them
     * @return whether the claim was still held
     */
    @Transactional
    public boolean compared(ClaimedNights nights, LocalDate end, CompareStock.Result result) {
        var now = clock.instant();
        var state = jdbc.sql(ADVANCE)
                .param("next", end)
                .param("compared", result.compared())
                .param("due", SendingTable.at(now.plus(settings.pause())))
                .param("now", SendingTable.at(now))
                .param("id", nights.id())
                .param("fence", nights.fence())
                .query(String.class)
                .optional();
        if (state.isEmpty()) {
            return false;
        }
        jdbc.sql(KEEP)
                .param("differences", written(result.differences()))
                .param("reconciliation", nights.id())
                .update();
        if (state.get().equals("done")) {
            events.publishEvent(counted(nights, now));
        }
        return true;
    }

    /**
     * TL-Lincoln was not asked, or did not answer: tried again by schedule, or left to a person.
     *
     * @return whether the claim was still held
     */
    @Transactional
    public boolean failed(ClaimedNights nights, RemoteFailedException failed) {
        boolean patience = failed.askAgainAt() != null;
        boolean exhausted = !patience && nights.attempts() + 1 >= settings.attempts();
        var now = clock.instant();
        int written = jdbc.sql(FAILED)
                .param("counted", patience ? 0 : 1)
                .param("due", SendingTable.at(next(nights, failed.askAgainAt())))
                .param("exhausted", exhausted)
                .param("now", SendingTable.at(now))
                .param("code", failed.failure().code().code())
                .param("args", write(failed.failure().arguments()))
                .param("id", nights.id())
                .param("fence", nights.fence())
                .update();
        if (written > 0 && exhausted) {
            events.publishEvent(new StockNotCompared(nights.hotelId(), nights.id(), words(failed.failure()), now));
        }
        return written > 0;
    }

    private Instant next(ClaimedNights nights, @Nullable Instant asked) {
        return asked != null ? asked : clock.instant().plus(settings.schedule().after(nights.attempts() + 1));
    }

    private StockCompared counted(ClaimedNights nights, Instant now) {
        return jdbc.sql(COUNT)
                .param("dangerous", DANGEROUS)
                .param("id", nights.id())
                .query((row, number) -> new StockCompared(
                        nights.hotelId(), nights.id(), row.getInt("differences"), row.getInt("dangerous"), now))
                .single();
    }

    private static Failure words(Failure last) {
        var facts = new HashMap<>(last.arguments());
        facts.putIfAbsent("text", last.code().code());
        return new Failure(FailureCode.REMOTE_STOCK_NOT_COMPARED, last.stage(), facts);
    }

    private String written(List<FoundDifference> differences) {
        return write(differences.stream().map(ReconciliationTable::row).toList());
    }

    private static Map<String, @Nullable Object> row(FoundDifference difference) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("code", difference.word().code());
        row.put("room_type_id", difference.roomTypeId());
        row.put("group_code", difference.group());
        row.put("group_name", difference.groupName());
        row.put("first_night", difference.first().toString());
        row.put("end_night", difference.end().toString());
        row.put("expected_rooms", difference.expectedRooms());
        row.put("expected_sale", difference.expectedSale());
        row.put("found_rooms", difference.foundRooms());
        row.put("found_sale", difference.foundSale());
        return row;
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("What was found cannot be written", impossible);
        }
    }
}
