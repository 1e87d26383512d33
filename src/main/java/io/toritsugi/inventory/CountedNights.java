package io.toritsugi.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * The nights that a statement changed and counted on for: rows of {@code hotel_id, inventory, room_type_id, day, free,
 * overbooking, stop_sell}, of one or more hotels. Not thread-safe.
 */
final class CountedNights implements RowCallbackHandler {

    private final Map<Integer, Counted> byHotel = new HashMap<>();
    private int size;

    @Override
    public void processRow(ResultSet row) throws SQLException {
        int hotel = row.getInt(1);
        var counted = byHotel.get(hotel);
        if (counted == null) {
            counted = new Counted(row.getLong(2), new ArrayList<>());
            byHotel.put(hotel, counted);
        }
        counted.nights.add(
                new NightCounter(row.getInt(3), row.getInt(4), row.getInt(5), row.getInt(6), row.getBoolean(7)));
        size++;
    }

    /** How many nights there were. */
    int size() {
        return size;
    }

    /** Makes them part of what the current transaction changes. */
    void note(InventoryChanges changes) {
        byHotel.forEach((hotel, counted) -> changes.note(hotel, counted.number, counted.nights));
    }

    private record Counted(long number, List<NightCounter> nights) {}
}
