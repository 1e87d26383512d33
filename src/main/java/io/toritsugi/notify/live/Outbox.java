package io.toritsugi.notify.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.database.Columns;
import io.toritsugi.reservation.BatchSettled;
import io.toritsugi.reservation.SettledTelegram;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes what happened into the outbox, in the commit in which it happened; holds no personal data. What the database tells by
 * itself (failures, bulk operations, incidents, outputs, versions) is not written here but by its triggers.
 */
@Component
class Outbox {

    private static final String RECORD_BATCH = """
            insert into outbox_event (recorded_at, hotel_id, topic, kind, payload)
            select recorded_at, hotel_id, 'imports', 'import.settled', payload::jsonb
            from unnest(?::timestamptz[], ?::integer[], ?::text[]) as happened (recorded_at, hotel_id, payload)
            """;

    private static final String RECORD = """
            insert into outbox_event (recorded_at, hotel_id, topic, kind, payload) values (?, ?, ?, ?, ?::jsonb)
            """;

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Outbox(JdbcTemplate jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @EventListener
    void record(BatchSettled batch) {
        if (batch.telegrams().isEmpty()) {
            return;
        }
        jdbc.update(
                RECORD_BATCH,
                (PreparedStatement statement) -> Columns.of(batch.telegrams())
                        .column("timestamptz", SettledTelegram::settledAt)
                        .column("int4", telegram -> telegram.head().hotelId())
                        .column("text", telegram -> write(payload(telegram)))
                        .bind(statement, 1));
    }

    /**
     * Writes one event, in the transaction of the caller where there is one.
     *
     * @param hotelId null for what concerns the whole house
     * @param data as it is to be sent
     */
    void record(@Nullable Integer hotelId, String topic, String kind, Map<?, ?> data) {
        jdbc.update(RECORD, OffsetDateTime.now(clock), hotelId, topic, kind, write(data));
    }

    private static Map<String, @Nullable Object> payload(SettledTelegram telegram) {
        var payload = new LinkedHashMap<String, @Nullable Object>();
        payload.put("telegramId", telegram.head().id());
        payload.put("channel", telegram.head().channel());
        payload.put("bookingNumber", telegram.head().bookingNumber());
        payload.put("outcome", telegram.outcome().spelling());
        if (telegram.failure() != null) {
            payload.put("class", telegram.failure().failureClass());
            payload.put("code", telegram.failure().code().code());
        }
        if (telegram.reservationId() != null) {
            payload.put("reservation", telegram.reservationId());
        }
        return payload;
    }

    private String write(Map<?, ?> payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException notSerialisable) {
            throw new IllegalArgumentException("An event must be writable as JSON", notSerialisable);
        }
    }
}
