package io.toritsugi.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import io.toritsugi.api.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Rooms that staff, or a cascade, give another type: stock, history and price follow exactly, and later telegrams keep it. */
@HttpTest
class RoomAssignedByHandTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RoomMoves moves;

    @Autowired
    TransactionTemplate transactions;

    private UpgradedHouse hotel;

    @BeforeEach
    void open_a_small_hotel() {
        hotel = new UpgradedHouse(port, jdbc);
    }

    private String path(String number, String rest) {
        return hotel.house.path(
                "/reservations/" + hotel.reservation(number).get("id").asText() + rest);
    }

    private Http.Answer assign(String number, int room, String type) {
        return assign(number, room, Map.of("roomType", type, "revision", hotel.revision(number)));
    }

    private Http.Answer assign(String number, int room, Map<String, ?> body) {
        return hotel.house.as("OPERATOR").post(path(number, "/rooms/" + room + "/assign"), body);
    }

    // ---- by hand

    @Test
    void a_room_given_by_hand_moves_the_stock_and_never_the_price() {
        hotel.send(hotel.booking("B1", 10, 5, 2, "SGL"));

        var shown = assign("B1", 1, Map.of("roomType", "TWN", "revision", 1, "reason", " a quiet room "))
                .expect(200)
                .json();

        assertThat(shown.get("revision").asInt()).isEqualTo(2);
        assertThat(hotel.rooms("B1")).containsExactly("SGL/TWN/SGL 5 x 2 @ [10000]");
        assertThat(hotel.flags("B1")).containsExactly("room_assigned_by_hand");
        assertThat(hotel.sold("SGL")).containsOnly(0);
        assertThat(hotel.sold("TWN")).containsExactly(1, 1, 0, 0, 0, 0);
        assertThat(hotel.soldBeyondReservations()).isEmpty();
        assertThat(hotel.history("B1")).containsExactly("1 imported", "2 moved");
        assertThat(shown.at("/revisions/1/state/rooms/0/assignedType").asText()).isEqualTo("TWN");
        assertThat(shown.at("/revisions/1/state/rooms/0/chargedType").asText()).isEqualTo("SGL");
        assertThat(hotel.decisions("B1")).containsExactly("SGL->TWN key:test x1");
        var audited = hotel.house
                .admin
                .get("/api/v1/audit?action=reservation.room_moved&hotel=" + hotel.house.hotel)
                .items()
                .get(0);
        assertThat(audited.at("/before/assignedType").asText()).isEqualTo("SGL");
        assertThat(audited.at("/after/reason").asText()).isEqualTo("a quiet room");
    }

    @Test
    void what_was_given_by_hand_is_kept_by_modifications_that_fit_and_ends_with_those_that_do_not() {
        hotel.send(hotel.booking("B1", 10, 5, 2, "SGL"));
        assign("B1", 1, "TWN").expect(200);

        var shortened = hotel.send(hotel.modification("B1", 20, 6, 1, "SGL"));
        assertThat(UpgradedHouse.texts(shortened.get("flags")))
                .containsExactly("night_released:2027-03-05", "room_assigned_by_hand");
        assertThat(hotel.rooms("B1")).containsExactly("SGL/TWN/SGL 6 x 1 @ [10000]");
        assertThat(hotel.revision("B1")).isEqualTo(3);

        hotel.send(hotel.booking("B2", 30, 7, 1, "TWN"));
        hotel.send(hotel.modification("B1", 40, 6, 2, "SGL"));
        assertThat(hotel.rooms("B1")).containsExactly("SGL/SGL/SGL 6 x 2 @ [10000]");
        assertThat(hotel.flags("B1")).isEmpty();
        assertThat(hotel.sold("TWN")).containsExactly(0, 0, 1, 0, 0, 0);

        hotel.send(hotel.cancellation("B1", 50));
        assertThat(hotel.sold("SGL")).containsOnly(0);
    }

    @Test
    void a_late_telegram_changes_nothing_of_it_and_a_cancellation_gives_it_back() {
        hotel.send(hotel.booking("B1", 10, 5, 2, "SGL"));
        assign("B1", 1, "TWN").expect(200);

        hotel.send(hotel.booking("B1", 5, 8, 1, "DBL"));
        assertThat(hotel.rooms("B1")).containsExactly("SGL/TWN/SGL 5 x 2 @ [10000]");
        assertThat(hotel.flags("B1")).containsOnlyOnce("room_assigned_by_hand");
        assertThat(hotel.history("B1")).containsExactly("1 imported", "2 moved", "3 modified");

        hotel.send(hotel.cancellation("B1", 20));
        assertThat(hotel.sold("TWN")).containsOnly(0);
        assertThat(hotel.sold("SGL")).containsOnly(0);
    }

    @Test
    void the_guest_is_charged_for_another_type_only_when_somebody_says_so() {
        hotel.send(hotel.booking("B1", 10, 5, 2, "SGL"));

        assign("B1", 1, Map.of("roomType", "TWN", "charged", true, "revision", 1))
                .expect(200);
        assertThat(hotel.rooms("B1")).containsExactly("SGL/TWN/TWN 5 x 2 @ [10000]");

        hotel.send(hotel.modification("B1", 20, 5, 1, "SGL"));
        assertThat(hotel.rooms("B1"))
                .as("what was said is kept with the room")
                .containsExactly("SGL/TWN/TWN 5 x 1 @ [10000]");

        assign("B1", 1, "DBL").expect(200);
        assertThat(hotel.rooms("B1")).containsExactly("SGL/DBL/TWN 5 x 1 @ [10000]");

        hotel.send(hotel.modification("B1", 30, 5, 1, "DBL"));
        assertThat(hotel.rooms("B1")).containsExactly("DBL/DBL/DBL 5 x 1 @ [10000]");
    }

    @Test
    void a_room_that_comes_free_by_a_move_heals_a_booking_that_waited_for_it() {
        hotel.send(hotel.booking("B1", 10, 5, 1, "SGL"));
        var waiting = hotel.send(hotel.booking("B2", 20, 5, 1, "SGL"));
        assertThat(waiting.get("class").asText()).isEqualTo("NO_AVAILABILITY");

        assign("B1", 1, "DBL").expect(200);

        await().atMost(SOON).until(() -> hotel.holds("B2"));
        assertThat(hotel.rooms("B2")).containsExactly("SGL/SGL/SGL 5 x 1 @ [10000]");
        assertThat(hotel.soldBeyondReservations()).isEmpty();
    }

    @Test
    void what_cannot_be_is_refused_and_nothing_is_changed() {
        hotel.send(hotel.booking("B1", 10, 5, 2, "SGL"));
        hotel.send(hotel.booking("B2", 11, 6, 1, "TWN"));
        var before = hotel.reservation("B1");

        var full = assign("B1", 1, "TWN");
        assertThat(full.status()).isEqualTo(409);
        assertThat(full.problem()).isEqualTo("reservation.type_not_free");
        assertThat(UpgradedHouse.texts(full.json().get("nights"))).containsExactly("2027-03-06");
        var stale = assign("B1", 1, Map.of("roomType", "DBL", "revision", 7));
        assertThat(stale.problem()).isEqualTo("conflict.version");
        assertThat(stale.json().get("revision").asInt()).isEqualTo(1);
        assertThat(assign("B1", 2, "DBL").problem()).isEqualTo("room.unknown");
        assertThat(assign("B1", 1, "XXX").problem()).isEqualTo("room_type.not_of_hotel");
        assertThat(assign("B1", 1, Map.of("roomType", "DBL")).status()).isEqualTo(400);
        assertThat(hotel.house
                        .as("VIEWER")
                        .post(path("B1", "/rooms/1/assign"), Map.of("roomType", "DBL", "revision", 1))
                        .status())
                .isEqualTo(403);
        assertThat(hotel.house
                        .stranger("ADMIN")
                        .post(path("B1", "/rooms/1/assign"), Map.of("roomType", "DBL", "revision", 1))
                        .problem())
                .isEqualTo("access.forbidden_hotel");
        assertThat(hotel.house
                        .admin
                        .post(
                                hotel.house.path("/reservations/" + new UUID(1, 2) + "/rooms/1/assign"),
                                Map.of("roomType", "DBL", "revision", 1))
                        .problem())
                .isEqualTo("reservation.unknown");
        assertThat(hotel.reservation("B1")).isEqualTo(before);
        assertThat(hotel.soldBeyondReservations()).isEmpty();

        hotel.send(hotel.cancellation("B1", 20));
        assertThat(assign("B1", 1, "DBL").problem()).isEqualTo("reservation.not_movable");
        jdbc.sql("update reservation set status = 'checked_in' where id = :id::uuid")
                .param("id", hotel.reservation("B2").get("id").asText())
                .update();
        assertThat(assign("B2", 1, "DBL").problem()).isEqualTo("reservation.not_movable");
    }

    @Test
    void a_room_that_is_of_the_type_already_is_left_alone() {
        hotel.send(hotel.booking("B1", 10, 5, 2, "SGL"));

        assign("B1", 1, "SGL").expect(200);

        assertThat(hotel.revision("B1")).isEqualTo(1);
        assertThat(hotel.history("B1")).containsExactly("1 imported");
    }

    // ---- several at once

    @Test
    void guests_of_a_full_house_change_places_at_once() {
        hotel.send(hotel.booking("B1", 10, 5, 2, "SGL"));
        hotel.send(hotel.booking("B2", 11, 5, 2, "TWN"));

        move(room("B1", "SGL", "TWN", 1), room("B2", "TWN", "SGL", 1));

        assertThat(hotel.rooms("B1")).containsExactly("SGL/TWN/SGL 5 x 2 @ [10000]");
        assertThat(hotel.rooms("B2")).containsExactly("TWN/SGL/TWN 5 x 2 @ [10000]");
        assertThat(hotel.flags("B1")).containsExactly("upgraded:SGL->TWN");
        assertThat(hotel.flags("B2")).containsExactly("upgraded:TWN->SGL");
        assertThat(hotel.soldBeyondReservations()).isEmpty();

        move(room("B1", "TWN", "SGL", 2), room("B2", "SGL", "TWN", 2));
        assertThat(hotel.flags("B1")).as("undone without a trace").isEmpty();
        assertThat(hotel.rooms("B2")).containsExactly("TWN/TWN/TWN 5 x 2 @ [10000]");
        assertThat(hotel.history("B1")).containsExactly("1 imported", "2 moved", "3 moved");
    }

    @Test
    void two_rooms_of_one_reservation_move_as_one_revision() {
        hotel.type("SGL", 2, 9_000, 2);
        hotel.send(hotel.booking("B1", 10, 5, 1, "SGL", "SGL"));
        var id = UUID.fromString(hotel.reservation("B1").get("id").asText());

        move(new RoomMove(id, 1, type("SGL"), type("TWN"), 1), new RoomMove(id, 2, type("SGL"), type("DBL"), 1));

        assertThat(hotel.flags("B1")).containsExactly("upgraded:SGL->TWN", "upgraded:SGL->DBL");
        assertThat(hotel.history("B1")).containsExactly("1 imported", "2 moved");
        assertThat(hotel.soldBeyondReservations()).isEmpty();
    }

    @Test
    void of_several_moves_none_is_made_when_one_cannot_be() {
        hotel.send(hotel.booking("B1", 10, 5, 1, "SGL"));
        hotel.send(hotel.booking("B2", 11, 5, 1, "TWN"));
        hotel.send(hotel.booking("B3", 12, 5, 1, "DBL"));

        assertRefused("conflict.version", room("B1", "SGL", "TWN", 1), room("B2", "TWN", "SGL", 2));
        assertRefused("conflict.version", room("B1", "TWN", "SGL", 1));
        assertRefused("reservation.type_not_free", room("B1", "SGL", "TWN", 1), room("B2", "TWN", "DBL", 1));
        hotel.send(hotel.cancellation("B3", 20));
        assertRefused("reservation.not_movable", room("B3", "DBL", "SGL", 2), room("B2", "TWN", "DBL", 1));

        assertThat(hotel.rooms("B1")).containsExactly("SGL/SGL/SGL 5 x 1 @ [10000]");
        assertThat(hotel.rooms("B2")).containsExactly("TWN/TWN/TWN 5 x 1 @ [10000]");
        assertThat(hotel.soldBeyondReservations()).isEmpty();
        var first = room("B1", "SGL", "DBL", 1);
        assertThatThrownBy(() -> move(first, first)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_later_modification_keeps_what_a_cascade_gave() {
        hotel.send(hotel.booking("B1", 10, 5, 2, "SGL"));
        move(room("B1", "SGL", "TWN", 1));

        hotel.send(hotel.modification("B1", 20, 5, 1, "SGL"));

        assertThat(hotel.rooms("B1")).containsExactly("SGL/TWN/SGL 5 x 1 @ [10000]");
        assertThat(hotel.flags("B1")).contains("upgraded:SGL->TWN");
        assertThat(hotel.revision("B1")).isEqualTo(3);
    }

    private void assertRefused(String code, RoomMove... wanted) {
        assertThatThrownBy(() -> move(wanted))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.code().code()).isEqualTo(code));
    }

    private void move(RoomMove... wanted) {
        transactions.executeWithoutResult(
                transaction -> moves.move(hotelId(), List.of(wanted), "rule:cascade", "to make room"));
    }

    private RoomMove room(String number, String from, String to, int revision) {
        return new RoomMove(
                UUID.fromString(hotel.reservation(number).get("id").asText()), 1, type(from), type(to), revision);
    }

    private int hotelId() {
        return jdbc.sql("select id from hotel where code = :code")
                .param("code", hotel.house.hotel)
                .query(Integer.class)
                .single();
    }

    private int type(String code) {
        return jdbc.sql("select id from room_type where hotel_id = :hotel and code = :code")
                .param("hotel", hotelId())
                .param("code", code)
                .query(Integer.class)
                .single();
    }

    // ---- marks

    @Test
    void marks_are_shown_audited_and_outlive_telegrams() {
        hotel.send(hotel.booking("B1", 10, 5, 2, "SGL"));
        assertThat(marks("B1")).isEqualTo("false false");

        hotel.house
                .as("OPERATOR")
                .put(path("B1", "/marks"), Map.of("locked", true, "vip", true))
                .expect(200);
        hotel.house
                .as("OPERATOR")
                .put(path("B1", "/marks"), Map.of("locked", true, "vip", true))
                .expect(200);
        hotel.send(hotel.modification("B1", 20, 5, 1, "SGL"));

        assertThat(marks("B1")).isEqualTo("true true");
        assertThat(hotel.house
                        .admin
                        .get("/api/v1/audit?action=reservation.marked&hotel=" + hotel.house.hotel)
                        .items())
                .hasSize(1);
        assertThat(hotel.house
                        .as("OPERATOR")
                        .put(path("B1", "/marks"), Map.of("locked", true))
                        .status())
                .isEqualTo(400);
        assertThat(hotel.house
                        .as("VIEWER")
                        .put(path("B1", "/marks"), Map.of("locked", true, "vip", true))
                        .status())
                .isEqualTo(403);
    }

    private String marks(String number) {
        var id = hotel.reservation(number).path("id").asText();
        JsonNode shown = hotel.house
                .admin
                .get(hotel.house.path("/reservations/" + id))
                .expect(200)
                .json();
        return shown.get("locked").asBoolean() + " " + shown.get("vip").asBoolean();
    }
}
