package io.toritsugi.inventory;

import java.time.LocalDate;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Marks nights of a type as stopped, or as sold again. Runs in the caller's transaction, under {@link HotelLock}. */
@Component
public class StopSellMarks {

    private final JdbcClient jdbc;

    StopSellMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sets the mark; a night that was never opened is opened by it. */
    public void set(int roomTypeId, Collection<LocalDate> nights, boolean stopped) {
        if (nights.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        with asked as (
                            select array_agg(:type::integer) as types, array_agg(n.night) as nights
                            from unnest(:nights::date[]) as n (night))
                        insert into inventory as i (room_type_id, night, hotel_id, rooms, out_of_order, overbooking, stop_sell)
                        select b.room_type_id, b.night, b.hotel_id, b.rooms, b.out_of_order, b.overbooking, :stopped
                        from asked,
                             nights_as_built(asked.types, asked.nights) as b
                        on conflict (room_type_id, night) do update
                            set stop_sell = excluded.stop_sell
                            where i.stop_sell <> excluded.stop_sell
                        """)
                .param("type", roomTypeId)
                .param("nights", nights.stream().map(LocalDate::toString).toArray(String[]::new))
                .param("stopped", stopped)
                .update();
    }
}
