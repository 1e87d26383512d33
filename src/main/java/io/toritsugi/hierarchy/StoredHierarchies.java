package io.toritsugi.hierarchy;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads relations and rules from their tables. */
@Component
class StoredHierarchies implements Hierarchies {

    private final JdbcClient jdbc;

    StoredHierarchies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Hierarchy of(int hotelId) {
        var edges = jdbc.sql("""
                        select e.from_type_id, e.to_type_id, e.priority, upper(e.kind) as kind, e.active
                        from hierarchy_edge e
                                 join room_type t on t.id = e.to_type_id
                        where e.hotel_id = :hotel and e.active
                        order by e.from_type_id, e.priority, t.code
                        """).param("hotel", hotelId).query(UpgradeEdge.class).list();
        long version = jdbc.sql("select coalesce(max(hierarchy), 0) from hotel_version where hotel_id = :hotel")
                .param("hotel", hotelId)
                .query(Long.class)
                .single();
        return new Hierarchy(version, List.copyOf(edges), UpgradeRules.NONE);
    }
}
