package io.toritsugi.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.toritsugi.api.Http;
import io.toritsugi.api.Http.Answer;
import io.toritsugi.api.HttpTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HttpTest
class HierarchyTest {

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
    void aHotelWithFourTypes() {
        admin = Http.admin(port).with("Accept-Language", "en");
        hotel = admin.newHotel();
        path = "/api/v1/hotels/" + hotel + "/hierarchy";
        type("SGL", 1, 9000);
        type("TWN", 2, 16_000);
        type("DBL", 2, 14_000);
        type("FAM", 4, 30_000);
    }

    @Test
    void a_hotel_begins_without_relations() {
        var shown = admin.get(path).expect(200);

        assertThat(shown.json().get("version").asLong()).isZero();
        assertThat(shown.header("ETag")).hasValue("\"0\"");
        assertThat(shown.json().get("edges")).isEmpty();
        assertThat(hierarchies.of(hotelId())).isEqualTo(new Hierarchy(0, List.of(), UpgradeRules.NONE));
    }

    @Test
    void the_whole_graph_is_replaced_and_what_stays_keeps_its_number() {
        var first = replace(edge("SGL", "DBL", 1), edge("SGL", "TWN", 2), edge("DBL", "FAM", 1))
                .expect(200)
                .json();

        var second = replace(edge("SGL", "DBL", 1), edge("SGL", "TWN", 3), edge("TWN", "FAM", 1))
                .expect(200);

        assertThat(names(second.json())).containsExactly("SGL->DBL", "SGL->TWN", "TWN->FAM");
        assertThat(second.json().at("/edges/0")).isEqualTo(first.at("/edges/0"));
        assertThat(second.json().at("/edges/1/id")).isEqualTo(first.at("/edges/1/id"));
        assertThat(second.json().at("/edges/1/priority").asInt()).isEqualTo(3);
        assertThat(first.get("version").asLong()).isEqualTo(1);
        assertThat(second.json().get("version").asLong()).isEqualTo(2);
        assertThat(second.header("ETag")).hasValue("\"2\"");
        assertThat(admin.get(path).json()).isEqualTo(second.json());
    }

    @Test
    void kind_and_active_have_defaults_and_what_is_shown_can_be_sent_back() {
        var stored = replace(
                        edge("SGL", "DBL", 1),
                        Map.of("from", " TWN ", "to", "DBL", "priority", 1000, "kind", "sideways", "active", false))
                .expect(200)
                .json();

        assertThat(stored.at("/edges/0/kind").asText()).isEqualTo("up");
        assertThat(stored.at("/edges/0/active").asBoolean()).isTrue();
        assertThat(stored.at("/edges/1/from").asText()).isEqualTo("TWN");
        assertThat(stored.at("/edges/1/kind").asText()).isEqualTo("sideways");
        assertThat(stored.at("/edges/1/active").asBoolean()).isFalse();
        assertThat(admin.put(path, stored).expect(200).json()).isEqualTo(stored);
    }

    @Test
    void a_graph_that_is_there_already_changes_nothing() {
        replace(edge("SGL", "DBL", 1)).expect(200);

        assertThat(replace(edge("SGL", "DBL", 1))
                        .expect(200)
                        .json()
                        .get("version")
                        .asLong())
                .isEqualTo(1);
        assertThat(admin.get(path + "/revisions").items()).hasSize(1);
    }

    @Test
    void a_cycle_is_refused_and_named_and_nothing_is_stored() {
        replace(edge("SGL", "FAM", 1)).expect(200);

        var refused = replace(edge("SGL", "DBL", 1), edge("DBL", "SGL", 1));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("hierarchy.cycle");
        assertThat(cycle(refused.json())).containsExactly("SGL", "DBL", "SGL");
        assertThat(refused.json().get("detail").asText()).contains("SGL → DBL → SGL");
        assertThat(names(admin.get(path).json())).containsExactly("SGL->FAM");
        assertThat(admin.get(path).json().get("version").asLong()).isEqualTo(1);
    }

    @Test
    void a_cycle_is_named_in_the_language_asked_for() {
        var refused = Http.admin(port).put(path, graph(edge("SGL", "SGL", 1)));

        assertThat(refused.json().get("detail").asText()).contains("循環しています：SGL → SGL");
        assertThat(refused.json().at("/errors/0/message").asText()).contains("循環しています：SGL → SGL");
    }

    @Test
    void a_relation_to_itself_is_a_cycle() {
        var refused = replace(edge("SGL", "SGL", 1));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("hierarchy.cycle");
        assertThat(cycle(refused.json())).containsExactly("SGL", "SGL");
    }

    @Test
    void the_shortest_cycle_is_named_from_the_type_that_was_given_first() {
        var refused = replace(
                edge("FAM", "SGL", 1),
                edge("TWN", "DBL", 1),
                edge("DBL", "FAM", 1),
                edge("SGL", "TWN", 1),
                edge("DBL", "TWN", 2));

        assertThat(cycle(refused.json())).containsExactly("TWN", "DBL", "TWN");
    }

    @Test
    void sideways_and_inactive_relations_close_a_cycle_as_well() {
        Map<String, Object> sideways = Map.of("from", "DBL", "to", "TWN", "priority", 1, "kind", "sideways");
        Map<String, Object> inactive = Map.of("from", "DBL", "to", "TWN", "priority", 1, "active", false);

        assertThat(replace(edge("TWN", "DBL", 1), sideways).problem()).isEqualTo("hierarchy.cycle");
        assertThat(replace(edge("TWN", "DBL", 1), inactive).problem()).isEqualTo("hierarchy.cycle");
    }

    @Test
    void all_that_is_wrong_is_said_in_one_answer() {
        type("JPN", 4, 26_000);
        var elsewhere = admin.newHotel();
        admin.put("/api/v1/hotels/" + elsewhere + "/room-types/ELS", Map.of()).expect(201);

        var cyclesFirst = replace(
                edge("SGL", "DBL", 1),
                edge("SGL", "DBL", 2),
                edge("DBL", "SGL", 1),
                edge("FAM", "FAM", 1),
                edge("TWN", "JPN", 1));
        var unknownFirst = replace(edge("SGL", "ELS", 1), edge("ELS", "SGL", 1), edge("NOPE", "SGL", 1));

        assertThat(errors(cyclesFirst.json()))
                .containsExactly("hierarchy.cycle", "hierarchy.cycle", "hierarchy.duplicate_edge");
        assertThat(cyclesFirst.json().at("/errors/0/cycle/0").asText()).isEqualTo("FAM");
        assertThat(cyclesFirst.json().at("/errors/2/from").asText()).isEqualTo("SGL");
        assertThat(cyclesFirst.json().at("/errors/2/to").asText()).isEqualTo("DBL");
        assertThat(cyclesFirst.json().at("/errors/2/message").asText())
                .isEqualTo("The relation from “SGL” to “DBL” is given more than once. Leave one of them.");
        assertThat(unknownFirst.status()).isEqualTo(422);
        assertThat(unknownFirst.problem()).isEqualTo("hierarchy.unknown_type");
        assertThat(unknownFirst.json().get("roomType").asText()).isEqualTo("ELS");
        assertThat(errors(unknownFirst.json()))
                .containsExactly("hierarchy.unknown_type", "hierarchy.unknown_type", "hierarchy.cycle");
    }

    @Test
    void what_makes_no_sense_names_its_field() {
        assertThat(field(replace(edge("SGL", "DBL", 0)))).isEqualTo("edges[0].priority");
        assertThat(field(replace(edge("SGL", "DBL", 1001)))).isEqualTo("edges[0].priority");
        assertThat(field(replace(Map.of("from", "SGL", "to", "DBL")))).isEqualTo("edges[0].priority");
        assertThat(field(replace(edge(" ", "DBL", 1)))).isEqualTo("edges[0].from");
        assertThat(field(admin.put(path, Map.of()))).isEqualTo("edges");
        assertThat(admin.send("PUT", path, "{\"edges\":[null]}").status()).isEqualTo(400);
        assertThat(replace(Map.of("from", "SGL", "to", "DBL", "priority", 1, "kind", "down"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void warnings_are_said_and_do_not_refuse() {
        type("OLD", 2, 5000);
        var stored = replace(
                        edge("TWN", "SGL", 1),
                        edge("TWN", "FAM", 1),
                        Map.of("from", "FAM", "to", "DBL", "priority", 1, "kind", "sideways"),
                        Map.of("from", "OLD", "to", "FAM", "priority", 1, "active", false))
                .expect(200)
                .json();

        assertThat(stored.get("warnings").findValuesAsText("code"))
                .containsExactly(
                        "hierarchy.equal_priorities",
                        "hierarchy.unreachable_type",
                        "hierarchy.lower_capacity",
                        "hierarchy.lower_rate",
                        "hierarchy.lower_capacity");
        assertThat(stored.at("/warnings/0/message").asText())
                .startsWith("From “TWN” to FAM, SGL the priority is the same (1).");
        assertThat(stored.at("/warnings/0/roomTypes")).hasSize(2);
        assertThat(stored.at("/warnings/1/roomType").asText()).isEqualTo("OLD");
        assertThat(stored.at("/warnings/3/message").asText())
                .isEqualTo("“SGL” is set above “TWN”, but its base rate is lower (9000 yen, not 16000).");
        assertThat(stored.at("/warnings/4/from").asText()).isEqualTo("FAM");
        assertThat(admin.get(path).json()).isEqualTo(stored);
    }

    @Test
    void trying_a_graph_answers_as_replacing_it_and_stores_nothing() {
        var stored = replace(edge("SGL", "DBL", 1)).expect(200).json();
        var wanted = graph(edge("SGL", "DBL", 1), edge("SGL", "TWN", 1));
        var circular = graph(edge("SGL", "DBL", 1), edge("DBL", "SGL", 1));

        var tried = admin.post(path + "/validate", wanted).expect(200).json();
        var refused = admin.post(path + "/validate", circular);

        assertThat(tried.get("version").asLong()).isEqualTo(1);
        assertThat(tried.at("/edges/0")).isEqualTo(stored.at("/edges/0"));
        assertThat(tried.at("/edges/1/id").isNull()).isTrue();
        assertThat(admin.get(path).json()).isEqualTo(stored);
        assertThat(admin.put(path, wanted).expect(200).json().get("warnings")).isEqualTo(tried.get("warnings"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(withoutInstance(refused.json()))
                .isEqualTo(withoutInstance(admin.put(path, circular).json()));
        assertThat(admin.with("If-Match", "\"1\"")
                        .post(path + "/validate", wanted)
                        .status())
                .isEqualTo(412);
    }

    @Test
    void a_change_made_for_an_older_version_is_refused_and_without_one_the_last_wins() {
        replace(edge("SGL", "DBL", 1)).expect(200);
        var seen = admin.get(path).header("ETag").orElseThrow();
        replace(edge("SGL", "TWN", 1)).expect(200);

        var stale = admin.with("If-Match", seen).put(path, graph(edge("SGL", "FAM", 1)));

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.problem()).isEqualTo("hierarchy.stale");
        assertThat(stale.json().get("version").asLong()).isEqualTo(2);
        assertThat(names(admin.get(path).json())).containsExactly("SGL->TWN");
        assertThat(replace(edge("SGL", "FAM", 1)).status()).isEqualTo(200);
        for (var fitting : List.of("\"3\"", "W/\"4\"", "\"1\", \"5\"", "*")) {
            assertThat(admin.with("If-Match", fitting)
                            .put(path, graph(edge("SGL", "FAM", fitting.length())))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_relation_is_added_shown_changed_and_removed() {
        var created = admin.post(path + "/edges", edge("SGL", "DBL", 1)).expect(201);
        var one = path + "/edges/" + created.json().get("id").asLong();
        assertThat(created.header("Location")).hasValue(one);
        assertThat(created.header("ETag")).hasValue("\"1\"");
        assertThat(admin.get(one).json()).isEqualTo(created.json());

        var changed =
                admin.put(one, Map.of("to", "TWN", "active", false)).expect(200).json();
        assertThat(changed.get("id")).isEqualTo(created.json().get("id"));
        assertThat(changed.get("to").asText()).isEqualTo("TWN");
        assertThat(changed.get("priority").asInt()).isEqualTo(1);
        assertThat(changed.get("active").asBoolean()).isFalse();
        assertThat(names(admin.get(path).json())).containsExactly("SGL->TWN");

        admin.delete(one).expect(204);
        assertThat(admin.get(one).problem()).isEqualTo("hierarchy.edge_unknown");
        assertThat(admin.put(one, Map.of()).problem()).isEqualTo("hierarchy.edge_unknown");
        assertThat(admin.delete(one).problem()).isEqualTo("hierarchy.edge_unknown");
        assertThat(admin.get(path).json().get("version").asLong()).isEqualTo(3);
    }

    @Test
    void a_single_relation_is_refused_as_a_graph_would_be() {
        replace(edge("SGL", "DBL", 1), edge("DBL", "FAM", 1), edge("SGL", "TWN", 2))
                .expect(200);
        var twin = path + "/edges/" + admin.get(path).json().at("/edges/1/id").asLong();

        var added = admin.post(path + "/edges", edge("FAM", "SGL", 1));
        var turned = admin.put(twin, Map.of("from", "FAM", "to", "DBL"));

        assertThat(added.status()).isEqualTo(422);
        assertThat(cycle(added.json())).containsExactly("FAM", "SGL", "DBL", "FAM");
        assertThat(cycle(turned.json())).containsExactly("FAM", "DBL", "FAM");
        assertThat(admin.post(path + "/edges", edge("SGL", "DBL", 5)).problem()).isEqualTo("hierarchy.duplicate_edge");
        assertThat(admin.put(twin, Map.of("to", "DBL")).problem()).isEqualTo("hierarchy.duplicate_edge");
        assertThat(admin.post(path + "/edges", edge("SGL", "NOPE", 5)).problem())
                .isEqualTo("hierarchy.unknown_type");
        assertThat(admin.with("If-Match", "\"0\"").delete(twin).status()).isEqualTo(412);
        assertThat(names(admin.get(path).json())).containsExactly("SGL->DBL", "SGL->TWN", "DBL->FAM");
    }

    @Test
    void relations_are_read_page_by_page() {
        replace(edge("SGL", "DBL", 1), edge("SGL", "TWN", 2), edge("DBL", "FAM", 1))
                .expect(200);

        var first = admin.get(path + "/edges?limit=2").json();
        var second = admin.get(
                        path + "/edges?limit=2&cursor=" + first.get("next").asText())
                .json();

        assertThat(first.get("items")).hasSize(2);
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(second.at("/items/0")).isEqualTo(admin.get(path).json().at("/edges/2"));
    }

    @Test
    void a_relation_of_another_hotel_is_not_there() {
        var id = admin.post(path + "/edges", edge("SGL", "DBL", 1))
                .expect(201)
                .json()
                .get("id")
                .asLong();
        var other = "/api/v1/hotels/" + admin.newHotel() + "/hierarchy/edges/" + id;

        assertThat(admin.get(other).status()).isEqualTo(404);
        assertThat(admin.put(other, Map.of("priority", 2)).status()).isEqualTo(404);
        assertThat(admin.delete(other).status()).isEqualTo(404);
    }

    @Test
    void a_change_is_used_by_the_very_next_decision() {
        var before = hierarchies.of(hotelId());
        replace(
                        edge("SGL", "DBL", 2),
                        edge("SGL", "TWN", 1),
                        Map.of("from", "DBL", "to", "FAM", "priority", 1, "active", false))
                .expect(200);

        var after = hierarchies.of(hotelId());

        assertThat(before.edges()).isEmpty();
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.edges()).extracting(UpgradeEdge::toTypeId).containsExactly(typeId("TWN"), typeId("DBL"));
        assertThat(hierarchies.of(hotelId())).isSameAs(after);
        assertThat(hierarchies.of(hotelId(), after.version())).isSameAs(after);
    }

    @Test
    void also_what_is_written_past_the_application_is_used_by_the_very_next_decision() {
        assertThat(hierarchies.of(hotelId()).edges()).isEmpty();

        jdbc.sql("insert into hierarchy_edge (hotel_id, from_type_id, to_type_id, priority) values (?, ?, ?, 1)")
                .params(hotelId(), typeId("SGL"), typeId("DBL"))
                .update();

        assertThat(hierarchies.of(hotelId()).edges()).hasSize(1);
    }

    @Test
    void each_change_is_in_the_audit_with_what_was_before_and_after() {
        replace(edge("SGL", "DBL", 1), edge("SGL", "TWN", 2)).expect(200);
        replace(edge("SGL", "DBL", 1), edge("SGL", "TWN", 3)).expect(200);
        var edge = path + "/edges/"
                + admin.post(path + "/edges", edge("DBL", "FAM", 1))
                        .json()
                        .get("id")
                        .asLong();
        admin.put(edge, Map.of("priority", 2)).expect(200);
        admin.delete(edge).expect(204);

        var entries = admin.get("/api/v1/audit?hotel=" + hotel).items();

        assertThat(entries.findValuesAsText("action"))
                .startsWith(
                        "hierarchy.edge_removed",
                        "hierarchy.edge_changed",
                        "hierarchy.edge_added",
                        "hierarchy.replaced",
                        "hierarchy.replaced");
        assertThat(entries.at("/0/subject").asText()).isEqualTo("DBL->FAM");
        assertThat(entries.at("/0/after")).isEmpty();
        assertThat(entries.at("/1/before/0/priority").asInt()).isEqualTo(1);
        assertThat(entries.at("/1/after/0/priority").asInt()).isEqualTo(2);
        assertThat(entries.at("/3/before")).hasSize(1);
        assertThat(entries.at("/3/before/0/priority").asInt()).isEqualTo(2);
        assertThat(entries.at("/3/after/0/priority").asInt()).isEqualTo(3);
    }

    @Test
    void who_may_look_may_not_change_and_an_operator_may_try() {
        var viewer = as("VIEWER");
        var operator = as("OPERATOR");
        var graph = graph(edge("SGL", "DBL", 1));

        assertThat(viewer.get(path).status()).isEqualTo(200);
        assertThat(viewer.get(path + "/edges").status()).isEqualTo(200);
        assertThat(viewer.get(path + "/rules").status()).isEqualTo(200);
        assertThat(viewer.get(path + "/revisions").status()).isEqualTo(200);
        assertThat(operator.post(path + "/validate", graph).status()).isEqualTo(200);
        assertThat(operator.put(path, graph).status()).isEqualTo(403);
        assertThat(operator.post(path + "/edges", edge("SGL", "DBL", 1)).status())
                .isEqualTo(403);
        assertThat(operator.put(path + "/edges/1", Map.of()).status()).isEqualTo(403);
        assertThat(operator.delete(path + "/edges/1").status()).isEqualTo(403);
        assertThat(operator.put(path + "/rules", Map.of()).status()).isEqualTo(403);
        assertThat(operator.post(path + "/undo", Map.of()).status()).isEqualTo(403);
        assertThat(as("MANAGER").put(path, graph).status()).isEqualTo(200);
    }

    @Test
    void a_manager_of_another_hotel_neither_sees_nor_changes_it() {
        var stranger = Http.withKey(
                port, admin.newKey("MANAGER", admin.newHotel()).get("key").asText());

        assertThat(stranger.get(path).status()).isEqualTo(403);
        assertThat(stranger.put(path, graph()).status()).isEqualTo(403);
        assertThat(stranger.post(path + "/undo", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void a_hierarchy_of_two_hundred_types_and_two_thousand_relations_is_taken() {
        jdbc.sql("""
                        insert into room_type (hotel_id, code, name, capacity, base_rate, sort_order)
                        select :hotel, 'T' || n, 'T' || n, 2, n, n from generate_series(1000, 1199) as n
                        """).param("hotel", hotelId()).update();
        var edges = new ArrayList<Map<String, Object>>();
        for (int from = 0; edges.size() < 2000; from++) {
            int type = from;
            IntStream.rangeClosed(1, 11)
                    .filter(step -> type + step < 200 && edges.size() < 2000)
                    .forEach(step -> edges.add(edge("T" + (1000 + type), "T" + (1000 + type + step), step)));
        }

        var stored = admin.put(path, Map.of("edges", edges)).expect(200).json();

        assertThat(stored.get("edges")).hasSize(2000);
        assertThat(hierarchies.of(hotelId()).edges()).hasSize(2000);
        edges.add(edge("T1176", "T1000", 1));
        assertThat(cycle(admin.put(path, Map.of("edges", edges)).expect(422).json()))
                .hasSize(18)
                .startsWith("T1000")
                .endsWith("T1176", "T1000");
    }

    private Http as(String role) {
        return Http.withKey(port, admin.newKey(role, hotel).get("key").asText());
    }

    private void type(String code, int capacity, int baseRate) {
        admin.put("/api/v1/hotels/" + hotel + "/room-types/" + code, Map.of("capacity", capacity, "baseRate", baseRate))
                .expect(201);
    }

    @SafeVarargs
    private Answer replace(Map<String, Object>... edges) {
        return admin.put(path, graph(edges));
    }

    @SafeVarargs
    private static Map<String, Object> graph(Map<String, Object>... edges) {
        return Map.of("edges", List.of(edges));
    }

    private static Map<String, Object> edge(String from, String to, int priority) {
        return new HashMap<>(Map.of("from", from, "to", to, "priority", priority));
    }

    private static List<String> names(JsonNode graph) {
        var names = new ArrayList<String>();
        graph.get("edges")
                .forEach(edge -> names.add(
                        edge.get("from").asText() + "->" + edge.get("to").asText()));
        return names;
    }

    private static List<String> cycle(JsonNode problem) {
        var types = new ArrayList<String>();
        problem.get("cycle").forEach(type -> types.add(type.asText()));
        return types;
    }

    private static List<String> errors(JsonNode problem) {
        return problem.get("errors").findValuesAsText("code");
    }

    private static String field(Answer refused) {
        assertThat(refused.status()).isEqualTo(400);
        return refused.json().at("/errors/0/field").asText();
    }

    private static JsonNode withoutInstance(JsonNode problem) {
        ((ObjectNode) problem).remove("instance");
        return problem;
    }

    private int hotelId() {
        return jdbc.sql("select id from hotel where code = :code")
                .param("code", hotel)
                .query(Integer.class)
                .single();
    }

    private int typeId(String code) {
        return jdbc.sql("select id from room_type where hotel_id = :hotel and code = :code")
                .param("hotel", hotelId())
                .param("code", code)
                .query(Integer.class)
                .single();
    }
}
