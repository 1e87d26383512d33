package io.toritsugi.upgrade.cascade;

import io.toritsugi.database.SqlFile;
import io.toritsugi.inventory.AvailabilityGrid;
import io.toritsugi.inventory.TypeFacts;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a hotel has free according to its tables, for those who hold its lock and are about to change that: what a node has in
 * memory may be a moment behind.
 */
@Component
class CurrentRooms {

    private static final String FREE = SqlFile.text("upgrade/free-rooms");

    private final JdbcClient jdbc;

    CurrentRooms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The nights from one day to the day before another.
     *
     * @param types of the hotel; one that is not among them is left out
     */
    AvailabilityGrid of(int hotelId, List<TypeFacts> types, LocalDate from, LocalDate to) {
        int nights = Math.toIntExact(to.toEpochDay() - from.toEpochDay());
        var ids = types.stream().map(TypeFacts::id).toList();
        var free = new int[types.size() * nights];
        var overbooking = new int[free.length];
        jdbc.sql(FREE)
                .param("hotel", hotelId)
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    int type = ids.indexOf(row.getInt("room_type_id"));
                    if (type >= 0) {
                        var night = row.getObject("night", LocalDate.class);
                        int cell = type * nights + Math.toIntExact(night.toEpochDay() - from.toEpochDay());
                        free[cell] = row.getInt("free");
                        overbooking[cell] = row.getInt("overbooking");
                    }
                });
        return new AvailabilityGrid(types, from, nights, free, overbooking);
    }
}
