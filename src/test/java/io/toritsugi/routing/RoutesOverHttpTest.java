package io.toritsugi.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.House;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class RoutesOverHttpTest {

    /** Its clock strikes once a day: no other test misses it. */
    private static final String ROUTE = "housekeeping-partitions";

    @LocalServerPort
    int port;

    private Http admin;

    @BeforeEach
    void signIn() {
        admin = Http.admin(port);
    }

    @AfterEach
    void start_what_was_stopped() {
        admin.send("POST", "/api/v1/routes/" + ROUTE + "/start", new byte[0]).expect(200);
    }

    @Test
    void every_route_is_listed_with_its_state_its_file_and_what_it_does() {
        var routes = admin.get("/api/v1/routes").expect(200).json();

        assertThat(routes.get("next").isNull()).isTrue();
        assertThat(routes.get("items").findValuesAsText("id")).contains("import-0", "intake-http", "lane-0", ROUTE);
        var route = route("import-0");
        assertThat(route.get("state").asText()).isEqualTo("started");
        assertThat(route.get("file").asText()).isEqualTo("import.camel.yaml");
        assertThat(route.get("error").isNull()).isTrue();
        assertThat(route.get("description").asText()).isNotBlank();
        assertThat(route("lane-0").get("file").asText()).isEqualTo("lane.camel.yaml");
    }

    @Test
    void an_administrator_stops_and_starts_a_route_and_both_are_on_record() {
        var stopped = admin.send("POST", "/api/v1/routes/" + ROUTE + "/stop", new byte[0])
                .expect(200)
                .json();
        assertThat(stopped.get("state").asText()).isEqualTo("stopped");
        assertThat(route(ROUTE).get("state").asText()).isEqualTo("stopped");

        var started = admin.send("POST", "/api/v1/routes/" + ROUTE + "/start", new byte[0])
                .expect(200)
                .json();
        assertThat(started.get("state").asText()).isEqualTo("started");
        assertThat(admin.get("/api/v1/audit?action=route.stopped")
                        .items()
                        .get(0)
                        .get("subject")
                        .asText())
                .isEqualTo("route/" + ROUTE);
        assertThat(admin.get("/api/v1/audit?action=route.started").items()).isNotEmpty();
    }

    @Test
    void nobody_else_switches_a_route() {
        var house = House.open(port);
        var path = "/api/v1/routes/" + ROUTE + "/stop";

        assertThat(house.as("MANAGER").send("POST", path, new byte[0]).problem())
                .isEqualTo("access.forbidden");
        assertThat(house.as("ADMIN").send("POST", path, new byte[0]).problem()).isEqualTo("access.forbidden_hotel");
        assertThat(house.as("VIEWER").get("/api/v1/routes").status()).isEqualTo(200);
        assertThat(route(ROUTE).get("state").asText()).isEqualTo("started");
    }

    @Test
    void a_route_that_does_not_exist_is_not_switched() {
        assertThat(admin.send("POST", "/api/v1/routes/nothing/stop", new byte[0])
                        .problem())
                .isEqualTo("route.unknown");
    }

    private JsonNode route(String id) {
        return StreamSupport.stream(admin.get("/api/v1/routes").items().spliterator(), false)
                .filter(route -> id.equals(route.get("id").asText()))
                .findFirst()
                .orElseThrow();
    }
}
