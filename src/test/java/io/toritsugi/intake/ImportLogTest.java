package io.toritsugi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.FixtureHotel;
import io.toritsugi.conformance.House;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class ImportLogTest {

    private static final LocalDate ARRIVAL = LocalDate.of(2027, 4, 1);

    @LocalServerPort
    int port;

    private House house;

    @BeforeEach
    void open_a_house() {
        house = House.open(port);
    }

    @Test
    void every_telegram_is_in_the_log_with_its_outcome_in_words_the_newest_first() {
        house.sendSample("10_new_booking_roomrate");
        house.sendSample("18_new_ikyu_unknown_room_type");
        house.sendSample("10_new_booking_roomrate");
        house.deliver("<html>".getBytes(StandardCharsets.UTF_8));

        var log = log("");

        assertThat(log.findValuesAsText("outcome")).containsExactly("rejected", "rejected", "rejected", "imported");
        assertThat(log.findValuesAsText("class")).startsWith("PARSE", "DUPLICATE", "ROOM_MAPPING");
        assertThat(log.get(0).get("kind").isNull()).isTrue();
        assertThat(log.get(1).get("original").asLong())
                .isEqualTo(log.get(3).get("id").asLong());
        assertThat(log.get(2).get("message").asText()).contains("9999");
        assertThat(log.get(3).get("reservation").asText()).isNotBlank();
        assertThat(log.get(3).get("receivedAt").asText()).endsWith("+09:00");
        assertThat(house.admin
                        .with("Accept-Language", "en")
                        .get("/api/v1/imports?class=ROOM_MAPPING&hotel=" + house.hotel)
                        .items()
                        .get(0)
                        .get("message")
                        .asText())
                .contains("Not yet assigned");
    }

    @Test
    void the_log_is_narrowed_by_each_of_its_filters() {
        var good = house.send(House.booking("TARO MIHON", ARRIVAL));
        var bad = house.send(House.booking("TARO MIHON", ARRIVAL, "9999"));
        var before = OffsetDateTime.parse(log("").get(0).get("receivedAt").asText());

        assertThat(ids("&outcome=imported")).containsExactly(good.get("id").asLong());
        assertThat(ids("&outcome=pending")).isEmpty();
        assertThat(ids("&kind=NEW")).hasSize(2);
        assertThat(ids("&kind=CANCELLATION")).isEmpty();
        assertThat(ids("&class=ROOM_MAPPING")).containsExactly(bad.get("id").asLong());
        assertThat(ids("&bookingNumber=" + good.get("bookingNumber").asText()))
                .containsExactly(good.get("id").asLong());
        assertThat(ids("&dataId=" + bad.get("dataId").asText()))
                .containsExactly(bad.get("id").asLong());
        assertThat(ids("&channel=jalan")).hasSize(2);
        assertThat(ids("&channel=agoda")).isEmpty();
        assertThat(ids("&from=" + encoded(before.plusSeconds(60)))).isEmpty();
        assertThat(ids("&from=" + encoded(before.minusHours(1)) + "&to=" + encoded(before.plusSeconds(60))))
                .hasSize(2);
    }

    @Test
    void the_log_is_read_page_by_page() {
        for (int telegram = 0; telegram < 5; telegram++) {
            house.send(House.booking("TARO MIHON", ARRIVAL));
        }
        var read = new ArrayList<Long>();
        var next = "";
        while (!next.equals("null")) {
            var page = house.admin
                    .get("/api/v1/imports?limit=2&hotel=" + house.hotel + (next.isEmpty() ? "" : "&cursor=" + next))
                    .expect(200)
                    .json();
            page.get("items").forEach(item -> read.add(item.get("id").asLong()));
            next = page.get("next").asText();
        }

        assertThat(read).hasSize(5).isSortedAccordingTo((one, other) -> Long.compare(other, one));
    }

    @Test
    void a_timeline_tells_how_a_telegram_failed_was_mapped_healed_and_came_again() {
        var line = house.sendSample("18_new_ikyu_unknown_room_type");
        FixtureHotel.map(house.admin, house.hotel, "9999", "TWN");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> timeline(line).get("outcome").asText().equals("imported"));
        house.sendSample("18_new_ikyu_unknown_room_type");

        var shown = timeline(line);
        var events = shown.get("timeline");

        assertThat(events.findValuesAsText("event"))
                .containsExactly(
                        "received",
                        "attempt",
                        "failure_opened",
                        "incident",
                        "attempt",
                        "failure_closed",
                        "reservation",
                        "repeated");
        assertThat(events.get(1).get("what").asText()).isEqualTo("initial");
        assertThat(events.get(1).get("outcome").asText()).isEqualTo("rejected");
        assertThat(events.get(1).get("class").asText()).isEqualTo("ROOM_MAPPING");
        assertThat(events.get(1).get("code").asText()).isEqualTo("mapping.unknown_code");
        assertThat(events.get(1).get("message").asText()).isNotBlank();
        assertThat(events.get(1).get("durationMicros").asLong()).isPositive();
        assertThat(events.get(3).get("what").asText()).isEqualTo("resolved");
        assertThat(events.get(4).get("what").asText()).isEqualTo("retry");
        assertThat(events.get(4).get("outcome").asText()).isEqualTo("imported");
        assertThat(events.get(5).get("what").asText()).isEqualTo("healed");
        assertThat(events.get(6).get("reservation").asText())
                .isEqualTo(shown.get("reservation").asText());
        assertThat(events.get(7).get("class").asText()).isEqualTo("DUPLICATE");
        assertThat(shown.get("via").asText()).isEqualTo("http");
        assertThat(shown.get("sha256").asText()).hasSize(64);
    }

    @Test
    void a_hotels_staff_sees_its_own_log_only() {
        var line = house.send(House.booking("TARO MIHON", ARRIVAL));
        var stranger = house.stranger("ADMIN");
        var own = house.as("VIEWER");

        assertThat(stranger.get("/api/v1/imports").expect(200).items()).isEmpty();
        assertThat(stranger.get("/api/v1/imports?hotel=" + house.hotel).problem())
                .isEqualTo("access.forbidden_hotel");
        assertThat(stranger.get("/api/v1/imports/" + line.get("id")).status()).isEqualTo(403);
        assertThat(stranger.get("/api/v1/imports/" + line.get("id") + "/raw").status())
                .isEqualTo(403);
        assertThat(own.get("/api/v1/imports").expect(200).items().findValuesAsText("hotel"))
                .containsExactly(house.hotel);
        assertThat(house.admin.get("/api/v1/imports/999999999").problem()).isEqualTo("telegram.unknown");
        assertThat(house.as("INTAKE").get("/api/v1/imports").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "kind=OLD,kind",
        "outcome=lost,outcome",
        "class=WRONG,class",
        "from=yesterday,from",
        "from=2027-01-02T00:00:00Z&to=2027-01-01T00:00:00Z,to",
        "cursor=YWJj,cursor"
    })
    void a_parameter_that_makes_no_sense_is_named(String query, String field) {
        var answer = house.admin.get("/api/v1/imports?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("request.invalid");
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
    }

    private JsonNode timeline(JsonNode line) {
        return house.admin.get("/api/v1/imports/" + line.get("id")).expect(200).json();
    }

    private List<Long> ids(String query) {
        var ids = new ArrayList<Long>();
        log(query).forEach(item -> ids.add(item.get("id").asLong()));
        return ids;
    }

    private JsonNode log(String query) {
        return house.admin
                .get("/api/v1/imports?hotel=" + house.hotel + query)
                .expect(200)
                .items();
    }

    private static String encoded(OffsetDateTime moment) {
        return moment.toString().replace("+", "%2B");
    }
}
