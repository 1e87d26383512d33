package io.toritsugi.mapping;

import io.toritsugi.inventory.RoomTypeRef;
import io.toritsugi.mapping.MappingTable.Row;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The room mappings of each hotel, held in memory and read anew when their version moved. A change is therefore used by the
 * very next decision, on every node (R3.4, R4.2). Safe for many threads.
 */
@Component
public class RoomMappings {

    private final JdbcClient jdbc;
    private final ConcurrentMap<Integer, MappingTable> tables = new ConcurrentHashMap<>();

    RoomMappings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The mappings of a hotel as they are now: one small query, and the rows only when something changed. */
    public MappingTable tableOf(int hotelId) {
        return tableOf(hotelId, currentVersions(List.of(hotelId)).getOrDefault(hotelId, 0L));
    }

    /**
     * The mappings of a hotel, not older than a version that is known already.
     *
     * @param version as {@link #currentVersions} said it; the table may be newer
     */
    public MappingTable tableOf(int hotelId, long version) {
        var held = tables.get(hotelId);
        if (held != null && held.version() >= version) {
            return held;
        }
        var read = read(hotelId);
        if (read.ours()) {
            return read.table();
        }
        return tables.merge(hotelId, read.table(), (one, other) -> one.version() > other.version() ? one : other);
    }

    /** The mapping versions of several hotels, by hotel, in one query; a hotel that never had a mapping may be absent. */
    public Map<Integer, Long> currentVersions(Collection<Integer> hotelIds) {
        var versions = new HashMap<Integer, Long>();
        jdbc.sql("select hotel_id, mapping from hotel_version where hotel_id = any (:hotels)")
                .param("hotels", hotelIds.toArray(Integer[]::new))
                .query(row -> {
                    versions.put(row.getInt("hotel_id"), row.getLong("mapping"));
                });
        return versions;
    }

    /** Version and rows in one statement, hence of one moment. */
    private Read read(int hotelId) {
        var version = new long[1];
        var ours = new boolean[1];
        var rows = jdbc.sql("""
                        select coalesce(v.mapping, 0) as version,
                               coalesce(v.xmin = pg_current_xact_id_if_assigned()::xid, false) as ours, m.channel, m.code, m.room_type_id, t.code as type_code,
                               coalesce(lower(m.validity), date '0001-01-01') as first,
                               coalesce(upper(m.validity), date '9999-12-31') as end
                        from (values (:hotel::integer)) as h (id)
                                 left join hotel_version v on v.hotel_id = h.id
                                 left join room_mapping m on m.hotel_id = h.id
                                 left join room_type t on t.id = m.room_type_id
                        """)
                .param("hotel", hotelId)
                .query((row, number) -> {
                    version[0] = row.getLong("version");
                    ours[0] = row.getBoolean("ours");
                    return new Row(
                            String.valueOf(row.getString("channel")),
                            String.valueOf(row.getString("code")),
                            new RoomTypeRef(row.getInt("room_type_id"), String.valueOf(row.getString("type_code"))),
                            row.getObject("first", LocalDate.class),
                            row.getObject("end", LocalDate.class));
                })
                .list();
        // A hotel without mappings still gives its row of nulls, which carries the version; no room type has the id 0.
        var table = new MappingTable(
                version[0],
                rows.stream().filter(row -> row.roomType().id() != 0).toList());
        return new Read(table, ours[0]);
    }

    /**
     * What was read.
     *
     * @param ours whether the version was counted on by this very transaction: it may still be taken back, and the same number
     *     be given to something else, so nobody else may see it
     */
    private record Read(MappingTable table, boolean ours) {}
}
