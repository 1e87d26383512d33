package io.toritsugi.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class HotelTest {

    @LocalServerPort
    int port;

    private Http admin;

    @BeforeEach
    void signIn() {
        admin = Http.admin(port);
    }

    @Test
    void a_new_hotel_has_defaults_for_what_was_not_said() {
        var created = admin.put("/api/v1/hotels/NEW-1", Map.of());

        assertThat(created.status()).isEqualTo(201);
        var hotel = admin.get("/api/v1/hotels/NEW-1").expect(200).json();
        assertThat(hotel).isEqualTo(created.json());
        assertThat(hotel.get("name").asText()).isEqualTo("NEW-1");
        assertThat(hotel.get("timeZone").asText()).isEqualTo("Asia/Tokyo");
        assertThat(hotel.get("confirmPolicy").asText()).isEqualTo("STORED");
        assertThat(hotel.get("horizonDays").asInt()).isEqualTo(540);
    }

    @Test
    void a_change_keeps_what_it_does_not_name() {
        var hotel = admin.newHotel();

        var changed = admin.put("/api/v1/hotels/" + hotel, Map.of("confirmPolicy", "ALL_RESOLVED"))
                .expect(200)
                .json();

        assertThat(changed.get("confirmPolicy").asText()).isEqualTo("ALL_RESOLVED");
        assertThat(changed.get("name").asText()).isEqualTo("見本ホテル " + hotel);
    }

    @Test
    void a_zone_or_a_policy_or_a_code_that_does_not_exist_is_refused_by_name() {
        var zone = admin.put("/api/v1/hotels/NEW-2", Map.of("timeZone", "Mars/Base"));
        var policy = admin.put("/api/v1/hotels/NEW-2", Map.of("confirmPolicy", "NEVER"));
        var code = admin.put("/api/v1/hotels/-NEW", Map.of());

        assertThat(zone.json().at("/errors/0/field").asText()).isEqualTo("timeZone");
        assertThat(policy.json().get("field").asText()).isEqualTo("confirmPolicy");
        assertThat(code.status()).isEqualTo(400);
        assertThat(code.json().at("/errors/0/field").asText()).isEqualTo("hotel");
        assertThat(admin.get("/api/v1/hotels/NEW-2").status()).isEqualTo(404);
    }

    @Test
    void hotels_are_listed_page_by_page_without_gap_or_repetition() {
        for (var hotel = 0; hotel < 3; hotel++) {
            admin.newHotel();
        }
        var all = admin.get("/api/v1/hotels?limit=500").items().findValuesAsText("code");

        var seen = new ArrayList<String>();
        var cursor = "";
        while (cursor != null) {
            var page = admin.get("/api/v1/hotels?limit=2&cursor=" + cursor).json();
            seen.addAll(page.get("items").findValuesAsText("code"));
            cursor = page.get("next").isNull() ? null : page.get("next").asText();
        }

        assertThat(seen).containsExactlyElementsOf(all).hasSizeGreaterThanOrEqualTo(3);
    }
}
