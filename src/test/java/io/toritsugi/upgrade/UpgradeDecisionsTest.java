package io.toritsugi.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.House;
import io.toritsugi.inventory.RoomTypeRef;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HttpTest
class UpgradeDecisionsTest {

    private static final LocalDate ARRIVAL = LocalDate.of(2027, 4, 1);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    UpgradeAdvisor advisor;

    @Autowired
    UpgradeDecisions decisions;

    private House house;

    @BeforeEach
    void a_hotel() {
        house = House.open(port, 1);
    }

    @Test
    void a_decision_is_kept_with_who_decided_and_on_what_evidence() {
        var reservation = UUID.randomUUID();
        var suggestion = advisor.suggest(request());
        decisions.record(List.of(
                new UpgradeDecision(request(), suggestion, type("DBL"), 4711L, reservation, "rule"),
                new UpgradeDecision(request(), suggestion, null, null, null, "user:sato")));

        var all = list("");
        assertThat(all.findValuesAsText("decidedBy")).containsExactly("user:sato", "rule");
        assertThat(all.get(0).get("chosen").isNull()).isTrue();
        var byRule = all.get(1);
        assertThat(byRule.get("requested").asText()).isEqualTo("TWN");
        assertThat(byRule.get("chosen").asText()).isEqualTo("DBL");
        assertThat(byRule.get("checkOut").asText()).isEqualTo("2027-04-03");
        assertThat(byRule.get("decidedAt").asText()).endsWith("+09:00");
        assertThat(byRule.at("/evidence/none/reasons/0/code").asText()).isEqualTo("upgrade.no_relation");
        assertThat(byRule.get("hierarchyVersion").asLong()).isEqualTo(suggestion.hierarchyVersion());

        assertThat(list("?telegramId=4711")).containsExactly(byRule);
        assertThat(list("?reservation=" + reservation)).containsExactly(byRule);
        assertThat(list("?telegramId=4712")).isEmpty();
        assertThat(House.open(port)
                        .admin
                        .get(house.path("/upgrades/decisions?telegramId=x"))
                        .problem())
                .isEqualTo("request.invalid");
    }

    @Test
    void the_same_decision_for_a_telegram_that_is_tried_again_is_kept_once() {
        var suggestion = advisor.suggest(request());
        var none = new UpgradeDecision(request(), suggestion, null, 815L, null, "rule");
        var placed = new UpgradeDecision(request(), suggestion, type("DBL"), 815L, null, "rule");
        var asked = new UpgradeDecision(request(), suggestion, null, null, null, "user:sato");

        for (var decision : List.of(none, none, placed, none, none, asked, asked)) {
            decisions.record(List.of(decision));
        }

        assertThat(list("?telegramId=815").findValuesAsText("chosen"))
                .as("newest first: what changed in between is a decision of its own")
                .containsExactly("null", "DBL", "null");
        assertThat(list("").findValuesAsText("decidedBy"))
                .as("whoever asks is another one each time")
                .containsExactly("user:sato", "user:sato", "rule", "rule", "rule");
    }

    @Test
    void the_list_has_pages_and_shows_no_other_hotels_decisions() {
        var suggestion = advisor.suggest(request());
        decisions.record(List.of(
                new UpgradeDecision(request(), suggestion, null, null, null, "first"),
                new UpgradeDecision(request(), suggestion, null, null, null, "second")));

        var page = house.admin
                .get(house.path("/upgrades/decisions?limit=1"))
                .expect(200)
                .json();
        assertThat(page.get("items").findValuesAsText("decidedBy")).containsExactly("second");
        assertThat(list("?limit=1&cursor=" + page.get("next").asText()).findValuesAsText("decidedBy"))
                .containsExactly("first");
        var other = House.open(port);
        assertThat(other.admin.get(other.path("/upgrades/decisions")).items()).isEmpty();
    }

    private JsonNode list(String query) {
        return house.admin
                .get(house.path("/upgrades/decisions" + query))
                .expect(200)
                .items();
    }

    private UpgradeRequest request() {
        return new UpgradeRequest(
                hotelId(), type("TWN"), ARRIVAL, ARRIVAL.plusDays(2), 2, 1, Collections.emptySortedSet());
    }

    private int hotelId() {
        return jdbc.sql("select id from hotel where code = :hotel")
                .param("hotel", house.hotel)
                .query(Integer.class)
                .single();
    }

    private @Nullable RoomTypeRef type(String code) {
        return jdbc.sql("select id, code from room_type where hotel_id = :hotel and code = :code")
                .param("hotel", hotelId())
                .param("code", code)
                .query(RoomTypeRef.class)
                .single();
    }
}
