package io.toritsugi.inventory;

import io.toritsugi.database.Columns;
import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * One writer a hotel, on every node: whoever changes what a hotel holds or how its codes are read takes this lock for the
 * rest of its transaction.
 */
@Component
public class HotelLock {

    // unnest answers in the order of its array: two writers of several hotels take them in the same order.
    private static final String LOCK = """
            select pg_advisory_xact_lock(7001, hotel_id)
            from unnest(?::integer[]) as wanted (hotel_id)
            """;

    private final JdbcTemplate jdbc;

    HotelLock(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for the hotels and keeps them until the transaction ends. */
    public void lock(Collection<Integer> hotelIds) {
        jdbc.query(
                LOCK,
                (PreparedStatement statement) -> Columns.of(new TreeSet<>(hotelIds))
                        .column("int4", hotel -> hotel)
                        .bind(statement, 1),
                row -> {});
    }
}
