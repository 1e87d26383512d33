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

    /** Counts the change in the same statement, and answers what the nights are now: memory follows without a round trip. */
    private static final String MOVE = """
            with moved as (
                update inventory i
                set sold = i.sold + wanted.rooms
                from unnest(?::integer[], ?::date[], ?::integer[]) as wanted (room_type_id, night, rooms)
                where i.room_type_id = wanted.room_type_id
                  and i.night = wanted.night
                returning i.hotel_id, i.room_type_id, i.night, i.rooms, i.out_of_order, i.overbooking, i.sold, i.stop_sell),
                 counted as (
                     insert into hotel_version as v (hotel_id, inventory)
                         select hotel_id, 1 from moved group by hotel_id order by hotel_id
                         on conflict (hotel_id) do update set inventory = v.inventory + 1
                         returning v.hotel_id, v.inventory)
            select c.hotel_id, c.inventory, m.room_type_id, m.night - date '1970-01-01' as day,
                   m.rooms - m.out_of_order - m.sold as free, m.overbooking, m.stop_sell
            from moved m
                     join counted c on c.hotel_id = m.hotel_id
            """;

    private static final String OPEN = """
            insert into inventory (room_type_id, night, hotel_id, rooms, out_of_order, overbooking)
            select built.room_type_id, built.night, built.hotel_id, built.rooms, built.out_of_order, built.overbooking
            from nights_as_built(?::integer[], ?::date[]) as built
            on conflict (room_type_id, night) do nothing
            returning room_type_id, night
            """;

    private final JdbcTemplate jdbc;
    private final InventoryChanges changes;

    InventoryStore(JdbcTemplate jdbc, InventoryChanges changes) {
        this.jdbc = jdbc;
        this.changes = changes;
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

    /** Answers how many of these nights there are. */
    private int move(Collection<Map.Entry<NightKey, Integer>> moved) {
        var touched = new CountedNights();
        jdbc.query(
                MOVE,
                (PreparedStatement statement) -> Columns.of(moved)
                        .column("int4", entry -> entry.getKey().roomTypeId())
                        .column("date", entry -> entry.getKey().night())
                        .column("int4", Map.Entry::getValue)
                        .bind(statement, 1),
                touched);
        touched.note(changes);
        return touched.size();
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
