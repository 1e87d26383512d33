package io.toritsugi.mapping;

import io.toritsugi.inventory.RoomTypeRef;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The mappings of every hotel, held in memory and reloaded when their version moves: a change counts from the next decision
 * on, on every node (R3.4).
 */
@Component
public class RoomMappings {

    private static final String VERSION = "select mapping from hotel_version where hotel_id = ?";

    private static final String LOAD = """
            select m.channel, m.code, t.id, t.code as type_code, lower(m.validity) as valid_from, upper(m.validity) as valid_before
            from room_mapping m
                     join room_type t on t.id = m.room_type_id
            where m.hotel_id = ?
            """;

    private final JdbcTemplate jdbc;
    private final Map<Integer, MappingTable> tables = new ConcurrentHashMap<>();

    RoomMappings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The hotel's mappings as they are committed now. */
    public MappingTable tableOf(int hotelId) {
        long version = jdbc.queryForList(VERSION, Long.class, hotelId).stream()
                .findFirst()
                .orElse(0L);
        var known = tables.get(hotelId);
        if (known == null || known.version() != version) {
            known = load(hotelId, version);
            tables.put(hotelId, known);
        }
        return known;
    }

    private MappingTable load(int hotelId, long version) {
        Map<MappingTable.Key, List<MappingTable.Entry>> entries = new HashMap<>();
        jdbc.query(
                LOAD,
                row -> {
                    entries.computeIfAbsent(
                                    new MappingTable.Key(row.getString("channel"), row.getString("code")),
                                    key -> new ArrayList<>())
                            .add(new MappingTable.Entry(
                                    new RoomTypeRef(row.getInt("id"), row.getString("type_code")),
                                    row.getObject("valid_from", LocalDate.class),
                                    row.getObject("valid_before", LocalDate.class)));
                },
                hotelId);
        return new MappingTable(version, entries);
    }
}
