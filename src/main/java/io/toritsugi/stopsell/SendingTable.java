package io.toritsugi.stopsell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of requests about stock: one row a request, which is never sent twice. */
@Component
class SendingTable {

    private static final TypeReference<List<AdjustmentRow>> ROWS = new TypeReference<>() {};

    private static final String ADD = """
            insert into stop_sell_sending (proposal_id, hotel_id, request_id, state, attempts, due_at, rows, repeats, created_at)
            values (:proposal, :hotel, :request, 'due', :attempts, :due, :rows::jsonb, :repeats, :now)
            on conflict (hotel_id, request_id) do nothing
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final RequestIds ids;

    SendingTable(JdbcClient jdbc, ObjectMapper json, RequestIds ids) {
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
    }

    /**
     * A request to be made.
     *
     * @param repeats the request whose refused figures these are; null for a first one
     * @param attempts made so far for these figures
     */
    record Wanted(
            long proposal, int hotelId, @Nullable Long repeats, int attempts, List<AdjustmentRow> rows, Instant due) {}

    /** Adds a request under an id that the hotel has never used. */
    void add(Wanted wanted, Instant now) {
        int added = 0;
        while (added == 0) {
            added = jdbc.sql(ADD)
                    .param("proposal", wanted.proposal())
                    .param("hotel", wanted.hotelId())
                    .param("request", ids.next())
                    .param("attempts", wanted.attempts())
                    .param("due", at(wanted.due()))
                    .param("rows", write(wanted.rows()))
                    .param("repeats", wanted.repeats())
                    .param("now", at(now))
                    .update();
        }
    }

    List<AdjustmentRow> read(String rows) {
        try {
            return json.readValue(rows, ROWS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The figures of a stored request are no JSON of ours", broken);
        }
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("The figures of a request cannot be written", impossible);
        }
    }

    static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
