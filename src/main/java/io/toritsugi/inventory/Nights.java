package io.toritsugi.inventory;

import io.swagger.v3.oas.annotations.media.Schema;
import io.toritsugi.database.SqlFile;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Types and nights: what there is to sell and what is taken. */
@Component
class Nights {

    private static final String OF_HOTEL = SqlFile.text("inventory/nights-of-hotel");

    private final JdbcClient jdbc;
    private final InventoryChanges changes;

    Nights(JdbcClient jdbc, InventoryChanges changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /** Every type on every night from {@code from} to the one before {@code to}; nights not opened yet as they would be. */
    List<Night> of(int hotelId, LocalDate from, LocalDate to) {
        return jdbc.sql(OF_HOTEL)
                .param("hotel", hotelId)
                .param("roomType", null)
                .param("from", from)
                .param("to", to)
                .query(Night.class)
                .list();
    }

    /** As {@link #of}, of one type where one is named, with its rate. */
    List<CalendarNight> calendar(int hotelId, @Nullable String roomType, LocalDate from, LocalDate to) {
        return jdbc.sql(OF_HOTEL)
                .param("hotel", hotelId)
                .param("roomType", roomType)
                .param("from", from)
                .param("to", to)
                .query(CalendarNight.class)
                .list();
    }

    /**
     * Brings the opened nights of a type, from {@code from} on, in line with the rooms as they are now, and counts the hotel's
     * availability on, so that bookings that found no room are looked at again. What is sold stays sold.
     *
     * @param roomTypeId null for all types of the hotel
     */
    void follow(int hotelId, @Nullable Integer roomTypeId, LocalDate from) {
        jdbc.sql("""
                        with opened as (
                            select array_agg(room_type_id) as types, array_agg(night) as nights
                            from inventory
                            where hotel_id = :hotel
                              and night >= :from
                              and (:type::integer is null or room_type_id = :type))
                        update inventory i
                        set rooms = b.rooms, out_of_order = b.out_of_order, overbooking = b.overbooking
                        from opened o,
                             nights_as_built(o.types, o.nights) b
                        where i.room_type_id = b.room_type_id
                          and i.night = b.night
                          and (i.rooms, i.out_of_order, i.overbooking) is distinct from
                              (b.rooms, b.out_of_order, b.overbooking)
                        """)
                .param("hotel", hotelId)
                .param("type", roomTypeId)
                .param("from", from)
                .update();
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
