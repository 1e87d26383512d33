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
            select v.hotel_id, v.mapping, v.availability
            from unnest(?::integer[]) as wanted (hotel_id)
                     join hotel_version v on v.hotel_id = wanted.hotel_id
            """;

    private static final String COUNT_RELEASE = """
            update hotel_version
            set availability = availability + 1
            where hotel_id = any (?::integer[])
            """;

    private final JdbcTemplate jdbc;

    HotelVersionStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The counters of these hotels; zero for a hotel that has none yet. */
    public Map<Integer, HotelVersions> current(Collection<Integer> hotelIds) {
        Map<Integer, HotelVersions> versions = new HashMap<>();
        hotelIds.forEach(hotel -> versions.put(hotel, new HotelVersions(0, 0)));
        jdbc.query(
                CURRENT,
                (PreparedStatement statement) ->
                        Columns.of(hotelIds).column("int4", hotel -> hotel).bind(statement, 1),
                row -> {
                    versions.put(row.getInt(1), new HotelVersions(row.getLong(2), row.getLong(3)));
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
