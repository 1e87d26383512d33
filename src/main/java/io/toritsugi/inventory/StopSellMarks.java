package io.toritsugi.inventory;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Nights of a type that the house has stopped selling. A mark refuses no booking: what was sold nevertheless is taken in. Runs in
 * the caller's transaction, under {@link HotelLock}.
 */
@Component
public class StopSellMarks {

    private static final String MARK = """
            with asked as (
                select array_agg(:type::integer) as types, array_agg(n::date) as nights
                from generate_series(:from::date, :to::date - 1, interval '1 day') as n)
            insert into inventory as i (room_type_id, night, hotel_id, rooms, out_of_order, overbooking, stop_sell)
            select b.room_type_id, b.night, b.hotel_id, b.rooms, b.out_of_order, b.overbooking, :stopped
            from asked,
                 nights_as_built(asked.types, asked.nights) as b
            on conflict (room_type_id, night) do update
                set stop_sell = excluded.stop_sell
                where i.stop_sell <> excluded.stop_sell
            """;

    private final JdbcClient jdbc;

    StopSellMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Sets the mark, or takes it away, from the night {@code from} to the one before {@code to}.
     *
     * @return how many nights changed by it
     */
    public int mark(int roomTypeId, LocalDate from, LocalDate to, boolean stopped) {
        return jdbc.sql(MARK)
                .param("type", roomTypeId)
                .param("from", from)
                .param("to", to)
                .param("stopped", stopped)
                .update();
    }
}
