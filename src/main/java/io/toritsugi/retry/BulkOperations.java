package io.toritsugi.retry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.access.Audit;
import io.toritsugi.access.Caller;
import io.toritsugi.api.PageAsked;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.database.LocalMoment;
import io.toritsugi.database.SqlFile;
import io.toritsugi.database.TimeOrderedId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table of bulk operations: asked for, looked at, continued and cancelled by people; driven by {@link DriveBulk}. */
@Component
class BulkOperations {

    static final int MOST = 100_000;

    private static final String FREEZE = SqlFile.text("retry/bulk-freeze");
    private static final String LIST = SqlFile.text("retry/bulk-list");

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Audit audit;
    private final Clock clock;

    BulkOperations(JdbcClient jdbc, ObjectMapper json, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Freezes the failures that meet the filter now, and lets the operation begin.
     *
     * @param hotelId null for all hotels
     * @throws ProblemException {@code bulk.empty}, {@code bulk.too_many}
     */
    @Transactional
    public UUID create(Caller caller, @Nullable Integer hotelId, BulkWanted wanted) {
        var now = clock.instant();
        var id = TimeOrderedId.at(now);
        jdbc.sql("""
                        insert into bulk_operation (id, hotel_id, action, arguments, filter, reason, state, total,
                                                    requested_by, requested_at)
                        values (:id, :hotel, :action, :arguments::jsonb, :filter::jsonb, :reason, 'canary', 0, :who, :now)
                        """)
                .param("id", id)
                .param("hotel", hotelId)
                .param("action", wanted.action().spelling())
                .param("arguments", wanted.arguments() == null ? "{}" : write(wanted.arguments()))
                .param("filter", write(wanted.filter()))
                .param(
                        "reason",
                        wanted.reason() == null ? null : wanted.reason().strip())
                .param("who", caller.name())
                .param("now", OffsetDateTime.now(clock))
                .update();
        var parameters = new HashMap<>(wanted.filter().parameters(hotelId, now));
        parameters.put("operation", id);
        parameters.put("most", MOST + 1);
        int total = jdbc.sql(FREEZE).params(parameters).update();
        if (total == 0) {
            throw new ProblemException(ProblemCode.BULK_EMPTY);
        }
        if (total > MOST) {
            throw new ProblemException(ProblemCode.BULK_TOO_MANY, Map.of("expected", String.valueOf(MOST)));
        }
        jdbc.sql("update bulk_operation set total = :total where id = :id")
                .param("id", id)
                .param("total", total)
                .update();
        audit.record("bulk.created", hotelId, "bulk/" + id, null, Map.of("wanted", wanted, "total", total));
        return id;
    }

    /** Operations, the newest first; one more than the page shows, where there is one. */
    List<BulkOperation> list(@Nullable Integer hotelId, PageAsked page) {
        return jdbc.sql(LIST)
                .param("hotel", hotelId)
                .param("id", null)
                .param("before", before(page))
                .param("limit", page.rows())
                .query((row, number) -> operation(row))
                .list();
    }

    /**
     * One operation.
     *
     * @param hotelId the only hotel that the caller may act for; null for all
     * @throws ProblemException {@code bulk.unknown}
     */
    BulkOperation find(@Nullable Integer hotelId, UUID id) {
        return jdbc.sql(LIST)
                .param("hotel", hotelId)
                .param("id", id)
                .param("before", null)
                .param("limit", 1)
                .query((row, number) -> operation(row))
                .optional()
                .orElseThrow(() -> new ProblemException(ProblemCode.BULK_UNKNOWN));
    }

    /**
     * Goes on with a paused operation; what it met does not stop it again.
     *
     * @throws ProblemException {@code bulk.not_paused}
     */
    @Transactional
    public void goOn(UUID id) {
        var state = hold(id);
        if (!state.equals("paused")) {
            throw new ProblemException(ProblemCode.BULK_NOT_PAUSED, Map.of("state", state));
        }
        jdbc.sql("""
                        update bulk_operation
                        set state    = case when wave = 3 then 'running' else 'canary' end,
                            accepted = accepted || (met ->> 'fingerprint'),
                            met      = null
                        where id = :id
                        """).param("id", id).update();
        audit.record("bulk.continued", hotelOf(id), "bulk/" + id, Map.of("state", state), null);
    }

    /**
     * Ends an operation; what it has done stays done, what it has not begun is skipped.
     *
     * @throws ProblemException {@code bulk.closed}
     */
    @Transactional
    public void cancel(UUID id) {
        var state = hold(id);
        if (state.equals("done") || state.equals("cancelled")) {
            throw new ProblemException(ProblemCode.BULK_CLOSED, Map.of("state", state));
        }
        jdbc.sql("""
                        with left_over as (
                            update bulk_operation_item
                                set state = 'skipped', reason = 'bulk.cancelled', ended_at = :now
                                where operation_id = :id and state = 'pending'
                                returning position)
                        update bulk_operation
                        set state    = 'cancelled',
                            ended_at = :now,
                            skipped  = skipped + (select count(*) from left_over)
                        where id = :id
                        """).param("id", id).param("now", OffsetDateTime.now(clock)).update();
        audit.record("bulk.cancelled", hotelOf(id), "bulk/" + id, Map.of("state", state), null);
    }

    /** Waits for who is driving it to end his step, and keeps him from the next one. */
    private String hold(UUID id) {
        return jdbc.sql("select state from bulk_operation where id = :id for update")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new ProblemException(ProblemCode.BULK_UNKNOWN));
    }

    private @Nullable Integer hotelOf(UUID id) {
        return jdbc.sql("select hotel_id from bulk_operation where id = :id")
                .param("id", id)
                .query((row, number) -> row.getObject("hotel_id", Integer.class))
                .single();
    }

    private static @Nullable UUID before(PageAsked page) {
        try {
            return page.after() == null ? null : UUID.fromString(page.after());
        } catch (IllegalArgumentException ofAnotherList) {
            throw ProblemException.ofField("cursor");
        }
    }

    private BulkOperation operation(ResultSet row) throws SQLException {
        var zone = ZoneId.of(row.getString("time_zone"));
        int total = row.getInt("total");
        int done = row.getInt("done");
        int failed = row.getInt("failed");
        int skipped = row.getInt("skipped");
        var met = row.getString("met");
        return new BulkOperation(
                row.getObject("id", UUID.class),
                row.getString("hotel"),
                row.getString("action"),
                read(row.getString("arguments")),
                read(row.getString("filter")),
                row.getString("reason"),
                row.getString("state"),
                row.getInt("wave"),
                total,
                done,
                failed,
                skipped,
                total - done - failed - skipped,
                met == null ? null : read(met),
                row.getString("requested_by"),
                LocalMoment.of(row, "requested_at", zone),
                LocalMoment.orNull(row, "ended_at", zone));
    }

    private JsonNode read(String stored) {
        try {
            return json.readTree(stored);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("PostgreSQL's jsonb is no JSON", broken);
        }
    }

    private String write(Object part) {
        try {
            return json.writeValueAsString(part);
        } catch (JsonProcessingException notSerialisable) {
            throw new IllegalStateException("Cannot write " + part.getClass() + " as JSON", notSerialisable);
        }
    }
}
