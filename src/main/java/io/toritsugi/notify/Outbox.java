package io.toritsugi.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.database.Columns;
import io.toritsugi.failure.FailureDismissed;
import io.toritsugi.failure.FailureReplaced;
import io.toritsugi.reservation.BatchSettled;
import io.toritsugi.reservation.CacheEffect;
import io.toritsugi.reservation.SettledTelegram;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes what happened into the outbox, in the commit in which it happened; holds no personal data. */
@Component
class Outbox {

    private static final String RECORD = """
            insert into outbox_event (recorded_at, hotel_id, topic, payload)
            select recorded_at, hotel_id, topic, payload::jsonb
            from unnest(?::timestamptz[], ?::integer[], ?::text[], ?::text[])
                     as happened (recorded_at, hotel_id, topic, payload)
            """;

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    Outbox(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @EventListener
    void record(BatchSettled batch) {
        var events = new ArrayList<Event>();
        for (var telegram : batch.telegrams()) {
            events.add(new Event("imports", telegram));
            if (telegram.failure() != null || telegram.cache() != CacheEffect.HEALED || telegram.trigger() == null) {
                events.add(new Event("failures", telegram));
            }
        }
        if (!events.isEmpty()) {
            jdbc.update(
                    RECORD,
                    (PreparedStatement statement) -> Columns.of(events)
                            .column("timestamptz", event -> event.telegram().settledAt())
                            .column("int4", event -> event.telegram().head().hotelId())
                            .column("text", Event::topic)
                            .column("text", this::payload)
                            .bind(statement, 1));
        }
    }

    @EventListener
    void record(FailureDismissed dismissed) {
        recordEnd(dismissed.telegramId(), dismissed.hotelId(), "dismissed", dismissed.at());
    }

    @EventListener
    void record(FailureReplaced replaced) {
        recordEnd(replaced.telegramId(), replaced.hotelId(), "superseded", replaced.at());
    }

    private void recordEnd(long telegramId, int hotelId, String how, Instant at) {
        jdbc.update(
                "insert into outbox_event (recorded_at, hotel_id, topic, payload) values (?::timestamptz, ?, ?, ?::jsonb)",
                at.toString(),
                hotelId,
                "failures",
                write(Map.of("telegramId", telegramId, "cache", how), telegramId));
    }

    private String payload(Event event) {
        var telegram = event.telegram();
        var payload = new LinkedHashMap<String, Object>();
        payload.put("telegramId", telegram.head().id());
        payload.put("bookingNumber", String.valueOf(telegram.head().bookingNumber()));
        payload.put("outcome", telegram.outcome().spelling());
        if (telegram.failure() != null) {
            payload.put("class", telegram.failure().failureClass());
            payload.put("code", telegram.failure().code().code());
        }
        payload.put("cache", telegram.cache().name().toLowerCase(java.util.Locale.ROOT));
        return write(payload, telegram.head().id());
    }

    private String write(Map<String, Object> payload, long telegramId) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException notSerialisable) {
            throw new IllegalStateException("Cannot write an event of telegram " + telegramId, notSerialisable);
        }
    }

    private record Event(String topic, SettledTelegram telegram) {}
}
