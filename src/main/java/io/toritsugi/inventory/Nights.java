package io.toritsugi.inventory;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Types and nights: what there is to sell and what is taken. */
@Component
class Nights {

    private final JdbcClient jdbc;
    private final InventoryChanges changes;

    Nights(JdbcClient jdbc, InventoryChanges changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /** Every type on every night from {@code from} to the one before {@code to}; nights not opened yet as they would be. */
    List<Night> of(int hotelId, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        with asked as (
                            select t.id, t.code, t.sort_order, n::date as night
                            from room_type t
                                     cross join generate_series(:from::date, :to::date - 1, interval '1 day') as n
                            where t.hotel_id = :hotel),
                             unopened as (
                                 select array_agg(a.id) as types, array_agg(a.night) as nights
                                 from asked a
                                 where not exists (
                                     select from inventory i where i.room_type_id = a.id and i.night = a.night)),
                             known as (
                                 select room_type_id, night, rooms, out_of_order, overbooking, sold, stop_sell
                                 from inventory
                                 where hotel_id = :hotel and night >= :from and night < :to
                                 union all
                                 select b.room_type_id, b.night, b.rooms, b.out_of_order, b.overbooking, 0::smallint, false
                                 from unopened u,
                                      nights_as_built(u.types, u.nights) b)
                        select a.code as room_type, a.night as date, k.rooms, k.out_of_order, k.overbooking, k.sold,
                               greatest(k.rooms - k.out_of_order - k.sold, 0) as free,
                               greatest(k.sold + k.out_of_order - k.rooms, 0) as oversold,
                               k.stop_sell
                        from asked a
                                 join known k on k.room_type_id = a.id and k.night = a.night
                        order by a.sort_order, a.code, a.night
                        """)
                .param("hotel", hotelId)
                .param("from", from)
                .param("to", to)
                .query(Night.class)
                .list();
    }

    /**
     * Brings the opened nights of a type, from {@code from} on, in line with the rooms as they are now, and counts the hotel's
     * availability on, so that bookings that found no room are looked at again. What is sold stays sold.
     */
    void follow(int hotelId, int roomTypeId, LocalDate from) {
        jdbc.sql("""
                        with opened as (
                            select array_agg(room_type_id) as types, array_agg(night) as nights
                            from inventory
                            where room_type_id = :type and night >= :from)
                        update inventory i
                        set rooms = b.rooms, out_of_order = b.out_of_order, overbooking = b.overbooking
                        from opened o,
                             nights_as_built(o.types, o.nights) b
                        where i.room_type_id = b.room_type_id
                          and i.night = b.night
                          and (i.rooms, i.out_of_order, i.overbooking) is distinct from
                              (b.rooms, b.out_of_order, b.overbooking)
                        """).param("type", roomTypeId).param("from", from).update();
        jdbc.sql("""
                        insert into hotel_version as v (hotel_id, availability)
                        values (:hotel, 1)
                        on conflict (hotel_id) do update set availability = v.availability + 1
                        """).param("hotel", hotelId).update();
        changes.count(hotelId);
    }

    @Schema(name = "InventoryNight")
    record Night(
            @Schema(example = "TWN") String roomType,
            LocalDate date,
            @Schema(description = "Rooms in use") int rooms,

            @Schema(description = "Of these, not to be sold on this night")
            int outOfOrder,

            @Schema(description = "Allowed beyond the rooms, by decision of the house")
            int overbooking,

            int sold,

            @Schema(description = "rooms - outOfOrder - sold, never below 0")
            int free,

            @Schema(description = "How far sold is beyond the rooms that can be sold; 0 where it is not")
            int oversold,

            boolean stopSell) {}
}
