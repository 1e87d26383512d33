package io.toritsugi.reservation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.access.GuestPrivacy;
import io.toritsugi.access.HotelRef;
import io.toritsugi.api.PageAsked;
import io.toritsugi.booking.GuestName;
import io.toritsugi.database.LocalMoment;
import io.toritsugi.database.SqlFile;
import io.toritsugi.reservation.ReservationCase.Revision;
import io.toritsugi.reservation.ShownReservation.Night;
import io.toritsugi.reservation.ShownReservation.Room;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the reservations that a hotel holds, for people: whole, and masked for those who may not see names. */
@Component
class ReservationBook {

    private static final String ARRIVALS = SqlFile.text("reservation/arrivals");
    private static final String GUEST_SEARCH = SqlFile.text("reservation/guest-search");
    private static final String WHOLE = SqlFile.text("reservation/whole");
    private static final String ROOMS = SqlFile.text("reservation/rooms");
    private static final String REVISIONS = SqlFile.text("reservation/revisions");

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ReservationBook(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What is asked for, in the order of arrival; one more than the page shows, where there is one. */
    List<ShownReservation> list(HotelRef hotel, ReservationsAsked asked, PageAsked page, GuestPrivacy privacy) {
        var ids = jdbc.sql(asked.guest() == null ? ARRIVALS : GUEST_SEARCH)
                .params(asked.parameters(hotel.id(), page))
                .query(UUID.class)
                .list();
        return whole(hotel, ids).stream().map(held -> held.shown(privacy)).toList();
    }

    /** One reservation with its history; empty when the hotel has none of this number. */
    Optional<ReservationCase> find(HotelRef hotel, UUID id, GuestPrivacy privacy) {
        return whole(hotel, List.of(id)).stream()
                .findFirst()
                .map(held -> new ReservationCase(
                        held.shown(privacy),
                        held.standingTelegram(),
                        held.createdAt(),
                        held.updatedAt(),
                        held.locked(),
                        held.vip(),
                        privacy.json(held.details(), held.names()),
                        revisions(hotel, held, privacy)));
    }

    private List<Held> whole(HotelRef hotel, List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var wanted = ids.toArray(UUID[]::new);
        var rooms = rooms(wanted);
        return jdbc.sql(WHOLE)
                .param("hotel", hotel.id())
                .param("ids", wanted)
                .query((row, number) -> held(hotel, row, rooms))
                .list();
    }

    private Map<UUID, List<Room>> rooms(UUID[] ids) {
        Map<UUID, List<Room>> rooms = new HashMap<>();
        jdbc.sql(ROOMS).param("ids", ids).query(row -> {
            rooms.computeIfAbsent(row.getObject("reservation_id", UUID.class), id -> new ArrayList<>())
                    .add(room(row));
        });
        return rooms;
    }

    private List<Revision> revisions(HotelRef hotel, Held held, GuestPrivacy privacy) {
        return jdbc.sql(REVISIONS)
                .param("id", held.stored().id())
                .query((row, number) -> new Revision(
                        row.getInt("revision"),
                        LocalMoment.of(row, "recorded_at", hotel.zone()),
                        row.getString("change"),
                        row.getLong("telegram_id"),
                        privacy.json(read(row.getString("state")), held.names())))
                .list();
    }

    private static Room room(ResultSet row) throws SQLException {
        var first = row.getObject("first_night", LocalDate.class);
        var amounts = (Integer[]) row.getArray("amounts").getArray();
        return new Room(
                row.getString("code"),
                row.getString("booked_type"),
                row.getString("assigned_type"),
                row.getString("charged_type"),
                row.getInt("adults"),
                row.getInt("children"),
                IntStream.range(0, amounts.length)
                        .mapToObj(night -> new Night(first.plusDays(night), amounts[night]))
                        .toList());
    }

    private Held held(HotelRef hotel, ResultSet row, Map<UUID, List<Room>> rooms) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var details = read(row.getString("details"));
        var stored = new ShownReservation(
                id,
                hotel.code(),
                row.getString("channel"),
                row.getString("booking_number"),
                row.getString("status"),
                row.getObject("check_in", LocalDate.class),
                row.getObject("check_out", LocalDate.class),
                new GuestName(row.getString("guest_name"), row.getString("guest_kana")),
                rooms.getOrDefault(id, List.of()),
                row.getLong("room_total"),
                row.getLong("options_total"),
                row.getLong("header_total"),
                row.getLong("discount_total"),
                row.getObject("cancellation_charge", Long.class),
                row.getString("settlement"),
                row.getLong("due_on_site"),
                row.getString("plan_code"),
                row.getString("plan_name"),
                StreamSupport.stream(details.path("requests").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList(),
                List.of((String[]) row.getArray("flags").getArray()),
                row.getInt("revision"));
        return new Held(
                stored,
                row.getLong("standing_telegram"),
                details,
                LocalMoment.of(row, "created_at", hotel.zone()),
                LocalMoment.of(row, "updated_at", hotel.zone()),
                row.getBoolean("locked"),
                row.getBoolean("vip"));
    }

    private JsonNode read(String stored) {
        try {
            return json.readTree(stored);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("PostgreSQL's jsonb is no JSON", broken);
        }
    }

    /** A reservation as it lies in its tables, nothing masked. */
    private record Held(
            ShownReservation stored,
            long standingTelegram,
            JsonNode details,
            OffsetDateTime createdAt,
            OffsetDateTime updatedAt,
            boolean locked,
            boolean vip) {

        List<String> names() {
            return List.of(stored.guest().name(), stored.guest().kana());
        }

        ShownReservation shown(GuestPrivacy privacy) {
            return privacy == GuestPrivacy.OPEN
                    ? stored
                    : stored.masked(
                            new GuestName(
                                    privacy.name(stored.guest().name()),
                                    privacy.name(stored.guest().kana())),
                            stored.requests().stream()
                                    .map(request -> privacy.text(request, names()))
                                    .toList());
        }
    }
}
