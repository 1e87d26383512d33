package io.toritsugi.inventory;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what is free from the tables. */
@Component
class StoredAvailability implements Availability {

    private final JdbcClient jdbc;
    private final Nights nights;
    private final Clock clock;

    StoredAvailability(JdbcClient jdbc, Nights nights, Clock clock) {
        this.jdbc = jdbc;
        this.nights = nights;
        this.clock = clock;
    }

    @Override
    public AvailabilityGrid of(int hotelId) {
        var hotel = jdbc.sql("select time_zone, horizon_days from hotel where id = :hotel")
                .param("hotel", hotelId)
                .query((row, number) -> new Horizon(row.getString("time_zone"), row.getInt("horizon_days")))
                .single();
        var types = jdbc.sql("""
                        select id, code, capacity, smoking, base_rate
                        from room_type
                        where hotel_id = :hotel
                        order by sort_order, code
                        """).param("hotel", hotelId).query(TypeFacts.class).list();
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of(hotel.timeZone()));
        var all = nights.of(hotelId, today, today.plusDays(hotel.days()));
        var free = new ArrayList<Integer>();
        var overbooking = new ArrayList<Integer>();
        for (var night : all) {
            free.add(night.rooms() - night.outOfOrder() - night.sold());
            overbooking.add(night.overbooking());
        }
        return new AvailabilityGrid(
                types,
                today,
                hotel.days(),
                free.stream().mapToInt(Integer::intValue).toArray(),
                overbooking.stream().mapToInt(Integer::intValue).toArray());
    }

    private record Horizon(String timeZone, int days) {}
}
