package io.toritsugi.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.House;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HttpTest
class NotificationTest {

    private static final LocalDate ARRIVAL = LocalDate.of(2027, 4, 1);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private House house;

    @BeforeEach
    void open_a_house() {
        house = House.open(port);
    }

    @Test
    void failures_of_one_cause_are_one_incident_with_a_count_and_its_telegrams() {
        var first = house.send(House.booking("TARO MIHON", ARRIVAL, "9999"));
        var second = house.send(House.booking("HANAKO REIDAI", ARRIVAL, "9999"));

        var incidents = list("");
        var one = house.admin
                .with("Accept-Language", "en")
                .get("/api/v1/notifications/" + incidents.get(0).get("id"))
                .expect(200)
                .json();

        assertThat(incidents).hasSize(1);
        assertThat(incidents.get(0).get("state").asText()).isEqualTo("open");
        assertThat(incidents.get(0).get("severity").asText()).isEqualTo("warning");
        assertThat(incidents.get(0).get("class").asText()).isEqualTo("ROOM_MAPPING");
        assertThat(incidents.get(0).get("code").asText()).isEqualTo("mapping.unknown_code");
        assertThat(incidents.get(0).get("hotel").asText()).isEqualTo(house.hotel);
        assertThat(incidents.get(0).get("occurrences").asInt()).isEqualTo(2);
        assertThat(incidents.get(0).get("message").asText()).contains("9999", "部屋タイプ未対応");
        assertThat(incidents.get(0).get("firstSeen").asText()).endsWith("+09:00");
        assertThat(one.get("message").asText()).contains("Not yet assigned");
        assertThat(one.get("telegrams").findValues("telegramId")).containsExactly(second.get("id"), first.get("id"));
        assertThat(one.at("/telegrams/0/failureState").asText()).isEqualTo("waiting");
        assertThat(one.toString()).doesNotContain("MIHON", "REIDAI");
    }

    @Test
    void a_data_id_with_two_contents_is_an_incident_too() {
        var booking = House.booking("TARO MIHON", ARRIVAL);
        house.send(booking);
        house.deliver(booking.xml().replace("TARO MIHON", "SOMEBODY ELSE").getBytes(StandardCharsets.UTF_8));

        assertThat(list("").findValuesAsText("code")).containsExactly("duplicate.other_content");
    }

    @Test
    void who_acknowledges_an_incident_is_named_and_on_record() {
        house.send(House.booking("TARO MIHON", ARRIVAL, "9999"));
        var id = list("").get(0).get("id").asLong();
        var path = "/api/v1/notifications/" + id + "/acknowledge";

        var acknowledged = house.as("OPERATOR")
                .post(path, Map.of("reason", "asked the OTA"))
                .expect(200)
                .json();

        assertThat(acknowledged.get("state").asText()).isEqualTo("acknowledged");
        assertThat(acknowledged.get("acknowledgedBy").asText()).isEqualTo("key:test");
        assertThat(acknowledged.get("acknowledgement").asText()).isEqualTo("asked the OTA");
        assertThat(list("&state=acknowledged")).hasSize(1);
        assertThat(list("&state=open")).isEmpty();
        assertThat(list("")).as("it still lives").hasSize(1);
        var record = house.admin
                .get("/api/v1/audit?action=notification.acknowledged&hotel=" + house.hotel)
                .items();
        assertThat(record.get(0).get("subject").asText()).isEqualTo("notification/" + id);
        assertThat(record.get(0).at("/before/state").asText()).isEqualTo("open");
        assertThat(record.get(0).at("/after/acknowledgement").asText()).isEqualTo("asked the OTA");
    }

    @Test
    void no_reason_is_needed_and_a_resolved_incident_is_refused() {
        house.send(House.booking("TARO MIHON", ARRIVAL, "9999"));
        var id = list("").get(0).get("id").asLong();
        var path = "/api/v1/notifications/" + id + "/acknowledge";

        house.admin.send("POST", path, new byte[0]).expect(200);
        var failure =
                house.admin.get("/api/v1/failures?hotel=" + house.hotel).items().get(0);
        house.admin
                .post("/api/v1/failures/" + failure.get("id") + "/dismiss", Map.of("reason", "by hand"))
                .expect(200);

        assertThat(house.admin.send("POST", path, new byte[0]).problem()).isEqualTo("notification.closed");
        assertThat(list("")).isEmpty();
        assertThat(list("&state=resolved").findValuesAsText("resolution")).containsExactly("dismissed");
    }

    @Test
    void the_list_is_read_page_by_page_those_seen_last_first() {
        for (var code : new String[] {"9991", "9992", "9993", "9994", "9995"}) {
            house.send(House.booking("TARO MIHON", ARRIVAL, code));
        }
        var read = new ArrayList<String>();
        var next = "";
        while (!next.equals("null")) {
            var page = house.admin
                    .get("/api/v1/notifications?limit=2&hotel=" + house.hotel
                            + (next.isEmpty() ? "" : "&cursor=" + next))
                    .expect(200)
                    .json();
            page.get("items").forEach(item -> read.add(item.get("message").asText()));
            next = page.get("next").asText();
        }

        assertThat(read).hasSize(5);
        assertThat(read.get(0)).contains("9995");
        assertThat(read.get(4)).contains("9991");
    }

    @Test
    void incidents_are_seen_by_the_hotel_that_they_concern_and_those_of_the_house_by_who_acts_for_all() {
        house.send(House.booking("TARO MIHON", ARRIVAL, "9999"));
        var id = list("").get(0).get("id").asLong();
        var houseWide = jdbc.sql("""
                        insert into incident (fingerprint, category, code, failure_class, first_seen, last_seen)
                        values ('house-' || gen_random_uuid(), 'health', 'system.database', 'SYSTEM', now(), now())
                        returning id
                        """).query(Long.class).single();
        var stranger = house.stranger("ADMIN");

        assertThat(stranger.get("/api/v1/notifications").items()).isEmpty();
        assertThat(stranger.get("/api/v1/notifications/" + id).status()).isEqualTo(403);
        assertThat(stranger.get("/api/v1/notifications/" + houseWide).status()).isEqualTo(403);
        assertThat(stranger.send("POST", "/api/v1/notifications/" + id + "/acknowledge", new byte[0])
                        .status())
                .isEqualTo(403);
        assertThat(house.as("VIEWER")
                        .send("POST", "/api/v1/notifications/" + id + "/acknowledge", new byte[0])
                        .status())
                .isEqualTo(403);
        assertThat(house.as("VIEWER").get("/api/v1/notifications").items()).hasSize(1);
        var shown = house.admin
                .get("/api/v1/notifications/" + houseWide)
                .expect(200)
                .json();
        assertThat(shown.get("hotel").isNull()).isTrue();
        assertThat(shown.get("firstSeen").asText()).endsWith("Z");
        assertThat(house.admin.get("/api/v1/notifications/999999999").problem()).isEqualTo("notification.unknown");
    }

    @ParameterizedTest
    @CsvSource({"state=gone,state", "cursor=YWJj,cursor", "limit=many,limit"})
    void a_parameter_that_makes_no_sense_is_named(String query, String field) {
        var answer = house.admin.get("/api/v1/notifications?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
    }

    private JsonNode list(String query) {
        return house.admin
                .get("/api/v1/notifications?hotel=" + house.hotel + query)
                .expect(200)
                .items();
    }
}
