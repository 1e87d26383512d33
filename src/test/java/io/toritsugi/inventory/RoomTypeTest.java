package io.toritsugi.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HttpTest
class RoomTypeTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HotelLock lock;

    private Http admin;
    private String hotel;
    private LocalDate today;

    @BeforeEach
    void aHotel() {
        admin = Http.admin(port);
        hotel = "/api/v1/hotels/" + admin.newHotel();
        today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void a_type_is_made_with_numbered_rooms() {
        var created = admin.put(
                hotel + "/room-types/TWN",
                Map.of("name", "ツイン", "capacity", 2, "smoking", true, "baseRate", 14000, "rooms", 3));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().get("rooms").asInt()).isEqualTo(3);
        assertThat(created.json().get("baseRate").asInt()).isEqualTo(14000);
        assertThat(created.json().get("smoking").asBoolean()).isTrue();
        assertThat(created.json().has("id")).isFalse();
        assertThat(admin.get(hotel + "/rooms").items().findValuesAsText("number"))
                .containsExactly("TWN-001", "TWN-002", "TWN-003");
        assertThat(admin.get(hotel + "/room-types").items()).containsExactly(created.json());
    }

    @Test
    void rooms_are_taken_out_of_use_from_the_highest_number_and_come_back_first() {
        admin.put(hotel + "/room-types/TWN", Map.of("rooms", 4)).expect(201);

        admin.put(hotel + "/room-types/TWN", Map.of("rooms", 2)).expect(200);
        assertThat(active()).containsExactly("TWN-001", "TWN-002");

        admin.put(hotel + "/room-types/TWN", Map.of("rooms", 5)).expect(200);
        assertThat(active()).containsExactly("TWN-001", "TWN-002", "TWN-003", "TWN-004", "TWN-005");
    }

    @Test
    void a_room_out_of_order_is_taken_out_of_use_before_the_others() {
        admin.put(hotel + "/room-types/TWN", Map.of("rooms", 3)).expect(201);
        admin.post(
                        hotel + "/rooms/TWN-001/out-of-order",
                        Map.of("from", today.toString(), "to", today.plusDays(3).toString(), "reason", "水漏れ"))
                .expect(201);

        admin.put(hotel + "/room-types/TWN", Map.of("rooms", 2)).expect(200);

        assertThat(active()).containsExactly("TWN-002", "TWN-003");
    }

    @Test
    void a_type_with_a_long_code_has_rooms_too() {
        admin.put(hotel + "/room-types/EXECUTIVE-SUITE-NON-SMOKING", Map.of("rooms", 2))
                .expect(201);
        admin.put(hotel + "/room-types/EXECUTIVE-SUITE-SMOKING", Map.of("rooms", 2))
                .expect(201);

        assertThat(active()).hasSize(4).allMatch(number -> number.length() <= 16);
    }

    @Test
    void opened_nights_follow_the_rooms_from_today_on_and_keep_what_is_sold() {
        admin.put(hotel + "/room-types/TWN", Map.of("rooms", 3)).expect(201);
        open("TWN", today.minusDays(1), 3, 3);
        open("TWN", today, 3, 3);
        var version = availabilityVersion();

        admin.put(hotel + "/room-types/TWN", Map.of("rooms", 2)).expect(200);

        var nights = admin.get(hotel + "/inventory?from=" + today.minusDays(1) + "&to=" + today.plusDays(2))
                .expect(200)
                .items();
        assertThat(nights).hasSize(3);
        assertThat(night(nights, 0)).isEqualTo("TWN " + today.minusDays(1) + " rooms 3 sold 3 free 0 oversold 0");
        assertThat(night(nights, 1)).isEqualTo("TWN " + today + " rooms 2 sold 3 free 0 oversold 1");
        assertThat(night(nights, 2)).isEqualTo("TWN " + today.plusDays(1) + " rooms 2 sold 0 free 2 oversold 0");
        assertThat(availabilityVersion()).isGreaterThan(version);
    }

    @Test
    void a_room_out_of_order_is_not_free_on_its_nights_and_is_again_when_it_comes_back() {
        admin.put(hotel + "/room-types/TWN", Map.of("rooms", 2)).expect(201);
        open("TWN", today, 2, 1);

        var period = admin.post(
                        hotel + "/rooms/TWN-001/out-of-order",
                        Map.of("from", today.toString(), "to", today.plusDays(2).toString(), "reason", "水漏れ"))
                .expect(201)
                .json();

        var path = hotel + "/inventory?from=" + today + "&to=" + today.plusDays(3);
        assertThat(admin.get(path).items().findValuesAsText("outOfOrder")).containsExactly("1", "1", "0");
        assertThat(admin.get(path).items().findValuesAsText("free")).containsExactly("0", "1", "2");
        var room = admin.get(hotel + "/rooms").items().get(0);
        assertThat(room.at("/outOfOrder/0")).isEqualTo(period);

        var overlap = admin.post(
                hotel + "/rooms/TWN-001/out-of-order",
                Map.of(
                        "from",
                        today.plusDays(1).toString(),
                        "to",
                        today.plusDays(5).toString(),
                        "reason",
                        "塗装"));
        assertThat(overlap.status()).isEqualTo(409);
        assertThat(overlap.problem()).isEqualTo("room.out_of_order_overlap");
        assertThat(overlap.json().at("/conflict/id")).isEqualTo(period.get("id"));

        var id = period.get("id").asLong();
        admin.delete(hotel + "/rooms/TWN-001/out-of-order/" + id).expect(204);
        assertThat(admin.get(path).items().findValuesAsText("free")).containsExactly("1", "2", "2");
        assertThat(admin.delete(hotel + "/rooms/TWN-001/out-of-order/" + id).problem())
                .isEqualTo("room.out_of_order_unknown");
    }

    @Test
    void an_unknown_type_or_room_is_not_found_by_name() {
        assertThat(admin.get(hotel + "/room-types/NOPE").problem()).isEqualTo("room_type.unknown");
        assertThat(admin.delete(hotel + "/rooms/NOPE/out-of-order/1").problem()).isEqualTo("room.unknown");
    }

    @Test
    void values_out_of_bounds_are_refused_by_name() {
        var answer = admin.put(hotel + "/room-types/TWN", Map.of("capacity", 0, "baseRate", -1, "rooms", 5001));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("capacity", "baseRate", "rooms");
    }

    @Test
    void an_operator_sees_the_types_and_leaves_them_as_they_are() {
        var code = hotel.substring(hotel.lastIndexOf('/') + 1);
        var operator =
                Http.withKey(port, admin.newKey("OPERATOR", code).get("key").asText());

        assertThat(operator.get(hotel + "/room-types").status()).isEqualTo(200);
        assertThat(operator.put(hotel + "/room-types/TWN", Map.of("rooms", 1)).status())
                .isEqualTo(403);
    }

    @Test
    void the_period_of_the_inventory_has_bounds() {
        admin.put(hotel + "/room-types/TWN", Map.of("rooms", 1)).expect(201);

        assertThat(admin.get(hotel + "/inventory?from=2027-01-01&to=2028-06-24").items())
                .hasSize(540);
        assertThat(admin.get(hotel + "/inventory?from=2027-01-01&to=2028-06-25").status())
                .isEqualTo(400);
        assertThat(admin.get(hotel + "/inventory?from=2027-01-01&to=2027-01-01").status())
                .isEqualTo(400);
        assertThat(admin.get(hotel + "/inventory").items()).hasSize(31);
    }

    @Test
    void the_lock_of_a_hotel_needs_a_transaction() {
        assertThatThrownBy(() -> lock.hold(1)).isInstanceOf(IllegalStateException.class);
    }

    private List<String> active() {
        return admin.get(hotel + "/rooms?limit=500").items().findParents("number").stream()
                .filter(room -> room.get("active").asBoolean())
                .map(room -> room.get("number").asText())
                .toList();
    }

    private void open(String type, LocalDate night, int rooms, int sold) {
        jdbc.sql("""
                        insert into inventory (room_type_id, night, hotel_id, rooms, sold)
                        select t.id, :night, t.hotel_id, :rooms, :sold
                        from room_type t join hotel h on h.id = t.hotel_id
                        where t.code = :type and h.code = :hotel
                        """)
                .param("type", type)
                .param("hotel", hotel.substring(hotel.lastIndexOf('/') + 1))
                .param("night", night)
                .param("rooms", rooms)
                .param("sold", sold)
                .update();
    }

    private long availabilityVersion() {
        return jdbc.sql(
                        "select availability from hotel_version v join hotel h on h.id = v.hotel_id where h.code = :hotel")
                .param("hotel", hotel.substring(hotel.lastIndexOf('/') + 1))
                .query(Long.class)
                .single();
    }

    private static String night(JsonNode nights, int place) {
        var night = nights.get(place);
        return "%s %s rooms %s sold %s free %s oversold %s"
                .formatted(
                        night.get("roomType").asText(),
                        night.get("date").asText(),
                        night.get("rooms"),
                        night.get("sold"),
                        night.get("free"),
                        night.get("oversold"));
    }
}
