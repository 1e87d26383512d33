package io.toritsugi.inventory;

import io.toritsugi.database.SqlFile;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what hotels have to sell from the tables. */
@Component
class StoredAvailability {

    private static final String OF_HOTEL = SqlFile.text("inventory/availability-of-hotel");
    private static final String CHANGES = SqlFile.text("inventory/changes-of-hotels");

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredAvailability(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The whole horizon of a hotel; one statement, hence of one moment.
     *
     * @throws IllegalArgumentException when there is no such hotel
     */
    AvailabilityAt read(int hotelId) {
        var rows = jdbc.sql(OF_HOTEL)
                .param("hotel", hotelId)
                .param("now", OffsetDateTime.now(clock))
                .query((row, number) -> new Row(hotel(row), type(row)))
                .list();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("There is no hotel " + hotelId);
        }
        var hotel = rows.get(0).hotel();
        var types = rows.stream().flatMap(row -> row.type().stream()).toList();
        return new AvailabilityAt(
                hotel.change(),
                hotel.today().atStartOfDay(hotel.zone()).toInstant(),
                hotel.today().plusDays(1).atStartOfDay(hotel.zone()).toInstant(),
                grid(hotel, types));
    }

    /** The numbers of the latest changes of these hotels. */
    Map<Integer, Long> changes(Collection<Integer> hotelIds) {
        var changes = new HashMap<Integer, Long>();
        jdbc.sql(CHANGES).param("hotels", hotelIds.toArray(Integer[]::new)).query(row -> {
            changes.put(row.getInt("hotel_id"), row.getLong("inventory"));
        });
        return changes;
    }

    private static AvailabilityGrid grid(Hotel hotel, List<StoredType> types) {
        int nights = hotel.horizon();
        var free = new int[types.size() * nights];
        var overbooking = new int[types.size() * nights];
        var stopped = new BitSet();
        for (int type = 0; type < types.size(); type++) {
            types.get(type).write(free, overbooking, stopped, type * nights, nights);
        }
        var facts = types.stream().map(StoredType::facts).toList();
        return new AvailabilityGrid(facts, hotel.today(), nights, free, overbooking, stopped);
    }

    private static Hotel hotel(ResultSet row) throws SQLException {
        return new Hotel(
                row.getLong("change"),
                row.getObject("today", LocalDate.class),
                row.getInt("horizon_days"),
                ZoneId.of(row.getString("time_zone")));
    }

    /** Empty in the one row of a hotel that has no types. */
    private static Optional<StoredType> type(ResultSet row) throws SQLException {
        int id = row.getInt("id");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(
                        new StoredType(facts(row, id), row.getInt("rooms"), closed(row), allowed(row), opened(row)));
    }

    private static TypeFacts facts(ResultSet row, int id) throws SQLException {
        return new TypeFacts(
                id, row.getString("code"), row.getInt("capacity"), row.getBoolean("smoking"), row.getInt("base_rate"));
    }

    private static StoredType.Periods closed(ResultSet row) throws SQLException {
        return new StoredType.Periods(numbers(row, "closed_from"), numbers(row, "closed_to"), new Integer[0]);
    }

    private static StoredType.Periods allowed(ResultSet row) throws SQLException {
        return new StoredType.Periods(
                numbers(row, "allowed_from"), numbers(row, "allowed_to"), numbers(row, "allowed_rooms"));
    }

    private static StoredType.Opened opened(ResultSet row) throws SQLException {
        return new StoredType.Opened(
                numbers(row, "opened_places"),
                numbers(row, "opened_free"),
                numbers(row, "opened_overbooking"),
                numbers(row, "stopped_places"));
    }

    private static Integer[] numbers(ResultSet row, String column) throws SQLException {
        @Nullable Array numbers = row.getArray(column);
        return numbers == null ? new Integer[0] : (Integer[]) numbers.getArray();
    }

    private record Hotel(long change, LocalDate today, int horizon, ZoneId zone) {}

    private record Row(Hotel hotel, Optional<StoredType> type) {}
}
