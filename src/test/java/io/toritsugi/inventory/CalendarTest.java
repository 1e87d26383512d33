package io.toritsugi.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.House;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HttpTest
class CalendarTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private House house;
    private Http admin;
    private LocalDate today;

    @BeforeEach
    void a_hotel_with_two_rooms_of_each_type() {
        house = House.open(port, 2);
        admin = house.admin;
        today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void the_calendar_shows_every_type_on_every_night_with_its_rate() {
        house.send(House.booking("TARO MIHON", today));

        var night = calendar("TWN", 0, 3).get(0);

        assertThat(night.fieldNames())
                .toIterable()
                .containsExactly(
                        "roomType",
                        "date",
                        "rooms",
                        "outOfOrder",
                        "overbooking",
                        "sold",
                        "free",
                        "oversold",
                        "rate",
                        "stopSell");
        assertThat(night.get("date").asText()).isEqualTo(today.toString());
        assertThat(night.get("sold").asInt()).isEqualTo(1);
        assertThat(night.get("free").asInt()).isEqualTo(1);
        assertThat(night.get("rate").asInt()).isEqualTo(10_000);
        assertThat(admin.get(house.path("/calendar")).expect(200).items()).hasSize(5 * 31);
        assertThat(admin.get(house.path("/calendar?roomType=NOPE")).problem()).isEqualTo("room_type.unknown");
        assertThat(admin.get(house.path("/calendar?from=%s&to=%s".formatted(today, today.plusDays(541))))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void overbooking_replaces_what_was_allowed_on_its_nights_and_leaves_what_surrounds_them() {
        overbooking(0, 10, 1);
        overbooking(3, 6, 4);
        assertThat(shown("overbooking", 0, 11)).containsExactly(1, 1, 1, 4, 4, 4, 1, 1, 1, 1, 0);

        overbooking(5, 8, 2);
        assertThat(shown("overbooking", 0, 11)).containsExactly(1, 1, 1, 4, 4, 2, 2, 2, 1, 1, 0);

        overbooking(1, 9, 0);
        assertThat(shown("overbooking", 0, 11)).containsExactly(1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0);

        overbooking(0, 10, 3);
        assertThat(shown("overbooking", 0, 11)).containsExactly(3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0);
    }

    @Test
    void a_booking_that_found_no_room_is_taken_in_when_overbooking_is_allowed() {
        for (int guest = 0; guest < 2; guest++) {
            house.send(House.booking("TARO MIHON", today.plusDays(4)));
        }
        var refused = House.booking("HANAKO MIHON", today.plusDays(4));
        assertThat(house.send(refused).get("class").asText()).isEqualTo("NO_AVAILABILITY");

        overbooking(4, 6, 1);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(shown("sold", 4, 6)).containsExactly(3, 3));
        assertThat(shown("oversold", 4, 6)).containsExactly(1, 1);
        assertThat(shown("overbooking", 4, 6)).containsExactly(1, 1);
    }

    @Test
    void a_rate_holds_on_its_dates_and_days_of_the_week_until_it_is_taken_back() {
        var monday = today.plusDays(8 - today.getDayOfWeek().getValue());
        int first = (int) today.datesUntil(monday).count();

        put("rates", first, first + 14, Map.of("weekdays", List.of("FRIDAY", "SATURDAY"), "amount", 18_000));
        assertThat(shown("rate", first, first + 8))
                .containsExactly(10_000, 10_000, 10_000, 10_000, 18_000, 18_000, 10_000, 10_000);

        put("rates", first, first + 2, Map.of("amount", 0));
        put("rates", first + 5, first + 14, new HashMap<>());
        assertThat(shown("rate", first, first + 8))
                .containsExactly(0, 0, 10_000, 10_000, 18_000, 10_000, 10_000, 10_000);
    }

    @Test
    void a_stop_sell_mark_is_shown_and_refuses_no_booking() {
        put("stop-sells", 2, 5, Map.of("stopped", true));
        assertThat(stopped(1, 6)).containsExactly(false, true, true, true, false);

        assertThat(house.send(House.booking("TARO MIHON", today.plusDays(2)))
                        .get("outcome")
                        .asText())
                .isEqualTo("imported");
        put("stop-sells", 3, 4, Map.of("stopped", false));

        assertThat(stopped(1, 6)).containsExactly(false, true, false, true, false);
        assertThat(shown("sold", 1, 6)).containsExactly(0, 1, 1, 0, 0);
        var inventory = admin.get(
                        house.path("/inventory?from=%s&to=%s".formatted(today.plusDays(2), today.plusDays(3))))
                .items();
        assertThat(inventory.findValuesAsText("stopSell")).containsExactly("false", "true", "false", "false", "false");
    }

    @Test
    void several_changes_are_made_together_or_not_at_all() {
        admin.post(
                        house.path("/calendar/changes"),
                        Map.of(
                                "changes",
                                List.of(
                                        Map.of("overbooking", wanted(0, 2, Map.of("rooms", 1))),
                                        Map.of("rates", wanted(0, 1, Map.of("amount", 12_000))),
                                        Map.of("stopSells", wanted(1, 2, Map.of("stopped", true))))))
                .expect(204);

        assertThat(shown("overbooking", 0, 2)).containsExactly(1, 1);
        assertThat(shown("rate", 0, 2)).containsExactly(12_000, 10_000);
        assertThat(stopped(0, 2)).containsExactly(false, true);

        var refused = admin.post(
                house.path("/calendar/changes"),
                Map.of(
                        "changes",
                        List.of(
                                Map.of("overbooking", wanted(0, 2, Map.of("rooms", 5))),
                                Map.of("rates", wanted(0, 1, Map.of("roomType", "NOPE", "amount", 1))))));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("room_type.not_of_hotel");
        assertThat(refused.json().get("change").asInt()).isEqualTo(1);
        assertThat(shown("overbooking", 0, 2)).containsExactly(1, 1);
    }

    @Test
    void what_cannot_be_meant_is_refused_by_name() {
        assertThat(refused("overbooking", -1, 2, Map.of("rooms", 1))).isEqualTo("422 calendar.past");
        assertThat(refused("rates", 1829, 1831, Map.of("amount", 1))).isEqualTo("422 calendar.too_far");
        assertThat(refused("stop-sells", 2, 2, Map.of("stopped", true))).isEqualTo("400 request.invalid");
        assertThat(refused("overbooking", 0, 2, Map.of("rooms", -1))).isEqualTo("400 request.invalid");
        assertThat(refused("overbooking", 0, 2, Map.of())).isEqualTo("400 request.invalid");
        assertThat(refused("rates", 0, 2, Map.of("amount", -1))).isEqualTo("400 request.invalid");
        assertThat(refused("rates", 0, 2, Map.of("weekdays", List.of(), "amount", 1)))
                .isEqualTo("400 request.invalid");
        assertThat(refused("rates", 0, 2, Map.of("weekdays", List.of("SOMEDAY"))))
                .isEqualTo("400 request.unreadable");
        assertThat(refused("stop-sells", 0, 2, Map.of())).isEqualTo("400 request.invalid");
        assertThat(refused("rates", 0, 2, Map.of("roomType", "NOPE"))).isEqualTo("422 room_type.not_of_hotel");
        assertThat(admin.post(house.path("/calendar/changes"), Map.of("changes", List.of(Map.of())))
                        .problem())
                .isEqualTo("request.invalid");
        assertThat(admin.post(house.path("/calendar/changes"), Map.of("changes", List.of()))
                        .problem())
                .isEqualTo("request.invalid");
    }

    @Test
    void a_change_beyond_the_horizon_waits_for_its_night() {
        admin.put("/api/v1/hotels/" + house.hotel, Map.of("horizonDays", 10)).expect(200);

        overbooking(12, 14, 2);

        assertThat(shown("overbooking", 11, 15)).containsExactly(0, 2, 2, 0);
    }

    @Test
    void every_change_is_on_record_with_what_was_before_and_nothing_where_nothing_changed() {
        overbooking(0, 4, 1);
        overbooking(1, 3, 0);
        overbooking(1, 3, 0);

        var records = StreamSupport.stream(
                        admin.get("/api/v1/audit?hotel=" + house.hotel + "&limit=100")
                                .expect(200)
                                .items()
                                .spliterator(),
                        false)
                .filter(entry -> entry.get("action").asText().equals("calendar.overbooking"))
                .toList();

        assertThat(records).hasSize(2);
        var newest = records.get(0);
        assertThat(newest.get("subject").asText()).isEqualTo("TWN");
        assertThat(newest.at("/before/periods")).hasSize(1);
        assertThat(newest.at("/before/periods/0/value").asInt()).isEqualTo(1);
        assertThat(newest.at("/after/periods")).isEmpty();
        assertThat(newest.at("/after/from").asText())
                .isEqualTo(today.plusDays(1).toString());
    }

    @Test
    void an_operator_stops_sales_and_leaves_rates_and_overbooking_to_the_manager() {
        var operator = house.as("OPERATOR");
        var viewer = house.as("VIEWER");

        assertThat(operator.put(house.path("/calendar/stop-sells"), wanted(0, 1, Map.of("stopped", true)))
                        .status())
                .isEqualTo(204);
        assertThat(operator.put(house.path("/calendar/rates"), wanted(0, 1, Map.of("amount", 1)))
                        .problem())
                .isEqualTo("access.forbidden");
        assertThat(operator.put(house.path("/calendar/overbooking"), wanted(0, 1, Map.of("rooms", 1)))
                        .status())
                .isEqualTo(403);
        assertThat(operator.post(
                                house.path("/calendar/changes"),
                                Map.of("changes", List.of(Map.of("rates", wanted(0, 1, Map.of("amount", 1))))))
                        .status())
                .isEqualTo(403);
        assertThat(viewer.get(house.path("/calendar")).status()).isEqualTo(200);
        assertThat(viewer.put(house.path("/calendar/stop-sells"), wanted(0, 1, Map.of("stopped", true)))
                        .status())
                .isEqualTo(403);
        assertThat(house.stranger("MANAGER").get(house.path("/calendar")).status())
                .isEqualTo(403);
    }

    @Test
    void overbooking_makes_bookings_that_wait_worth_another_look_and_marks_and_rates_do_not() {
        long before = availability();
        put("rates", 0, 2, Map.of("amount", 1));
        put("stop-sells", 0, 2, Map.of("stopped", true));
        assertThat(availability()).isEqualTo(before);

        overbooking(0, 2, 1);

        assertThat(availability()).isGreaterThan(before);
    }

    @Test
    void the_periods_of_a_room_out_of_order_are_listed_without_those_that_are_over() {
        outOfOrder(-3, -1);
        var present = outOfOrder(-1, 2);
        var future = outOfOrder(5, 6);

        var first = admin.get(house.path("/rooms/TWN-001/out-of-order?limit=1"))
                .expect(200)
                .json();
        assertThat(first.at("/items/0")).isEqualTo(present);
        var second = admin.get(house.path("/rooms/TWN-001/out-of-order?limit=1&cursor="
                        + first.get("next").asText()))
                .json();

        assertThat(second.at("/items/0")).isEqualTo(future);
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(shown("outOfOrder", 0, 6)).containsExactly(1, 1, 0, 0, 0, 1);
        assertThat(admin.get(house.path("/rooms/NOPE/out-of-order")).problem()).isEqualTo("room.unknown");
    }

    private JsonNode outOfOrder(int from, int to) {
        return admin.post(
                        house.path("/rooms/TWN-001/out-of-order"),
                        Map.of("from", later(from), "to", later(to), "reason", "点検"))
                .expect(201)
                .json();
    }

    private void overbooking(int from, int to, int rooms) {
        put("overbooking", from, to, Map.of("rooms", rooms));
    }

    private void put(String what, int from, int to, Map<String, Object> more) {
        admin.put(house.path("/calendar/" + what), wanted(from, to, more)).expect(204);
    }

    private String refused(String what, int from, int to, Map<String, Object> more) {
        var answer = admin.put(house.path("/calendar/" + what), wanted(from, to, more));
        return answer.status() + " " + answer.problem();
    }

    private Map<String, Object> wanted(int from, int to, Map<String, Object> more) {
        var wanted = new HashMap<String, Object>(Map.of("roomType", "TWN", "from", later(from), "to", later(to)));
        wanted.putAll(more);
        return wanted;
    }

    private List<Integer> shown(String field, int from, int to) {
        return calendar("TWN", from, to).stream()
                .map(night -> night.get(field).asInt())
                .toList();
    }

    private List<Boolean> stopped(int from, int to) {
        return calendar("TWN", from, to).stream()
                .map(night -> night.get("stopSell").asBoolean())
                .toList();
    }

    private List<JsonNode> calendar(String type, int from, int to) {
        var path = house.path("/calendar?roomType=%s&from=%s&to=%s".formatted(type, later(from), later(to)));
        return StreamSupport.stream(admin.get(path).expect(200).items().spliterator(), false)
                .toList();
    }

    private String later(int days) {
        return today.plusDays(days).toString();
    }

    private long availability() {
        return jdbc.sql(
                        "select availability from hotel_version v join hotel h on h.id = v.hotel_id where h.code = :hotel")
                .param("hotel", house.hotel)
                .query(Long.class)
                .single();
    }
}
