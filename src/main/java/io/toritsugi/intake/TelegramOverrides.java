package io.toritsugi.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.booking.BookingEdit;
import io.toritsugi.database.Columns;
import io.toritsugi.reservation.RoomAssignment;
import io.toritsugi.reservation.RoomDecision;
import io.toritsugi.reservation.RoomDecisions;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of what was decided about single telegrams. Append-only: the newest of a telegram counts, the others tell how
 * it came to that. Safe for many threads.
 */
@Component
public class TelegramOverrides implements RoomDecisions {

    private static final String RECORD = """
            insert into telegram_override (telegram_id, version, made_at, made_by, action, reason, edit, assignment)
            select decided.telegram_id, coalesce(latest.version, 0) + 1, ?, decided.made_by, 'assign', decided.reason,
                   latest.edit, decided.assignment::jsonb
            from unnest(?::bigint[], ?::text[], ?::text[], ?::text[]) as decided (telegram_id, made_by, reason, assignment)
                     left join lateral (
                select made.version, made.edit
                from telegram_override made
                where made.telegram_id = decided.telegram_id
                order by made.version desc
                limit 1) as latest on true
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;
    private final Clock clock;

    TelegramOverrides(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
        this.clock = clock;
    }

    /** What counts for a telegram now. */
    public TelegramOverride of(long telegramId) {
        return jdbc.sql("""
                        select o.edit, o.assignment
                        from telegram_override o
                        where o.telegram_id = :telegram
                        order by o.version desc
                        limit 1
                        """)
                .param("telegram", telegramId)
                .query((row, number) -> read(row.getString("edit"), row.getString("assignment")))
                .optional()
                .orElse(TelegramOverride.NONE);
    }

    /**
     * Lets this count for a telegram from now on; in the caller's transaction, under the lock of its hotel.
     *
     * @param action {@code assign} or {@code edit}: what was done last
     * @param who whose decision it is
     * @param reason what was said about it; null when nothing
     */
    public void add(long telegramId, TelegramOverride override, String action, String who, @Nullable String reason) {
        jdbc.sql("""
                        insert into telegram_override (telegram_id, version, made_at, made_by, action, reason, edit, assignment)
                        select :telegram, coalesce(max(version), 0) + 1, :now, :who, :action, :reason,
                               :edit::jsonb, :assignment::jsonb
                        from telegram_override
                        where telegram_id = :telegram
                        """)
                .param("telegram", telegramId)
                .param("now", OffsetDateTime.now(clock))
                .param("who", who)
                .param("action", action)
                .param("reason", reason)
                .param("edit", override.edit() == null ? null : write(override.edit()))
                .param("assignment", written(override.assignment()))
                .update();
    }

    @Override
    public Map<Long, RoomAssignment> of(Collection<Long> telegramIds) {
        return jdbc
                .sql("""
                        select distinct on (o.telegram_id) o.telegram_id, o.assignment
                        from telegram_override o
                        where o.telegram_id = any (:telegrams)
                        order by o.telegram_id, o.version desc
                        """)
                .param("telegrams", telegramIds.toArray(Long[]::new))
                .query((row, number) -> Map.entry(
                        row.getLong("telegram_id"),
                        read(null, row.getString("assignment")).assignment()))
                .list()
                .stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void record(List<RoomDecision> decisions) {
        if (decisions.isEmpty()) {
            return;
        }
        batches.update(RECORD, (PreparedStatement statement) -> {
            statement.setObject(1, OffsetDateTime.now(clock));
            Columns.of(decisions)
                    .column("int8", RoomDecision::telegram)
                    .column("text", RoomDecision::by)
                    .column("text", RoomDecision::reason)
                    .column("text", decision -> written(decision.assignment()))
                    .bind(statement, 2);
        });
    }

    /** From the form in which it is kept. */
    TelegramOverride read(@Nullable String edit, @Nullable String assignment) {
        if (edit == null && assignment == null) {
            return TelegramOverride.NONE;
        }
        try {
            return new TelegramOverride(
                    edit == null ? null : json.readValue(edit, BookingEdit.class),
                    assignment == null ? RoomAssignment.NONE : json.readValue(assignment, RoomAssignment.class));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A stored override is not what was written", broken);
        }
    }

    private @Nullable String written(RoomAssignment assignment) {
        return assignment.isEmpty() ? null : write(assignment);
    }

    private String write(Object part) {
        try {
            return json.writeValueAsString(part);
        } catch (JsonProcessingException notSerialisable) {
            throw new IllegalStateException("Cannot write " + part.getClass() + " as JSON", notSerialisable);
        }
    }
}
