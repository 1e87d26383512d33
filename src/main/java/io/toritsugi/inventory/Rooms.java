package io.toritsugi.inventory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The single rooms of a hotel, and when they cannot be sold. */
@Component
class Rooms {

    private final JdbcClient jdbc;

    Rooms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Makes the type have that many rooms in use: first rooms that were taken out of use come back, the lowest number first,
     * then new ones are numbered on; or the highest numbers are taken out of use, those out of order before others.
     */
    void count(int hotelId, int roomTypeId, int rooms) {
        jdbc.sql("""
                        with ranked as (
                            select r.id,
                                   row_number() over (
                                       order by r.active desc,
                                           case when r.active then exists (
                                               select from room_out_of_order o
                                               where o.room_id = r.id and upper(o.nights) > current_date) end,
                                           length(r.number), r.number) as place
                            from room r
                            where r.room_type_id = :type)
                        update room
                        set active = ranked.place <= :rooms
                        from ranked
                        where room.id = ranked.id and room.active <> (ranked.place <= :rooms)
                        """).param("type", roomTypeId).param("rooms", rooms).update();
        addNumbered(hotelId, roomTypeId, rooms);
    }

    /** Numbers run through the type (TWN-001, TWN-002); of a code too long for that, the type's own number stands first. */
    private void addNumbered(int hotelId, int roomTypeId, int rooms) {
        jdbc.sql("""
                        insert into room (hotel_id, room_type_id, number)
                        select :hotel, t.id, n.number
                        from room_type t
                                 cross join generate_series(1, 9999) as s (place)
                                 cross join lateral (
                                     select case when length(t.code) <= 11 then t.code else 'T' || t.id end
                                                || '-' || to_char(s.place, case when s.place < 1000 then 'FM000' else 'FM9999' end)
                                     ) as n (number)
                        where t.id = :type
                          and not exists (select from room r where r.hotel_id = :hotel and r.number = n.number)
                        order by s.place
                        limit greatest(:rooms - (select count(*) from room r where r.room_type_id = :type and r.active), 0)
                        """)
                .param("hotel", hotelId)
                .param("type", roomTypeId)
                .param("rooms", rooms)
                .update();
    }

    List<Room> list(int hotelId, @Nullable String roomType, @Nullable String after, int rows) {
        var found = jdbc.sql("""
                        select r.id, r.number, t.code as room_type, r.active
                        from room r
                                 join room_type t on t.id = r.room_type_id
                        where r.hotel_id = :hotel
                          and (:type::text is null or t.code = :type)
                          and (:after::text is null or r.number > :after)
                        order by r.number
                        limit :rows
                        """)
                .param("hotel", hotelId)
                .param("type", roomType)
                .param("after", after)
                .param("rows", rows)
                .query(Listed.class)
                .list();
        var periods = outOfOrder(found.stream().map(Listed::id).toList());
        return found.stream()
                .map(room -> new Room(
                        room.number(), room.roomType(), room.active(), periods.getOrDefault(room.id(), List.of())))
                .toList();
    }

    private Map<Integer, List<OutOfOrder>> outOfOrder(List<Integer> roomIds) {
        var periods = new HashMap<Integer, List<OutOfOrder>>();
        jdbc.sql("""
                        select room_id, id, lower(nights) as from_night, upper(nights) as to_night, reason
                        from room_out_of_order
                        where room_id = any (:rooms)
                        order by room_id, nights
                        """).param("rooms", roomIds.toArray(Integer[]::new)).query(row -> {
            periods.computeIfAbsent(row.getInt("room_id"), room -> new ArrayList<>())
                    .add(new OutOfOrder(
                            row.getLong("id"),
                            row.getObject("from_night", LocalDate.class),
                            row.getObject("to_night", LocalDate.class),
                            row.getString("reason")));
        });
        return periods;
    }

    Optional<NumberedRoom> find(int hotelId, String number) {
        return jdbc.sql("select id, room_type_id from room where hotel_id = :hotel and number = :number")
                .param("hotel", hotelId)
                .param("number", number)
                .query(NumberedRoom.class)
                .optional();
    }

    /** The periods of a room that have a night from {@code from} on. */
    List<OutOfOrder> outOfOrder(int roomId, LocalDate from, @Nullable Long after, int rows) {
        return jdbc.sql("""
                        select id, lower(nights) as "from", upper(nights) as "to", reason
                        from room_out_of_order
                        where room_id = :room
                          and nights && daterange(:from, null)
                          and (:after::bigint is null or id > :after)
                        order by id
                        limit :rows
                        """)
                .param("room", roomId)
                .param("from", from)
                .param("after", after)
                .param("rows", rows)
                .query(OutOfOrder.class)
                .list();
    }

    /** The period of the room that shares a night with this one, if there is one. */
    Optional<OutOfOrder> outOfOrderWithin(int roomId, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select id, lower(nights) as "from", upper(nights) as "to", reason
                        from room_out_of_order
                        where room_id = :room and nights && daterange(:from, :to)
                        order by nights
                        limit 1
                        """)
                .param("room", roomId)
                .param("from", from)
                .param("to", to)
                .query(OutOfOrder.class)
                .optional();
    }

    long addOutOfOrder(int roomId, LocalDate from, LocalDate to, String reason) {
        return jdbc.sql("""
                        insert into room_out_of_order (room_id, nights, reason)
                        values (:room, daterange(:from, :to), :reason)
                        returning id
                        """)
                .param("room", roomId)
                .param("from", from)
                .param("to", to)
                .param("reason", reason)
                .query(Long.class)
                .single();
    }

    Optional<OutOfOrder> removeOutOfOrder(int roomId, long id) {
        return jdbc.sql("""
                        delete from room_out_of_order
                        where id = :id and room_id = :room
                        returning id, lower(nights) as "from", upper(nights) as "to", reason
                        """)
                .param("id", id)
                .param("room", roomId)
                .query(OutOfOrder.class)
                .optional();
    }

    record NumberedRoom(int id, int roomTypeId) {}

    private record Listed(int id, String number, String roomType, boolean active) {}

    record Room(String number, String roomType, boolean active, List<OutOfOrder> outOfOrder) {}

    /** Nights on which a room cannot be sold; {@code to} is the first night on which it can again. */
    record OutOfOrder(long id, LocalDate from, LocalDate to, String reason) {}
}
