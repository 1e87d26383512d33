package io.toritsugi.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.House;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class ReservationListTest {

    private static final LocalDate ARRIVAL = LocalDate.of(2027, 4, 1);

    @LocalServerPort
    int port;

    private House house;

    @BeforeEach
    void open_a_house() {
        house = House.open(port);
    }

    @Test
    void a_reservation_has_exactly_the_shape_of_the_contract() throws IOException {
        house.sendSample("10_new_booking_roomrate");

        var shown = list("").get(0);

        assertThat(shown.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "hotel",
                        "channel",
                        "bookingNumber",
                        "status",
                        "checkIn",
                        "checkOut",
                        "guest",
                        "rooms",
                        "roomTotal",
                        "optionsTotal",
                        "headerTotal",
                        "discountTotal",
                        "cancellationCharge",
                        "settlement",
                        "dueOnSite",
                        "planCode",
                        "planName",
                        "requests",
                        "flags",
                        "revision");
        assertThat(shown.get("rooms")).isEqualTo(new ObjectMapper().readTree("""
                        [{"code":"0003","bookedType":"DBL","assignedType":"DBL","chargedType":"DBL","adults":2,"children":0,
                          "nights":[{"date":"2027-03-05","amount":12345},{"date":"2027-03-06","amount":13456}]}]
                        """));
        assertThat(shown.get("guest").toString()).isEqualTo("{\"name\":\"TARO MIHON\",\"kana\":\"TARO MIHON\"}");
        assertThat(shown.get("cancellationCharge").isNull()).isTrue();
        assertThat(UUID.fromString(shown.get("id").asText()).version()).isEqualTo(7);
        assertThat(shown.get("revision").asInt()).isEqualTo(1);
    }

    @Test
    void a_cancelled_reservation_stays_in_the_list_with_its_charge_and_its_rooms() {
        house.sendSample("14_new_agoda_multiroom");
        house.sendSample("23_cancel_agoda_with_charge");

        var cancelled = list("?status=cancelled");

        assertThat(cancelled).hasSize(1);
        assertThat(cancelled.get(0).get("cancellationCharge").asLong()).isEqualTo(14_300);
        assertThat(cancelled.get(0).get("rooms")).hasSize(2);
        assertThat(list("?status=confirmed")).isEmpty();
    }

    @Test
    void the_list_goes_by_arrival_and_is_read_page_by_page_without_a_gap_or_a_repetition() {
        for (var day : List.of(3, 1, 2, 1, 3)) {
            house.send(House.booking("TARO MIHON", ARRIVAL.plusDays(day)));
        }
        var read = new ArrayList<String>();
        String next = "";
        do {
            var page = house.admin
                    .get(house.path("/reservations?limit=2" + next))
                    .expect(200)
                    .json();
            page.get("items").forEach(item -> read.add(item.get("checkIn").asText() + item.get("bookingNumber")));
            next = page.get("next").isNull()
                    ? null
                    : "&cursor=" + page.get("next").asText();
        } while (next != null);

        assertThat(read).hasSize(5).doesNotHaveDuplicates();
        assertThat(read.stream().map(item -> item.substring(0, 10)))
                .containsExactly("2027-04-02", "2027-04-02", "2027-04-03", "2027-04-04", "2027-04-04");
    }

    @Test
    void the_list_is_narrowed_by_channel_number_guest_and_check_in_date() {
        var early = House.booking("HANAKO REIDAI", ARRIVAL);
        var late = House.booking("TARO MIHON", ARRIVAL.plusDays(2));
        house.send(early);
        house.send(late);

        assertThat(numbers("?channel=jalan")).containsExactly(early.bookingNumber(), late.bookingNumber());
        assertThat(numbers("?channel=booking")).isEmpty();
        assertThat(numbers("?bookingNumber=" + late.bookingNumber())).containsExactly(late.bookingNumber());
        assertThat(numbers("?guest=reidai")).containsExactly(early.bookingNumber());
        assertThat(numbers("?guest=o")).containsExactly(early.bookingNumber(), late.bookingNumber());
        assertThat(numbers("?guest=%25")).isEmpty();
        assertThat(numbers("?from=2027-04-02")).containsExactly(late.bookingNumber());
        assertThat(numbers("?from=2027-04-01&to=2027-04-03")).containsExactly(early.bookingNumber());
        assertThat(numbers("?to=2027-04-01")).isEmpty();
    }

    @Test
    void a_guest_is_found_by_two_letters_and_by_half_width_kana() {
        house.sendSample("11_new_jalan_personalrate_points");

        assertThat(list("?guest=%E8%A6%8B%E6%9C%AC")).hasSize(1); // 見本
        assertThat(list("?guest=%EF%BE%90%EF%BE%8E%EF%BE%9D")).hasSize(1); // ﾐﾎﾝ
        assertThat(list("?guest=%E4%BE%8B%E9%A1%8C")).isEmpty(); // 例題
    }

    @Test
    void one_reservation_comes_with_every_revision_and_its_details() {
        house.sendSample("11_new_jalan_personalrate_points");
        house.sendSample("20_modify_jalan_shortened");
        var id = list("").get(0).get("id").asText();

        var shown =
                house.admin.get(house.path("/reservations/" + id)).expect(200).json();

        assertThat(shown.get("checkOut").asText()).isEqualTo("2027-03-14");
        assertThat(shown.get("revisions").findValuesAsText("change")).containsExactly("imported", "modified");
        assertThat(shown.at("/revisions/0/state/checkOut").asText()).isEqualTo("2027-03-15");
        assertThat(shown.at("/revisions/1/revision").asInt()).isEqualTo(2);
        assertThat(shown.at("/revisions/0/recordedAt").asText()).endsWith("+09:00");
        assertThat(shown.at("/details/names/kanji").asText()).isEqualTo("見本　一郎");
        assertThat(shown.get("standingTelegram").asLong())
                .isEqualTo(shown.at("/revisions/1/telegramId").asLong());
    }

    @Test
    void a_viewer_sees_no_name_in_any_field_and_cannot_search_for_one() {
        house.sendSample("11_new_jalan_personalrate_points");
        var viewer = house.as("VIEWER");

        var list = viewer.get(house.path("/reservations")).expect(200);
        var id = list.items().get(0).get("id").asText();
        var one = viewer.get(house.path("/reservations/" + id)).expect(200);

        assertThat(list.items().get(0).get("guest").toString()).isEqualTo("{\"name\":\"見**\",\"kana\":\"ミ**\"}");
        for (var answer : List.of(list, one)) {
            assertThat(answer.response().body()).doesNotContain("一郎", "イチロウ", "ｲﾁﾛｳ", "ﾐﾎﾝ");
        }
        assertThat(one.json().at("/details/contact").isMissingNode()).isTrue();
        assertThat(one.json().at("/revisions/0/state/guest/name").asText()).isEqualTo("見**");
        assertThat(viewer.get(house.path("/reservations?guest=a")).problem()).isEqualTo("access.forbidden");
        assertThat(house.as("OPERATOR")
                        .get(house.path("/reservations/" + id))
                        .json()
                        .at("/guest/name")
                        .asText())
                .isEqualTo("見本 一郎");
    }

    @Test
    void who_belongs_to_another_hotel_sees_nothing() {
        house.sendSample("10_new_booking_roomrate");
        var id = list("").get(0).get("id").asText();
        var stranger = house.stranger("ADMIN");

        assertThat(stranger.get(house.path("/reservations")).problem()).isEqualTo("access.forbidden_hotel");
        assertThat(stranger.get(house.path("/reservations/" + id)).status()).isEqualTo(403);
        var other = house.admin.newHotel();
        assertThat(house.admin
                        .get("/api/v1/hotels/" + other + "/reservations/" + id)
                        .problem())
                .isEqualTo("reservation.unknown");
        assertThat(Http.nobody(port).get(house.path("/reservations")).status()).isEqualTo(401);
        assertThat(house.as("INTAKE").get(house.path("/reservations")).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "status=gone,status",
        "from=soon,from",
        "from=2027-04-02&to=2027-04-02,to",
        "guest=%20,guest",
        "cursor=NDcxMQ,cursor",
        "limit=0,limit"
    })
    void a_parameter_that_makes_no_sense_is_named(String query, String field) {
        var answer = house.admin.get(house.path("/reservations?" + query));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("request.invalid");
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
    }

    private List<String> numbers(String query) {
        return list(query).findValuesAsText("bookingNumber");
    }

    private JsonNode list(String query) {
        return house.admin.get(house.path("/reservations" + query)).expect(200).items();
    }
}
