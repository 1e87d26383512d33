package io.toritsugi.hierarchy;

import io.toritsugi.database.SqlFile;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of relations, as people edit it. Each change is one statement: it has its rows before it takes the hotel's
 * version (migration V060), as any other writer has, so that two writers wait for one another and never in a circle.
 * Answers are numbers of rows.
 */
@Component
class EdgeRows {

    private static final String REPLACE = SqlFile.text("hierarchy/replace-edges");

    private final JdbcClient jdbc;
    private final Clock clock;

    EdgeRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Edge> list(int hotelId, @Nullable Long after, int rows) {
        return jdbc.sql("""
                        select e.id, f.code as "from", t.code as "to", e.priority, e.active, upper(e.kind) as kind
                        from hierarchy_edge e
                                 join room_type f on f.id = e.from_type_id
                                 join room_type t on t.id = e.to_type_id
                        where e.hotel_id = :hotel
                          and (:after::bigint is null or e.id > :after)
                        order by e.id
                        limit :rows
                        """)
                .param("hotel", hotelId)
                .param("after", after)
                .param("rows", rows)
                .query(Edge.class)
                .list();
    }

    /** Makes the hotel's relations these; one that stays as it is keeps its number. Types are known to be the hotel's. */
    int replace(int hotelId, List<Edge> edges) {
        return jdbc.sql(REPLACE)
                .param("hotel", hotelId)
                .param("fromTypes", column(edges, Edge::from, String[]::new))
                .param("toTypes", column(edges, Edge::to, String[]::new))
                .param("priorities", column(edges, Edge::priority, Integer[]::new))
                .param("kinds", column(edges, edge -> edge.kind().spelling(), String[]::new))
                .param("actives", column(edges, Edge::active, Boolean[]::new))
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    int insert(int hotelId, Edge edge) {
        return jdbc.sql("""
                        insert into hierarchy_edge (hotel_id, from_type_id, to_type_id, priority, kind, active,
                                                    created_at, updated_at)
                        select f.hotel_id, f.id, t.id, :priority, :kind, :active, :now, :now
                        from room_type f
                                 join room_type t on t.hotel_id = f.hotel_id and t.code = :to
                        where f.hotel_id = :hotel and f.code = :from
                        """)
                .param("hotel", hotelId)
                .param("from", edge.from())
                .param("to", edge.to())
                .param("priority", edge.priority())
                .param("kind", edge.kind().spelling())
                .param("active", edge.active())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Changes the relation of this number. */
    int update(int hotelId, Edge edge) {
        return jdbc.sql("""
                        update hierarchy_edge e
                        set from_type_id = f.id, to_type_id = t.id, priority = :priority, kind = :kind, active = :active,
                            updated_at = :now
                        from room_type f
                                 join room_type t on t.hotel_id = f.hotel_id and t.code = :to
                        where e.hotel_id = :hotel and e.id = :id and f.hotel_id = :hotel and f.code = :from
                        """)
                .param("hotel", hotelId)
                .param("id", edge.id())
                .param("from", edge.from())
                .param("to", edge.to())
                .param("priority", edge.priority())
                .param("kind", edge.kind().spelling())
                .param("active", edge.active())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    int delete(int hotelId, long id) {
        return jdbc.sql("delete from hierarchy_edge where hotel_id = :hotel and id = :id")
                .param("hotel", hotelId)
                .param("id", id)
                .update();
    }

    private static <T> T[] column(List<Edge> edges, Function<Edge, T> value, IntFunction<T[]> array) {
        return edges.stream().map(value).toArray(array);
    }
}
