package io.toritsugi.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import io.toritsugi.hierarchy.Edge.Pair;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Random edits by eight editors at once, four over HTTP and four by SQL past the application, never leave a cycle: not at any
 * commit, and not at the end (R5.3).
 *
 * <p>Short form in the build; {@code -Dtoritsugi.hierarchy.edits=2000} (of each editor) runs longer.
 */
@HttpTest
class HierarchyEditsTest {

    private static final int EDITS = Integer.getInteger("toritsugi.hierarchy.edits", 40);
    private static final int EDITORS_OF_A_KIND = 4;
    private static final List<String> TYPES = List.of("A", "B", "C", "D", "E", "F");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Hierarchies hierarchies;

    @Autowired
    Environment environment;

    private String hotel;
    private int hotelId;
    private String path;

    @BeforeEach
    void aHotelWithSixTypes() {
        var admin = Http.admin(port);
        hotel = admin.newHotel();
        path = "/api/v1/hotels/" + hotel + "/hierarchy";
        TYPES.forEach(type -> admin.put("/api/v1/hotels/" + hotel + "/room-types/" + type, Map.of())
                .expect(201));
        hotelId = jdbc.sql("select id from hotel where code = :code")
                .param("code", hotel)
                .query(Integer.class)
                .single();
    }

    @RepeatedTest(2)
    void random_edits_of_eight_editors_never_leave_a_cycle(RepetitionInfo repetition) throws Exception {
        var editors = new ArrayList<Callable<Map<Ending, Integer>>>();
        for (int number = 0; number < EDITORS_OF_A_KIND; number++) {
            var seed = repetition.getCurrentRepetition() * 100L + number;
            editors.add(() -> editOverHttp(new Random(seed)));
            editors.add(() -> editBySql(new Random(-seed)));
        }
        var endings = new EnumMap<Ending, Integer>(Ending.class);
        var threads = Executors.newFixedThreadPool(editors.size());
        try {
            for (var done : threads.invokeAll(editors)) {
                done.get().forEach((ending, times) -> endings.merge(ending, times, Integer::sum));
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(ReferenceSort.hasCycle(pairs())).isFalse();
        assertThat(hierarchies.of(hotelId).edges())
                .hasSize(jdbc.sql("select count(*)::integer from hierarchy_edge where hotel_id = :hotel and active")
                        .param("hotel", hotelId)
                        .query(Integer.class)
                        .single());
        // Both ways were taken, to both ends; else this has shown nothing.
        assertThat(endings.keySet()).containsExactlyInAnyOrder(Ending.values());
    }

    private enum Ending {
        STORED_OVER_HTTP,
        CYCLE_OVER_HTTP,
        OTHERWISE_OVER_HTTP,
        STORED_BY_SQL,
        CYCLE_BY_SQL,
        OTHERWISE_BY_SQL
    }

    private Map<Ending, Integer> editOverHttp(Random random) {
        var admin = Http.admin(port);
        var endings = new EnumMap<Ending, Integer>(Ending.class);
        for (int edit = 0; edit < EDITS; edit++) {
            var answer = switch (random.nextInt(5)) {
                case 0 -> admin.put(path, Map.of("edges", someRelations(random)));
                case 1 -> admin.put(anyRelation(admin, random), relation(random));
                case 2 -> admin.delete(anyRelation(admin, random));
                case 3 -> admin.post(path + "/undo", Map.of());
                default -> admin.post(path + "/edges", relation(random));
            };
            assertThat(ReferenceSort.hasCycle(pairs())).isFalse();
            assertThat(answer.status()).isIn(200, 201, 204, 404, 409, 422, 503);
            var ending = answer.status() < 300 ? Ending.STORED_OVER_HTTP : Ending.OTHERWISE_OVER_HTTP;
            if (answer.status() == 422 && answer.problem().equals("hierarchy.cycle")) {
                ending = Ending.CYCLE_OVER_HTTP;
                assertThat(answer.json().get("cycle").size()).isGreaterThan(1);
            }
            endings.merge(ending, 1, Integer::sum);
        }
        return endings;
    }

    private String anyRelation(Http admin, Random random) {
        var ids = new ArrayList<String>();
        for (JsonNode edge : admin.get(path).expect(200).json().get("edges")) {
            ids.add(edge.get("id").asText());
        }
        return path + "/edges/" + (ids.isEmpty() ? "0" : ids.get(random.nextInt(ids.size())));
    }

    /** Without a cycle among themselves, mostly. */
    private static List<Map<String, Object>> someRelations(Random random) {
        var order = new ArrayList<>(TYPES);
        Collections.shuffle(order, random);
        var relations = new ArrayList<Map<String, Object>>();
        for (int from = 0; from + 1 < order.size(); from++) {
            relations.add(relation(order.get(from), order.get(from + 1 + random.nextInt(order.size() - from - 1))));
        }
        if (random.nextInt(4) == 0) {
            relations.add(relation(order.get(order.size() - 1), order.get(0)));
        }
        return relations;
    }

    private static Map<String, Object> relation(Random random) {
        return relation(TYPES.get(random.nextInt(TYPES.size())), TYPES.get(random.nextInt(TYPES.size())));
    }

    private static Map<String, Object> relation(String from, String to) {
        return Map.of("from", from, "to", to, "priority", 1);
    }

    private Map<Ending, Integer> editBySql(Random random) throws SQLException {
        var endings = new EnumMap<Ending, Integer>(Ending.class);
        try (var connection = DriverManager.getConnection(environment.getRequiredProperty("spring.datasource.url"))) {
            connection.setAutoCommit(false);
            for (int edit = 0; edit < EDITS; edit++) {
                endings.merge(editOnce(connection, random), 1, Integer::sum);
            }
        }
        return endings;
    }

    private Ending editOnce(Connection connection, Random random) throws SQLException {
        if (random.nextInt(4) == 0) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        } else {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
        var ending = Ending.OTHERWISE_BY_SQL;
        try (var statement = connection.createStatement()) {
            if (statement.executeUpdate(change(random)) > 0) {
                // The hotel is ours until the commit: this is what will be committed.
                assertThat(ReferenceSort.hasCycle(pairs(connection))).isFalse();
                ending = Ending.STORED_BY_SQL;
            }
            connection.commit();
        } catch (SQLException refused) {
            connection.rollback();
            // A pair that is there, a type to itself, an older snapshot, two who wait for each other's relations.
            assertThat(refused.getSQLState()).isIn("TG003", "23505", "23514", "40001", "40P01");
            return refused.getSQLState().equals("TG003") ? Ending.CYCLE_BY_SQL : Ending.OTHERWISE_BY_SQL;
        }
        return ending;
    }

    private String change(Random random) {
        var from = type(random);
        var to = type(random);
        return switch (random.nextInt(4)) {
            case 0 ->
                "delete from hierarchy_edge where hotel_id = %d and from_type_id = %s and to_type_id = %s"
                        .formatted(hotelId, from, to);
            case 1 -> """
                    update hierarchy_edge set from_type_id = to_type_id, to_type_id = from_type_id
                    where id = (select id from hierarchy_edge where hotel_id = %d order by random() limit 1)
                    """.formatted(hotelId);
            default -> """
                    insert into hierarchy_edge (hotel_id, from_type_id, to_type_id, priority) values (%d, %s, %s, 1)
                    """.formatted(hotelId, from, to);
        };
    }

    private String type(Random random) {
        return "(select id from room_type where hotel_id = %d and code = '%s')"
                .formatted(hotelId, TYPES.get(random.nextInt(TYPES.size())));
    }

    private List<Pair> pairs() {
        return jdbc.sql("select from_type_id::text as \"from\", to_type_id::text as \"to\" "
                        + "from hierarchy_edge where hotel_id = :hotel")
                .param("hotel", hotelId)
                .query(Pair.class)
                .list();
    }

    private List<Pair> pairs(Connection connection) throws SQLException {
        var pairs = new ArrayList<Pair>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select from_type_id, to_type_id from hierarchy_edge where hotel_id = " + hotelId)) {
            while (rows.next()) {
                pairs.add(new Pair(rows.getString(1), rows.getString(2)));
            }
        }
        return pairs;
    }
}
