package io.toritsugi.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.House;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class FailureListTest {

    private static final LocalDate ARRIVAL = LocalDate.of(2027, 4, 1);

    @LocalServerPort
    int port;

    private House house;

    @BeforeEach
    void open_a_house() {
        house = House.open(port, 1);
    }

    @Test
    void a_failure_has_exactly_the_fields_of_the_contract() {
        var line = house.sendSample("18_new_ikyu_unknown_room_type");

        var failure = list("").get(0);

        assertThat(failure.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "telegramId",
                        "hotel",
                        "channel",
                        "bookingNumber",
                        "kind",
                        "class",
                        "code",
                        "message",
                        "state",
                        "attempts",
                        "nextAttemptAt",
                        "arrival",
                        "fingerprint",
                        "guest",
                        "roomCode",
                        "roomName",
                        "nights",
                        "checkInTime",
                        "suggestion");
        assertThat(failure.get("telegramId")).isEqualTo(line.get("id"));
        assertThat(failure.get("hotel").asText()).isEqualTo(house.hotel);
        assertThat(failure.get("channel").asText()).isEqualTo("ikyu");
        assertThat(failure.get("kind").asText()).isEqualTo("NEW");
        assertThat(failure.get("class").asText()).isEqualTo("ROOM_MAPPING");
        assertThat(failure.get("code").asText()).isEqualTo("mapping.unknown_code");
        assertThat(failure.get("message").asText()).contains("9999", "スイート（新設）");
        assertThat(failure.get("state").asText()).isEqualTo("waiting");
        assertThat(failure.get("attempts").asInt()).isEqualTo(1);
        assertThat(failure.get("nextAttemptAt").asText()).endsWith("+09:00");
        assertThat(LocalDate.parse(failure.get("arrival").asText()).getYear()).isEqualTo(2027);
        assertThat(failure.get("suggestion").isNull()).isTrue();
    }

    @Test
    void a_booking_without_a_room_carries_the_proof_that_there_is_none() {
        house.send(House.booking("TARO MIHON", ARRIVAL));
        house.send(House.booking("HANAKO REIDAI", ARRIVAL));

        var suggestion = list("&class=NO_AVAILABILITY").get(0).get("suggestion");

        assertThat(suggestion.get("requestedAvailable").asBoolean()).isFalse();
        assertThat(suggestion.at("/none/reasons/0/roomType").asText()).isEqualTo("TWN");
        assertThat(suggestion.at("/none/reasons/0/code").asText()).isEqualTo("upgrade.full");
        assertThat(suggestion.at("/none/reasons/0/night").asText()).isEqualTo("2027-04-01");
    }

    @Test
    void one_failure_tells_why_what_to_do_and_what_was_understood() {
        house.sendSample("18_new_ikyu_unknown_room_type");
        var id = list("").get(0).get("id").asLong();

        var japanese = house.admin.get("/api/v1/failures/" + id).expect(200).json();
        var english = house.admin
                .with("Accept-Language", "en")
                .get("/api/v1/failures/" + id)
                .json();

        assertThat(japanese.get("cause").asText()).isNotBlank();
        assertThat(japanese.get("remedy").asText())
                .isNotBlank()
                .isNotEqualTo(english.get("remedy").asText());
        assertThat(english.get("message").asText()).contains("9999").contains("Not yet assigned");
        assertThat(japanese.get("code")).isEqualTo(english.get("code"));
        assertThat(japanese.at("/facts/codes").asText()).contains("9999");
        assertThat(japanese.get("fingerprint").asText()).hasSize(32);
        assertThat(japanese.get("stage").asText()).isEqualTo("map");
        assertThat(japanese.get("resolution").isNull()).isTrue();
        assertThat(japanese.at("/translated/stay/roomTotal").asLong()).isEqualTo(52_000);
        assertThat(japanese.get("actions")).isEmpty();
    }

    @Test
    void guests_are_masked_for_viewers_and_shown_to_operators() {
        house.send(House.booking("TARO MIHON", ARRIVAL, "9999"));
        var id = list("").get(0).get("id").asLong();

        var viewer = house.as("VIEWER").get("/api/v1/failures/" + id).expect(200);
        var operator = house.as("OPERATOR").get("/api/v1/failures/" + id).expect(200);

        assertThat(viewer.response().body()).doesNotContainIgnoringCase("TARO").doesNotContainIgnoringCase("MIHON");
        assertThat(viewer.json().at("/translated/stay/guest/name").asText()).isEqualTo("T**");
        assertThat(operator.json().at("/translated/stay/guest/name").asText()).isEqualTo("TARO MIHON");
    }

    @Test
    void the_list_is_narrowed_by_class_code_state_channel_and_number() {
        var unmapped = house.send(House.booking("TARO MIHON", ARRIVAL, "9999"));
        var parked = house.send(House.again(House.booking("TARO MIHON", ARRIVAL), "CancellationReport"));
        house.deliver("<html>".getBytes(StandardCharsets.UTF_8));

        assertThat(list("").findValuesAsText("class")).containsExactly("PARSE", "OUT_OF_ORDER", "ROOM_MAPPING");
        assertThat(telegrams("&class=ROOM_MAPPING"))
                .containsExactly(unmapped.get("id").asLong());
        assertThat(telegrams("&code=order.unknown_booking"))
                .containsExactly(parked.get("id").asLong());
        assertThat(list("&state=escalated").findValuesAsText("class")).containsExactly("PARSE");
        assertThat(list("&state=waiting")).hasSize(2);
        assertThat(list("&state=dismissed")).isEmpty();
        assertThat(list("&channel=jalan")).hasSize(2);
        assertThat(telegrams("&bookingNumber=" + parked.get("bookingNumber").asText()))
                .containsExactly(parked.get("id").asLong());
    }

    @Test
    void a_failure_is_found_by_any_part_of_number_guest_code_and_room_code() {
        var number = house.send(House.booking("KENJI SAGASU", ARRIVAL, "9001"))
                .get("bookingNumber")
                .asText();
        house.send(House.booking("TARO MIHON", ARRIVAL.plusDays(3), "9002"));

        assertThat(list("&q=agas").findValuesAsText("bookingNumber")).containsExactly(number);
        assertThat(list("&q=" + number.toLowerCase(Locale.ROOT))).hasSize(1);
        assertThat(list("&q=9002").findValuesAsText("roomCode")).containsExactly("9002");
        assertThat(list("&q=unknown_code")).hasSize(2);
        assertThat(list("&q=unknown%25code")).isEmpty();
        assertThat(list("&q=nobody")).isEmpty();
        assertThat(list("&arrivalFrom=" + ARRIVAL.plusDays(1)).findValuesAsText("guest"))
                .containsExactly("TARO MIHON");
        assertThat(list("&arrivalTo=" + ARRIVAL.plusDays(1)).findValuesAsText("guest"))
                .containsExactly("KENJI SAGASU");
        assertThat(house.as("VIEWER").get("/api/v1/failures?q=agas").items()).isEmpty();
        assertThat(house.as("VIEWER").get("/api/v1/failures?q=9002").items()).hasSize(1);
    }

    @Test
    void only_an_unknown_room_code_is_to_be_mapped() {
        house.send(House.booking("TARO MIHON", ARRIVAL, "9001"));
        house.deliver("<html>".getBytes(StandardCharsets.UTF_8));
        var ids = list("&sort=oldest").findValuesAsText("id");

        assertThat(mapping(ids.get(0)).get("allowed").asBoolean()).isTrue();
        assertThat(mapping(ids.get(1)).get("allowed").asBoolean()).isFalse();
        assertThat(mapping(ids.get(1)).get("code").asText()).isEqualTo("failure.nothing_to_map");
        assertThat(mapping(ids.get(1)).get("message").asText()).isNotBlank();
    }

    private JsonNode mapping(String id) {
        var possible =
                house.admin.get("/api/v1/failures/" + id).expect(200).json().get("possibleActions");
        for (var action : possible) {
            if (action.get("action").asText().equals("map")) {
                return action;
            }
        }
        throw new AssertionError("No word on mapping in " + possible);
    }

    @Test
    void the_first_page_says_how_many_there_are_on_all() {
        for (int day = 0; day < 3; day++) {
            house.send(House.booking("TARO MIHON", ARRIVAL.plusDays(day), "9001"));
        }

        var first = house.admin
                .get("/api/v1/failures?limit=2&hotel=" + house.hotel)
                .expect(200)
                .json();
        var second = house.admin
                .get("/api/v1/failures?limit=2&hotel=" + house.hotel + "&cursor="
                        + first.get("next").asText())
                .expect(200)
                .json();

        assertThat(first.get("total").asInt()).isEqualTo(3);
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.get("total").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest", "arrival", "class"})
    void the_list_is_read_page_by_page_in_either_order(String sort) {
        for (var day : List.of(2, 1, 3, 1)) {
            house.send(House.booking("TARO MIHON", ARRIVAL.plusDays(day), "9999"));
        }
        house.deliver("<html>".getBytes(StandardCharsets.UTF_8));
        var whole = list("&sort=" + sort);

        var read = new ArrayList<JsonNode>();
        var next = "";
        while (!next.equals("null")) {
            var page = house.admin
                    .get("/api/v1/failures?limit=2&sort=" + sort + "&hotel=" + house.hotel
                            + (next.isEmpty() ? "" : "&cursor=" + next))
                    .expect(200)
                    .json();
            page.get("items").forEach(read::add);
            next = page.get("next").asText();
        }

        assertThat(read).hasSize(5).containsExactlyElementsOf(whole);
        if (sort.equals("arrival")) {
            assertThat(whole.findValuesAsText("arrival"))
                    .containsExactly("2027-04-02", "2027-04-02", "2027-04-03", "2027-04-04", "null");
        }
    }

    @Test
    void failures_of_one_cause_are_one_group() {
        for (int booking = 0; booking < 7; booking++) {
            house.send(House.booking("TARO MIHON", ARRIVAL.plusDays(7 - booking), "9999"));
        }
        house.send(House.booking("TARO MIHON", ARRIVAL, "8888"));

        var first = house.admin
                .get("/api/v1/failures?groupBy=fingerprint&limit=1&hotel=" + house.hotel)
                .expect(200)
                .json();
        var second = house.admin
                .get("/api/v1/failures?groupBy=fingerprint&limit=1&hotel=" + house.hotel + "&cursor="
                        + first.get("next").asText())
                .expect(200)
                .json();

        var group = first.at("/items/0");
        assertThat(group.get("count").asInt()).isEqualTo(7);
        assertThat(group.get("class").asText()).isEqualTo("ROOM_MAPPING");
        assertThat(group.get("message").asText()).contains("9999");
        assertThat(group.get("hotel").asText()).isEqualTo(house.hotel);
        assertThat(group.get("examples")).hasSize(5);
        assertThat(group.get("nextArrival").asText()).isEqualTo("2027-04-02");
        assertThat(group.get("firstSeen").asText())
                .isLessThanOrEqualTo(group.get("lastSeen").asText())
                .endsWith("+09:00");
        assertThat(second.at("/items/0/count").asInt()).isEqualTo(1);
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(list("&fingerprint=" + group.get("fingerprint").asText())).hasSize(7);
    }

    @Test
    void a_dismissed_failure_is_closed_on_record_and_ends_its_incident() {
        house.send(House.booking("TARO MIHON", ARRIVAL, "9999"));
        var id = list("").get(0).get("id").asLong();

        var dismissed = dismiss(id).expect(200).json();

        assertThat(dismissed.get("state").asText()).isEqualTo("dismissed");
        assertThat(dismissed.get("resolution").asText()).isEqualTo("dismissed");
        assertThat(dismissed.get("nextAttemptAt").isNull()).isTrue();
        assertThat(dismissed.at("/actions/0/action").asText()).isEqualTo("dismiss");
        assertThat(dismissed.at("/actions/0/reason").asText()).isEqualTo("booked by hand");
        assertThat(dismissed.at("/actions/0/who").asText()).isEqualTo("key:test");
        assertThat(list("")).isEmpty();
        assertThat(list("&state=dismissed")).hasSize(1);
        var record = house.admin
                .get("/api/v1/audit?action=failure.dismiss&hotel=" + house.hotel)
                .items();
        assertThat(record).hasSize(1);
        assertThat(record.get(0).get("subject").asText()).isEqualTo("failure/" + id);
        assertThat(record.get(0).at("/after/reason").asText()).isEqualTo("booked by hand");
        assertThat(house.admin
                        .get("/api/v1/notifications?state=resolved&hotel=" + house.hotel)
                        .items()
                        .findValuesAsText("resolution"))
                .containsExactly("dismissed");
        assertThat(dismiss(id).problem()).isEqualTo("failure.closed");
    }

    @Test
    void a_dismissed_telegram_is_never_placed_whatever_else_comes_of_its_booking() {
        var booking = House.booking("TARO MIHON", ARRIVAL, "9999");
        house.send(booking);
        dismiss(list("").get(0).get("id").asLong()).expect(200);
        house.admin
                .post(house.path("/mappings"), Map.of("channel", "*", "code", "9999", "roomType", "DBL"))
                .expect(201);

        var cancellation = house.send(House.again(booking, "CancellationReport"));

        assertThat(cancellation.get("outcome").asText()).isEqualTo("cancelled");
        assertThat(house.admin
                        .get("/api/v1/imports?bookingNumber=" + booking.bookingNumber())
                        .items()
                        .findValuesAsText("outcome"))
                .containsExactly("cancelled", "rejected");
        assertThat(house.admin.get(house.path("/reservations?status=confirmed")).items())
                .isEmpty();
    }

    @Test
    void only_who_belongs_to_the_hotel_sees_and_only_an_operator_changes() {
        house.send(House.booking("TARO MIHON", ARRIVAL, "9999"));
        var id = list("").get(0).get("id").asLong();
        var stranger = house.stranger("ADMIN");
        var reason = Map.of("reason", "mine");

        assertThat(stranger.get("/api/v1/failures").items()).isEmpty();
        assertThat(stranger.get("/api/v1/failures?groupBy=fingerprint").items()).isEmpty();
        assertThat(stranger.get("/api/v1/failures?hotel=" + house.hotel).problem())
                .isEqualTo("access.forbidden_hotel");
        assertThat(stranger.get("/api/v1/failures/" + id).status()).isEqualTo(403);
        assertThat(stranger.post("/api/v1/failures/" + id + "/dismiss", reason).status())
                .isEqualTo(403);
        assertThat(house.as("VIEWER")
                        .post("/api/v1/failures/" + id + "/dismiss", reason)
                        .status())
                .isEqualTo(403);
        assertThat(house.admin.get("/api/v1/failures/999999999").problem()).isEqualTo("failure.unknown");
        assertThat(house.admin
                        .post("/api/v1/failures/999999999/dismiss", reason)
                        .problem())
                .isEqualTo("failure.unknown");
        assertThat(house.as("VIEWER").get("/api/v1/failures").items()).hasSize(1);
    }

    @Test
    void a_dismissal_needs_a_reason() {
        house.send(House.booking("TARO MIHON", ARRIVAL, "9999"));
        var id = list("").get(0).get("id").asLong();

        var answer = house.admin.post("/api/v1/failures/" + id + "/dismiss", Map.of("reason", " "));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("reason");
        assertThat(list("")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "state=gone,state",
        "class=WRONG,class",
        "code=no.such_code,code",
        "sort=price,sort",
        "groupBy=guest,groupBy",
        "cursor=YWJj,cursor",
        "sort=arrival&cursor=YWJj,cursor",
        "groupBy=fingerprint&cursor=YWJj,cursor"
    })
    void a_parameter_that_makes_no_sense_is_named(String query, String field) {
        var answer = house.admin.get("/api/v1/failures?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("request.invalid");
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
    }

    private Http.Answer dismiss(long id) {
        return house.as("OPERATOR").post("/api/v1/failures/" + id + "/dismiss", Map.of("reason", " booked by hand "));
    }

    private List<Long> telegrams(String query) {
        var ids = new ArrayList<Long>();
        list(query).forEach(failure -> ids.add(failure.get("telegramId").asLong()));
        return ids;
    }

    private JsonNode list(String query) {
        return house.admin
                .get("/api/v1/failures?hotel=" + house.hotel + query)
                .expect(200)
                .items();
    }
}
