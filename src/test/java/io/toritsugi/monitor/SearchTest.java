package io.toritsugi.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.House;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class SearchTest {

    @LocalServerPort
    int port;

    private House house;
    private LocalDate today;

    @BeforeEach
    void open_a_house() {
        house = House.open(port, 5);
        today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void a_booking_is_found_by_the_beginning_of_its_number_whatever_the_case() {
        var number = house.send(House.booking("TARO MIHON", today.plusDays(5)))
                .get("bookingNumber")
                .asText();

        var found = found(house.admin, number.toLowerCase(Locale.ROOT).substring(0, number.length() - 1));

        var hit = hit(found, "reservation");
        assertThat(hit.get("title").asText()).isEqualTo("TARO MIHON");
        assertThat(hit.get("subtitle").asText()).isEqualTo("jalan " + number);
        assertThat(hit.get("hotel").asText()).isEqualTo(house.hotel);
        assertThat(hit.get("date").asText()).isEqualTo(today.plusDays(5).toString());
        assertThat(house.admin
                        .get(house.path("/reservations/" + hit.get("id").asText()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_whole_number_finds_its_telegrams_too_and_an_open_failure_first() {
        var line = house.send(House.booking("TARO MIHON", today.plusDays(5), "9001"));

        var found = found(house.admin, line.get("bookingNumber").asText());

        assertThat(found.findValuesAsText("kind")).containsExactly("failure", "telegram");
        assertThat(found.get(0).get("subtitle").asText()).contains("9001");
        assertThat(found.get(1).get("id").asText()).isEqualTo(line.get("id").asText());
    }

    @Test
    void a_guest_is_found_by_any_part_of_the_name_the_next_arrival_first() {
        house.send(House.booking("KENJI SAGASU", today.minusDays(3)));
        house.send(House.booking("HANAKO SAGASU", today.plusDays(9)));
        house.send(House.booking("TARO SAGASU", today.plusDays(2)));

        assertThat(found(house.admin, "agas").findValuesAsText("title"))
                .containsExactly("TARO SAGASU", "HANAKO SAGASU", "KENJI SAGASU");
        assertThat(found(house.admin, "ＳＡＧＡＳＵ")).hasSize(3);
        assertThat(found(house.admin, "agas&limit=1")).hasSize(1);
    }

    @Test
    void who_may_not_see_guests_cannot_search_for_them_either() {
        var number = house.send(House.booking("TARO MIHON", today.plusDays(5)))
                .get("bookingNumber")
                .asText();

        assertThat(found(house.as("VIEWER"), "mihon")).isEmpty();
        assertThat(hit(found(house.as("VIEWER"), number), "reservation")
                        .get("title")
                        .asText())
                .isEqualTo("T**");
    }

    @Test
    void a_room_type_is_found_by_its_code_and_by_the_codes_mapped_to_it() {
        assertThat(found(house.admin, "dbl").findValuesAsText("id")).containsExactly("DBL");
        assertThat(found(house.admin, "0002").findValuesAsText("title")).containsExactly("TWN");
    }

    @Test
    void signs_of_patterns_are_letters_like_others() {
        house.send(House.booking("TARO MIHON", today.plusDays(5)));

        assertThat(found(house.admin, "%%")).isEmpty();
        assertThat(found(house.admin, "B_")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"q=a,q", "q=%20a%20,q", "q=ab&limit=0,limit", "q=ab&limit=51,limit"})
    void what_makes_no_sense_is_refused(String query, String field) {
        var answer = house.admin.get("/api/v1/search?" + query).expect(400);

        assertThat(answer.problem()).isEqualTo("request.invalid");
        assertThat(answer.response().body()).contains(field);
    }

    @Test
    void nothing_is_found_in_other_peoples_hotels() {
        var number = house.send(House.booking("TARO MIHON", today.plusDays(5)))
                .get("bookingNumber")
                .asText();

        assertThat(house.stranger("MANAGER").get("/api/v1/search?q=" + number).items())
                .isEmpty();
        assertThat(house.as("MANAGER").get("/api/v1/search?q=" + number).items())
                .isNotEmpty();
        assertThat(house.stranger("MANAGER")
                        .get("/api/v1/search?q=" + number + "&hotel=" + house.hotel)
                        .problem())
                .isEqualTo("access.forbidden_hotel");
    }

    private JsonNode found(Http caller, String query) {
        var parts = query.split("&", 2);
        return caller.get("/api/v1/search?hotel=" + house.hotel + "&q="
                        + URLEncoder.encode(parts[0], StandardCharsets.UTF_8)
                        + (parts.length == 1 ? "" : "&" + parts[1]))
                .expect(200)
                .items();
    }

    private static JsonNode hit(JsonNode found, String kind) {
        for (var hit : found) {
            if (hit.get("kind").asText().equals(kind)) {
                return hit;
            }
        }
        throw new AssertionError("No " + kind + " in " + found);
    }
}
