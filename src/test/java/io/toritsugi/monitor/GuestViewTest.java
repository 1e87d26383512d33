package io.toritsugi.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.House;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class GuestViewTest {

    private static final String VIEWS = "/api/v1/guest-views";

    @LocalServerPort
    int port;

    @Test
    void showing_a_guest_is_written_down_with_whose_it_was() {
        var house = House.open(port, 2);
        house.send(House.booking("TARO MIHON", LocalDate.now().plusDays(9)));
        var reservation = house.admin
                .get(house.path("/reservations"))
                .items()
                .get(0)
                .path("id")
                .asText();

        house.admin
                .post(VIEWS, Map.of("kind", "reservation", "id", reservation))
                .expect(204);

        assertThat(house.admin.get("/api/v1/audit?hotel=" + house.hotel).items())
                .anySatisfy(entry -> {
                    assertThat(entry.path("action").asText()).isEqualTo("guest.shown");
                    assertThat(entry.path("subject").asText()).isEqualTo("reservation " + reservation);
                });
    }

    @Test
    void what_does_not_exist_cannot_be_shown() {
        var admin = Http.admin(port);
        assertThat(admin.post(VIEWS, Map.of("kind", "failure", "id", "999999999"))
                        .expect(404)
                        .problem())
                .isEqualTo("request.not_found");
        admin.post(VIEWS, Map.of("kind", "reservation", "id", "no number")).expect(404);
        admin.post(VIEWS, Map.of("kind", "somebody", "id", "1")).expect(400);
    }

    @Test
    void who_may_not_see_the_hotel_or_names_is_refused() {
        var house = House.open(port, 2);
        house.send(House.booking("TARO MIHON", LocalDate.now().plusDays(9)));
        var reservation = house.admin
                .get(house.path("/reservations"))
                .items()
                .get(0)
                .path("id")
                .asText();
        var view = Map.of("kind", "reservation", "id", reservation);
        var viewer = house.admin.newKey("VIEWER", house.hotel).path("key").asText();
        var neighbour = house.admin
                .newKey("OPERATOR", house.admin.newHotel())
                .path("key")
                .asText();

        Http.withKey(port, viewer).post(VIEWS, view).expect(403);
        Http.withKey(port, neighbour).post(VIEWS, view).expect(403);
    }
}
