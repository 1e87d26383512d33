package io.toritsugi.inventory;

import io.toritsugi.database.Columns;
import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The counters of {@code hotel_version}: what moved since something was judged. */
@Component
public class HotelVersionStore {

    private static final String CURRENT = """
            select v.hotel_id, v.mapping, v.availability, v.inventory
            from unnest(?::integer[]) as wanted (hotel_id)
                     join hotel_version v on v.hotel_id = wanted.hotel_id
            """;

    private static final String COUNT_RELEASE = """
            update hotel_version
            set availability = availability + 1
            where hotel_id = any (?::integer[])
            """;

    private final JdbcTemplate jdbc;
    private final AvailabilityInMemory memory;

    HotelVersionStore(JdbcTemplate jdbc, AvailabilityInMemory memory) {
        this.jdbc = jdbc;
        this.memory = memory;
    }

    /**
     * The counters of these hotels; zero for a hotel that has none yet. What {@link Availability} answers afterwards is not
     * older than these: under the hotel's lock, it is exact on every node.
     */
    public Map<Integer, HotelVersions> current(Collection<Integer> hotelIds) {
        Map<Integer, HotelVersions> versions = new HashMap<>();
        hotelIds.forEach(hotel -> versions.put(hotel, new HotelVersions(0, 0)));
        jdbc.query(
                CURRENT,
                (PreparedStatement statement) ->
                        Columns.of(hotelIds).column("int4", hotel -> hotel).bind(statement, 1),
                row -> {
                    int hotel = row.getInt(1);
                    versions.put(hotel, new HotelVersions(row.getLong(2), row.getLong(3)));
                    if (!InventoryChanges.uncommitted(hotel)) {
                        memory.heardOf(hotel, row.getLong(4));
                    }
                });
        return versions;
    }

    /** Says that rooms came free in these hotels, so that failures judged before are looked at again. */
    public void countRelease(Collection<Integer> hotelIds) {
        if (!hotelIds.isEmpty()) {
            jdbc.update(
                    COUNT_RELEASE,
                    (PreparedStatement statement) ->
                            Columns.of(hotelIds).column("int4", hotel -> hotel).bind(statement, 1));
        }
    }
}
