package io.toritsugi.inventory;

import io.toritsugi.database.Columns;
import io.toritsugi.database.SqlFile;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes down what is true where the table of nights says otherwise: also that a night is sold beyond its rooms, which taking a
 * room never may. Runs in the caller's transaction, under {@link HotelLock}.
 */
@Component
public class MendInventory {

    private static final String SOLD = SqlFile.text("inventory/mend-sold");

    private final JdbcTemplate jdbc;
    private final Nights nights;

    MendInventory(JdbcTemplate jdbc, Nights nights) {
        this.jdbc = jdbc;
        this.nights = nights;
    }

    /**
     * Brings the nights of a hotel from {@code from} on in line with its rooms, and these with what is sold.
     *
     * @param sold rooms sold, for the nights where the table is wrong
     */
    public void mend(int hotelId, LocalDate from, Map<NightKey, Integer> sold) {
        allowOversoldNights("on");
        jdbc.update(
                SOLD,
                (PreparedStatement statement) -> Columns.of(sold.entrySet())
                        .column("int4", night -> night.getKey().roomTypeId())
                        .column("date", night -> night.getKey().night())
                        .column("int4", Map.Entry::getValue)
                        .bind(statement, 1));
        allowOversoldNights("off");
        nights.follow(hotelId, null, from);
    }

    /** For the guard on the table; of this transaction only. */
    private void allowOversoldNights(String setting) {
        jdbc.query("select set_config('toritsugi.mending', ?, true)", row -> {}, setting);
    }
}
