package io.toritsugi.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.toritsugi.api.Http;
import io.toritsugi.api.Http.Answer;
import io.toritsugi.api.HttpTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody writes past the application in the very moment in which a change is made over HTTP. */
@HttpTest
class HierarchyRaceTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

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
    void a_cycle_that_only_the_database_can_see_is_refused_as_any_other() {
        admin.post(path + "/edges", relation("TWN", "DBL")).expect(201);

        var refused = whileWriting("SGL", "TWN", () -> admin.post(path + "/edges", relation("DBL", "SGL")));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("hierarchy.cycle");
        assertThat(refused.json().get("cycle").toString()).isEqualTo("[\"SGL\",\"TWN\",\"DBL\",\"SGL\"]");
        assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo("hierarchy.cycle");
        assertThat(admin.get(path).json().get("edges")).hasSize(2);
    }

    @Test
    void a_change_for_the_version_before_is_refused() {
        var seen = admin.get(path).header("ETag").orElseThrow();
        var graph = Map.of("edges", List.of(relation("SGL", "DBL")));

        var refused =
                whileWriting("SGL", "TWN", () -> admin.with("If-Match", seen).put(path, graph));

        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.problem()).isEqualTo("hierarchy.stale");
        assertThat(refused.json().get("version").asLong()).isEqualTo(1);
        assertThat(admin.get(path).json().get("edges")).hasSize(1);
    }

    /** Makes the call while a relation is written and not yet committed; commits once the call waits for it. */
    private Answer whileWriting(String from, String to, Supplier<Answer> call) {
        var answer = new CompletableFuture<Answer>();
        transaction.executeWithoutResult(writing -> {
            jdbc.sql("""
                            insert into hierarchy_edge (hotel_id, from_type_id, to_type_id, priority)
                            select h.id, f.id, t.id, 1
                            from hotel h
                                     join room_type f on f.hotel_id = h.id and f.code = :from
                                     join room_type t on t.hotel_id = h.id and t.code = :to
                            where h.code = :hotel
                            """)
                    .param("hotel", hotel)
                    .param("from", from)
                    .param("to", to)
                    .update();
            answer.completeAsync(call);
            await().pollInSameThread().until(this::somebodyWaitsForUs);
        });
        return answer.join();
    }

    private boolean somebodyWaitsForUs() {
        return jdbc.sql("""
                        select exists (select
                                       from pg_stat_activity
                                       where pg_backend_pid() = any (pg_blocking_pids(pid)))
                        """).query(Boolean.class).single();
    }

    private static Map<String, Object> relation(String from, String to) {
        return Map.of("from", from, "to", to, "priority", 1);
    }
}
