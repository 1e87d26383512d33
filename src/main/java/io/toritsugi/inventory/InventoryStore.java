package io.toritsugi.inventory;

import io.toritsugi.database.Columns;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads and writes the inventory, many nights at a time. Runs in the caller's transaction, under {@link HotelLock}. */
@Component
public class InventoryStore {

    private static final String LOAD = """
            with wanted as materialized (
                select asked.room_type_id, asked.night,
                       opened.rooms - opened.out_of_order + opened.overbooking - opened.sold as free
                from unnest(?::integer[], ?::date[]) as asked (room_type_id, night)
                         left join inventory opened
                                   on opened.room_type_id = asked.room_type_id and opened.night = asked.night),
                 unopened as (
                     select array_agg(room_type_id) as types, array_agg(night) as nights
                     from wanted
                     where free is null)
            select room_type_id, night, free
            from wanted
            where free is not null
            union all
            select built.room_type_id, built.night, built.rooms - built.out_of_order + built.overbooking
            from unopened, nights_as_built(unopened.types, unopened.nights) as built
            """;

    private static final String MOVE = """
            update inventory
            set sold = inventory.sold + moved.rooms
            from unnest(?::integer[], ?::date[], ?::integer[]) as moved (room_type_id, night, rooms)
            where inventory.room_type_id = moved.room_type_id
              and inventory.night = moved.night
            """;

    private static final String OPEN = """
            insert into inventory (room_type_id, night, hotel_id, rooms, out_of_order, overbooking)
            select built.room_type_id, built.night, built.hotel_id, built.rooms, built.out_of_order, built.overbooking
            from nights_as_built(?::integer[], ?::date[]) as built
            on conflict (room_type_id, night) do nothing
            returning room_type_id, night
            """;

    private final JdbcTemplate jdbc;

    InventoryStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What is free on these nights; a night that was never opened offers what its type has. */
    public NightLedger load(Collection<NightKey> nights) {
        Map<NightKey, Integer> free = new HashMap<>();
        if (!nights.isEmpty()) {
            jdbc.query(LOAD, (PreparedStatement statement) -> keys(nights).bind(statement, 1), row -> {
                free.put(new NightKey(row.getInt(1), row.getObject(2, LocalDate.class)), row.getInt(3));
            });
        }
        return new NightLedger(free);
    }

    /**
     * Writes what a ledger moved.
     *
     * @throws org.springframework.dao.DataAccessException when a night would be taken beyond its rooms (SQL state TG001)
     */
    public void apply(SortedMap<NightKey, Integer> moved) {
        if (moved.isEmpty()) {
            return;
        }
        if (move(moved.entrySet()) < moved.size()) {
            // The first booking of a night opens it. The others have been moved already: only the opened ones are left.
            var opened = openMissing(moved.keySet());
            move(moved.entrySet().stream()
                    .filter(entry -> opened.contains(entry.getKey()))
                    .collect(Collectors.toList()));
        }
    }

    private int move(Collection<Map.Entry<NightKey, Integer>> moved) {
        return jdbc.update(
                MOVE,
                (PreparedStatement statement) -> Columns.of(moved)
                        .column("int4", entry -> entry.getKey().roomTypeId())
                        .column("date", entry -> entry.getKey().night())
                        .column("int4", Map.Entry::getValue)
                        .bind(statement, 1));
    }

    private List<NightKey> openMissing(Collection<NightKey> nights) {
        List<NightKey> opened = new ArrayList<>();
        jdbc.query(OPEN, (PreparedStatement statement) -> keys(nights).bind(statement, 1), row -> {
            opened.add(new NightKey(row.getInt(1), row.getObject(2, LocalDate.class)));
        });
        return opened;
    }

    private static Columns<NightKey> keys(Collection<NightKey> nights) {
        return Columns.<NightKey>of(nights).column("int4", NightKey::roomTypeId).column("date", NightKey::night);
    }
}
