package io.toritsugi.reservation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.toritsugi.database.Columns;
import io.toritsugi.inventory.RoomTypeRef;
import io.toritsugi.reservation.MovableReservation.Room;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads reservations whose rooms are to be moved, and writes them as moved; in the caller's transaction. */
@Component
class RoomMoveRows {

    private static final String FIND = """
            select r.id, r.status, r.revision, r.standing_telegram, r.flags,
                   room.room_no, room.adults + room.children as guests, room.first_night, room.end_date,
                   booked.id as booked_id, booked.code as booked_code,
                   assigned.id as assigned_id, assigned.code as assigned_code
            from reservation r
                     join reservation_room room on room.reservation_id = r.id
                     join room_type booked on booked.id = room.booked_type_id
                     join room_type assigned on assigned.id = room.assigned_type_id
            where r.id = any (?::uuid[])
              and r.hotel_id = ?
            order by r.id, room.room_no
            """;

    private static final String MOVE = """
            update reservation_room room
            set assigned_type_id = moved.type_id,
                charged_type_id  = coalesce(moved.charged_id, room.charged_type_id)
            from unnest(?::uuid[], ?::smallint[], ?::integer[], ?::integer[])
                     as moved (reservation_id, room_no, type_id, charged_id)
            where room.reservation_id = moved.reservation_id
              and room.room_no = moved.room_no
            """;

    // A microsecond later than its last change at least: two changes of one moment keep their order in the history.
    private static final String TOUCH = """
            update reservation r
            set flags        = coalesce(string_to_array(nullif(changed.flags, ''), E'\\x1f'), '{}'),
                revision     = r.revision + 1,
                room_changes = r.room_changes + 1,
                updated_at   = greatest(?::timestamptz, r.updated_at + interval '1 microsecond')
            from unnest(?::uuid[], ?::text[]) as changed (id, flags)
            where r.id = changed.id
            """;

    private static final String LAST_STATES = """
            select distinct on (v.reservation_id) v.reservation_id, v.state
            from reservation_revision v
            where v.reservation_id = any (?::uuid[])
            order by v.reservation_id, v.recorded_at desc, v.telegram_id desc
            """;

    private static final String RECORD = """
            insert into reservation_revision (reservation_id, revision, telegram_id, recorded_at, change, state)
            select r.id, r.revision, r.standing_telegram, r.updated_at, 'moved', moved.state::jsonb
            from unnest(?::uuid[], ?::text[]) as moved (id, state)
                     join reservation r on r.id = moved.id
            """;

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    RoomMoveRows(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A room as it is to be.
     *
     * @param charged null where what is charged stays as it is
     */
    record Moved(
            UUID reservation,
            int roomNo,
            RoomTypeRef type,
            @Nullable RoomTypeRef charged) {}

    /** These reservations with their rooms; those that the hotel has not, or that have no rooms, are left out. */
    Map<UUID, MovableReservation> find(int hotelId, Collection<UUID> ids) {
        Map<UUID, MovableReservation> found = new LinkedHashMap<>();
        jdbc.query(
                FIND,
                (PreparedStatement statement) -> {
                    Columns.of(ids).column("uuid", id -> id).bind(statement, 1);
                    statement.setInt(2, hotelId);
                },
                row -> {
                    var id = row.getObject("id", UUID.class);
                    var reservation = found.get(id);
                    if (reservation == null) {
                        reservation = reservation(id, row);
                        found.put(id, reservation);
                    }
                    reservation.rooms().add(room(row));
                });
        return found;
    }

    /**
     * Writes rooms as moved, a revision for each of their reservations, and its flags.
     *
     * @param flags by reservation: all flags that it has now
     */
    void write(List<Moved> moved, Map<UUID, List<String>> flags, Instant at) {
        jdbc.update(
                MOVE,
                (PreparedStatement statement) -> Columns.of(moved)
                        .column("uuid", Moved::reservation)
                        .column("int2", Moved::roomNo)
                        .column("int4", room -> room.type().id())
                        .column(
                                "int4",
                                room -> room.charged() == null
                                        ? null
                                        : room.charged().id())
                        .bind(statement, 1));
        var states = lastStates(flags.keySet());
        jdbc.update(TOUCH, (PreparedStatement statement) -> {
            statement.setObject(1, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
            Columns.of(flags.entrySet())
                    .column("uuid", Map.Entry::getKey)
                    .column("text", entry -> ReservationStore.flags(entry.getValue()))
                    .bind(statement, 2);
        });
        moved.forEach(room -> show(states, room));
        flags.forEach((id, all) -> states.get(id).set("flags", json.valueToTree(all)));
        jdbc.update(
                RECORD,
                (PreparedStatement statement) -> Columns.of(states.entrySet())
                        .column("uuid", Map.Entry::getKey)
                        .column("text", entry -> entry.getValue().toString())
                        .bind(statement, 1));
    }

    private Map<UUID, ObjectNode> lastStates(Collection<UUID> ids) {
        Map<UUID, ObjectNode> states = new LinkedHashMap<>();
        jdbc.query(
                LAST_STATES,
                (PreparedStatement statement) ->
                        Columns.of(ids).column("uuid", id -> id).bind(statement, 1),
                row -> {
                    states.put(row.getObject("reservation_id", UUID.class), state(row.getString("state")));
                });
        return states;
    }

    private static void show(Map<UUID, ObjectNode> states, Moved moved) {
        var rooms = (ArrayNode) states.get(moved.reservation()).withArray("rooms");
        var room = (ObjectNode) rooms.get(moved.roomNo() - 1);
        room.put("assignedType", moved.type().code());
        if (moved.charged() != null) {
            room.put("chargedType", moved.charged().code());
        }
    }

    private ObjectNode state(String stored) {
        try {
            JsonNode state = json.readTree(stored);
            return (ObjectNode) state;
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("PostgreSQL's jsonb is no JSON", broken);
        }
    }

    private static MovableReservation reservation(UUID id, ResultSet row) throws SQLException {
        return new MovableReservation(
                id,
                row.getString("status"),
                row.getInt("revision"),
                row.getLong("standing_telegram"),
                List.of((String[]) row.getArray("flags").getArray()),
                new ArrayList<>());
    }

    private static Room room(ResultSet row) throws SQLException {
        return new Room(
                row.getInt("room_no"),
                new RoomTypeRef(row.getInt("booked_id"), row.getString("booked_code")),
                new RoomTypeRef(row.getInt("assigned_id"), row.getString("assigned_code")),
                row.getInt("guests"),
                row.getObject("first_night", LocalDate.class),
                row.getObject("end_date", LocalDate.class));
    }
}
