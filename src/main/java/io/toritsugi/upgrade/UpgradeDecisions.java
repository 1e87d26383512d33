package io.toritsugi.upgrade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.database.Columns;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps why a guest was given this type, or none: what was decided, by whom, on what evidence. Append-only. */
@Component
public class UpgradeDecisions {

    private static final String RECORD = """
            insert into upgrade_decision (decided_at, hotel_id, telegram_id, reservation_id, requested_type_id, chosen_type_id,
                                          check_in, check_out, guests, rooms, hierarchy_version, decided_by, evidence)
            select decided_at, hotel_id, telegram_id, reservation_id, requested_type_id, chosen_type_id,
                   check_in, check_out, guests, rooms, hierarchy_version, decided_by, evidence::jsonb
            from unnest(?::timestamptz[], ?::integer[], ?::bigint[], ?::uuid[], ?::integer[], ?::integer[],
                        ?::date[], ?::date[], ?::integer[], ?::integer[], ?::bigint[], ?::text[], ?::text[])
                     as decided (decided_at, hotel_id, telegram_id, reservation_id, requested_type_id, chosen_type_id,
                                 check_in, check_out, guests, rooms, hierarchy_version, decided_by, evidence)
            """;

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    UpgradeDecisions(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * One decision.
     *
     * @param telegramId the telegram that was decided; null when a person asked
     * @param reservationId the reservation that it is about; null where there is none
     * @param requestedTypeId the type that was sold
     * @param chosenTypeId the type that was given; null where none was
     * @param checkOut the day after the last night
     * @param guests of one room
     * @param rooms how many rooms of that type
     * @param hierarchyVersion the relations and rules that it is based on
     * @param decidedBy a person's name, or the rule's
     * @param evidence to be kept as JSON; no personal data
     */
    public record Decision(
            Instant decidedAt,
            int hotelId,
            @Nullable Long telegramId,
            @Nullable UUID reservationId,
            int requestedTypeId,
            @Nullable Integer chosenTypeId,
            LocalDate checkIn,
            LocalDate checkOut,
            int guests,
            int rooms,
            long hierarchyVersion,
            String decidedBy,
            Object evidence) {}

    /** Keeps these decisions, in the caller's transaction; nothing when there are none. */
    public void record(List<Decision> decisions) {
        if (decisions.isEmpty()) {
            return;
        }
        jdbc.update(RECORD, (PreparedStatement statement) -> Columns.of(decisions)
                .column("timestamptz", Decision::decidedAt)
                .column("int4", Decision::hotelId)
                .column("int8", Decision::telegramId)
                .column("uuid", Decision::reservationId)
                .column("int4", Decision::requestedTypeId)
                .column("int4", Decision::chosenTypeId)
                .column("date", Decision::checkIn)
                .column("date", Decision::checkOut)
                .column("int4", Decision::guests)
                .column("int4", Decision::rooms)
                .column("int8", Decision::hierarchyVersion)
                .column("text", Decision::decidedBy)
                .column("text", decision -> written(decision.evidence()))
                .bind(statement, 1));
    }

    private String written(Object evidence) {
        try {
            return json.writeValueAsString(evidence);
        } catch (JsonProcessingException notSerialisable) {
            throw new IllegalStateException("Cannot write " + evidence.getClass() + " as JSON", notSerialisable);
        }
    }
}
