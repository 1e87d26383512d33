package io.toritsugi.retry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelRef;
import io.toritsugi.access.Role;
import io.toritsugi.database.Columns;
import io.toritsugi.database.SqlFile;
import io.toritsugi.retry.BulkStep.Item;
import io.toritsugi.retry.BulkStep.Result;
import java.lang.management.ManagementFactory;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tables of bulk operations for who drives them. Progress is written in the transaction of the work, under the row of the
 * operation, and only while the claim on it holds.
 */
@Component
class BulkTable {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final String CLAIM = SqlFile.text("retry/bulk-claim");
    private static final String NEXT_ITEMS = SqlFile.text("retry/bulk-next-items");

    private static final String HOLD = """
            select o.id, o.fence, o.action, o.arguments ->> 'roomType' as room_type, o.arguments ->> 'until' as until, o.reason,
                   o.wave, o.done + o.failed as worked, o.accepted, o.requested_by
            from bulk_operation o
            where o.id = :id
              and o.fence = :fence
              and o.state in ('canary', 'running')
            for update
            """;

    private static final String END_ITEMS = """
            update bulk_operation_item i
            set state    = ended.state,
                result   = ended.result,
                reason   = ended.reason,
                ended_at = ?::timestamptz
            from unnest(?::integer[], ?::text[], ?::text[], ?::text[]) as ended (position, state, result, reason)
            where i.operation_id = ?
              and i.position = ended.position
            """;

    private static final String PROGRESS = """
            update bulk_operation
            set done        = done + :done,
                failed      = failed + :failed,
                skipped     = skipped + :skipped,
                wave        = :wave,
                state       = case when :met::jsonb is not null then 'paused' when :wave = 3 then 'running' else 'canary' end,
                met         = :met::jsonb,
                lease_until = :leaseUntil
            where id = :id
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;
    private final Clock clock;
    private final String worker = ManagementFactory.getRuntimeMXBean().getName();

    BulkTable(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
        this.clock = clock;
    }

    /** The right to drive an operation for a while. */
    record Claim(UUID id, long fence) {}

    /** Claims the operation that was driven longest ago; empty when none is under way that nobody drives. */
    Optional<Claim> claim() {
        var now = OffsetDateTime.now(clock);
        return jdbc.sql(CLAIM)
                .param("worker", worker)
                .param("now", now)
                .param("leaseUntil", now.plus(LEASE))
                .query((row, number) -> new Claim(row.getObject("id", UUID.class), row.getLong("fence")))
                .optional();
    }

    /** Lets the next one drive it. */
    void giveBack(Claim claim) {
        jdbc.sql("update bulk_operation set leased_by = null, lease_until = :now where id = :id and fence = :fence")
                .param("id", claim.id())
                .param("fence", claim.fence())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** The operation, its row locked, while this claim holds and nobody has paused or cancelled it. */
    Optional<BulkStep> hold(Claim claim) {
        return jdbc.sql(HOLD)
                .param("id", claim.id())
                .param("fence", claim.fence())
                .query((row, number) -> step(row))
                .optional();
    }

    /** What is to be done next, no more than the wave has room for. */
    List<Item> next(BulkStep step) {
        return jdbc.sql(NEXT_ITEMS)
                .param("operation", step.operation())
                .param("limit", Math.max(1, step.room()))
                .query((row, number) -> new Item(
                        row.getInt("position"),
                        row.getLong("failure_id"),
                        row.getLong("telegram_id"),
                        row.getString("fingerprint"),
                        new HotelRef(
                                row.getInt("hotel_id"), row.getString("hotel"), ZoneId.of(row.getString("time_zone")))))
                .list();
    }

    /** Writes what became of items, and how far the operation is; answers how many items that were. */
    int end(BulkStep step, List<Result> results) {
        var now = OffsetDateTime.now(clock);
        batches.update(END_ITEMS, (PreparedStatement statement) -> {
            statement.setString(1, now.toString());
            Columns.of(results)
                    .column("int4", result -> result.item().position())
                    .column("text", Result::state)
                    .column("text", Result::result)
                    .column("text", Result::reason)
                    .bind(statement, 2);
            statement.setObject(6, step.operation());
        });
        int done = count(results, "done");
        int failed = count(results, "failed");
        var met = results.stream()
                .filter(result -> result.again() != null && !step.accepted().contains(result.again()))
                .findFirst()
                .map(this::met)
                .orElse(null);
        jdbc.sql(PROGRESS)
                .param("id", step.operation())
                .param("done", done)
                .param("failed", failed)
                .param("skipped", results.size() - done - failed)
                .param("wave", BulkStep.waveAfter(step.worked() + done + failed))
                .param("met", met)
                .param("leaseUntil", now.plus(LEASE))
                .update();
        return results.size();
    }

    private String met(Result result) {
        var met = new LinkedHashMap<String, @Nullable Object>();
        met.put("failureId", result.item().failureId());
        met.put("position", result.item().position());
        met.put("code", result.reason());
        met.put("fingerprint", result.again());
        try {
            return json.writeValueAsString(met);
        } catch (JsonProcessingException notSerialisable) {
            throw new IllegalStateException("Cannot write what an operation met", notSerialisable);
        }
    }

    /** Ends an operation of which nothing is left. */
    void finish(Claim claim) {
        jdbc.sql("""
                        update bulk_operation
                        set state    = 'done',
                            ended_at = :now
                        where id = :id
                          and fence = :fence
                          and state in ('canary', 'running')
                        """)
                .param("id", claim.id())
                .param("fence", claim.fence())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private static BulkStep step(ResultSet row) throws SQLException {
        var until = row.getString("until");
        return new BulkStep(
                row.getObject("id", UUID.class),
                row.getLong("fence"),
                row.getString("action"),
                row.getString("room_type"),
                until == null ? null : OffsetDateTime.parse(until).toInstant(),
                row.getString("reason"),
                row.getInt("wave"),
                row.getInt("worked"),
                List.of((String[]) row.getArray("accepted").getArray()),
                new Caller(row.getString("requested_by"), Role.OPERATOR, null, null, null));
    }

    private static int count(List<Result> results, String state) {
        return (int)
                results.stream().filter(result -> result.state().equals(state)).count();
    }
}
