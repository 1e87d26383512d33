package io.toritsugi.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.api.Http;
import io.toritsugi.api.Http.Answer;
import io.toritsugi.api.HttpTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HttpTest
class HierarchyUndoTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Hierarchies hierarchies;

    private Http admin;
    private String hotel;
    private String path;

    @BeforeEach
    void aHotelWithThreeTypes() {
        admin = Http.admin(port);
        hotel = admin.newHotel();
        path = "/api/v1/hotels/" + hotel + "/hierarchy";
        for (var type : List.of("SGL", "TWN", "DBL")) {
            admin.put("/api/v1/hotels/" + hotel + "/room-types/" + type, Map.of())
                    .expect(201);
        }
    }

    @Test
    void a_replaced_graph_comes_back_and_undone_again_goes_again() {
        replace(edge("SGL", "DBL", 1), edge("SGL", "TWN", 2));
        replace(edge("SGL", "DBL", 3), edge("TWN", "DBL", 1));

        var undone = undo().expect(200);
        assertThat(edges()).containsExactly("SGL->DBL 1", "SGL->TWN 2");
        assertThat(undone.json().get("version").asLong()).isEqualTo(3);
        assertThat(undone.json().get("undoes").asLong()).isEqualTo(2);
        assertThat(undone.header("ETag")).hasValue("\"3\"");
        assertThat(hierarchies.of(hotelId()).edges()).hasSize(2);

        var again = undo().expect(200);
        assertThat(edges()).containsExactly("SGL->DBL 3", "TWN->DBL 1");
        assertThat(again.json().get("undoes").asLong()).isEqualTo(3);
    }

    @Test
    void an_added_a_changed_and_a_removed_relation_are_undone() {
        admin.post(path + "/edges", edge("SGL", "DBL", 1)).expect(201);
        undo().expect(200);
        assertThat(edges()).isEmpty();
        undo().expect(200);
        assertThat(edges()).containsExactly("SGL->DBL 1");

        admin.put(theOnlyEdge(), Map.of("to", "TWN", "priority", 7)).expect(200);
        assertThat(edges()).containsExactly("SGL->TWN 7");
        undo().expect(200);
        assertThat(edges()).containsExactly("SGL->DBL 1");

        admin.delete(theOnlyEdge()).expect(204);
        assertThat(edges()).isEmpty();
        undo().expect(200);
        assertThat(edges()).containsExactly("SGL->DBL 1");
    }

    @Test
    void changed_rules_come_back_and_relations_stay() {
        replace(edge("SGL", "DBL", 1));
        admin.put(path + "/rules", Map.of("maxUpgradeLevels", 1, "excludedChannels", List.of("jalan")))
                .expect(200);
        var blackout = List.of(Map.of("from", "2027-05-01", "to", "2027-05-05"));
        admin.put(path + "/rules", Map.of("maxUpgradeLevels", 2, "blackoutDates", blackout))
                .expect(200);

        undo().expect(200);

        var rules = admin.get(path + "/rules").json();
        assertThat(rules.get("maxUpgradeLevels").asInt()).isEqualTo(1);
        assertThat(rules.at("/excludedChannels/0").asText()).isEqualTo("jalan");
        assertThat(rules.get("blackoutDates")).isEmpty();
        assertThat(edges()).containsExactly("SGL->DBL 1");
        undo().expect(200);
        assertThat(admin.get(path + "/rules").json().at("/blackoutDates/0/to").asText())
                .isEqualTo("2027-05-05");
    }

    @Test
    void where_nothing_was_changed_there_is_nothing_to_undo() {
        var refused = undo();

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("hierarchy.nothing_to_undo");
    }

    @Test
    void what_was_changed_past_the_application_since_is_not_overwritten() {
        replace(edge("SGL", "DBL", 1));
        jdbc.sql("update hierarchy_edge set priority = 9 where hotel_id = :hotel")
                .param("hotel", hotelId())
                .update();

        var refused = undo();

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("hierarchy.undo_outdated");
        assertThat(edges()).containsExactly("SGL->DBL 9");
    }

    @Test
    void an_undo_for_another_version_is_refused() {
        replace(edge("SGL", "DBL", 1));

        assertThat(admin.with("If-Match", "\"0\"")
                        .post(path + "/undo", Map.of())
                        .problem())
                .isEqualTo("hierarchy.stale");
        assertThat(edges()).hasSize(1);
    }

    @Test
    void history_tells_every_change_page_by_page_the_newest_first() {
        replace(edge("SGL", "DBL", 1));
        admin.put(path + "/rules", Map.of("freezeDays", 3)).expect(200);
        undo().expect(200);

        var first = admin.get(path + "/revisions?limit=2").json();
        var second = admin.get(
                        path + "/revisions?limit=2&cursor=" + first.get("next").asText())
                .json();

        assertThat(first.get("items").findValuesAsText("what")).containsExactly("rules", "rules");
        assertThat(first.at("/items/0/undoes").asLong()).isEqualTo(2);
        assertThat(first.at("/items/0/after/freezeDays").isNull()).isTrue();
        assertThat(first.at("/items/1/undoes").isNull()).isTrue();
        assertThat(first.at("/items/1/after/freezeDays").asInt()).isEqualTo(3);
        assertThat(first.at("/items/1/madeBy").asText()).isEqualTo("admin");
        assertThat(first.at("/items/1/madeAt").asText()).isNotBlank();
        assertThat(second.get("items").findValuesAsText("what")).containsExactly("edges");
        assertThat(second.at("/items/0/before")).isEmpty();
        assertThat(second.at("/items/0/after/0/to").asText()).isEqualTo("DBL");
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void an_undo_is_in_the_audit() {
        replace(edge("SGL", "DBL", 1));
        undo().expect(200);

        var entry = admin.get("/api/v1/audit?hotel=" + hotel).items().get(0);

        assertThat(entry.get("action").asText()).isEqualTo("hierarchy.undone");
        assertThat(entry.get("subject").asText()).isEqualTo("version 1");
        assertThat(entry.at("/before/0/to").asText()).isEqualTo("DBL");
        assertThat(entry.get("after")).isEmpty();
    }

    @Test
    void history_is_never_changed() {
        replace(edge("SGL", "DBL", 1));

        assertThatThrownBy(() -> jdbc.sql("delete from hierarchy_revision where hotel_id = :hotel")
                        .param("hotel", hotelId())
                        .update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.sql("update hierarchy_revision set made_by = 'nobody' where hotel_id = :hotel")
                        .param("hotel", hotelId())
                        .update())
                .hasMessageContaining("append-only");
    }

    private Answer undo() {
        return admin.post(path + "/undo", Map.of());
    }

    @SafeVarargs
    private void replace(Map<String, Object>... edges) {
        admin.put(path, Map.of("edges", List.of(edges))).expect(200);
    }

    private static Map<String, Object> edge(String from, String to, int priority) {
        return Map.of("from", from, "to", to, "priority", priority);
    }

    private String theOnlyEdge() {
        return path + "/edges/"
                + admin.get(path).expect(200).json().at("/edges/0/id").asText();
    }

    private List<String> edges() {
        var edges = new ArrayList<String>();
        for (JsonNode edge : admin.get(path).expect(200).json().get("edges")) {
            edges.add(edge.get("from").asText() + "->" + edge.get("to").asText() + " "
                    + edge.get("priority").asInt());
        }
        return edges;
    }

    private int hotelId() {
        return jdbc.sql("select id from hotel where code = :code")
                .param("code", hotel)
                .query(Integer.class)
                .single();
    }
}
