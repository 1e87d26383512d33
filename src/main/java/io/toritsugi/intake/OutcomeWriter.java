package io.toritsugi.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.database.Columns;
import io.toritsugi.reservation.BatchSettled;
import io.toritsugi.reservation.SettledTelegram;
import java.sql.PreparedStatement;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes the outcome of every decided telegram into its row, in the commit in which it was decided (R2.2). */
@Component
class OutcomeWriter {

    private static final char FLAG_SEPARATOR = '\u001f';

    private static final String WRITE = """
            update telegram
            set outcome        = settled.outcome,
                failure_class  = settled.failure_class,
                failure_code   = settled.failure_code,
                failure_args   = settled.failure_args::jsonb,
                flags          = coalesce(string_to_array(nullif(settled.flags, ''), E'\\x1f'), '{}'),
                reservation_id = settled.reservation_id,
                settled_at     = settled.at
            from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::timestamptz[])
                     as settled (id, outcome, failure_class, failure_code, failure_args, flags, reservation_id, at)
            where telegram.id = settled.id
            """;

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    OutcomeWriter(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @EventListener
    void write(BatchSettled batch) {
        if (batch.telegrams().isEmpty()) {
            return;
        }
        jdbc.update(
                WRITE,
                (PreparedStatement statement) -> Columns.of(batch.telegrams())
                        .column("int8", telegram -> telegram.head().id())
                        .column("text", telegram -> telegram.outcome().spelling())
                        .column("text", SettledTelegram::failureClass)
                        .column("text", SettledTelegram::failureCode)
                        .column("text", this::arguments)
                        .column("text", telegram -> String.join(String.valueOf(FLAG_SEPARATOR), telegram.flags()))
                        .column("uuid", SettledTelegram::reservationId)
                        .column("timestamptz", SettledTelegram::settledAt)
                        .bind(statement, 1));
    }

    private @Nullable String arguments(SettledTelegram telegram) {
        if (telegram.failure() == null) {
            return null;
        }
        try {
            return json.writeValueAsString(telegram.failure().arguments());
        } catch (JsonProcessingException notSerialisable) {
            throw new IllegalStateException("Cannot write the arguments of a failure", notSerialisable);
        }
    }
}
