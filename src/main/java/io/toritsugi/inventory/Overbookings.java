package io.toritsugi.inventory;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many rooms of a type may be sold beyond those there are, period by period. */
@Component
class Overbookings {

    private final JdbcClient jdbc;

    Overbookings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is allowed from {@code from} to the night before {@code to}, cut to it. */
    List<CalendarPeriod> between(int roomTypeId, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select lower(cut.nights) as "from", upper(cut.nights) as "to", cut.rooms as value
                        from (select a.nights * daterange(:from, :to) as nights, a.rooms
                              from overbooking_allowance a
                              where a.room_type_id = :type and a.nights && daterange(:from, :to)) as cut
                        order by cut.nights
                        """)
                .param("type", roomTypeId)
                .param("from", from)
                .param("to", to)
                .query(CalendarPeriod.class)
                .list();
    }

    /** Allows so many rooms, 0 for none, in place of what was allowed on these nights; what surrounds them stays. */
    void set(int roomTypeId, LocalDate from, LocalDate to, int rooms) {
        cutOut(roomTypeId, from, to);
        if (rooms > 0) {
            jdbc.sql("""
                            insert into overbooking_allowance (room_type_id, nights, rooms)
                            values (:type, daterange(:from, :to), :rooms)
                            """)
                    .param("type", roomTypeId)
                    .param("from", from)
                    .param("to", to)
                    .param("rooms", rooms)
                    .update();
        }
    }

    /** A period that reaches beyond on both sides is left as two. */
    private void cutOut(int roomTypeId, LocalDate from, LocalDate to) {
        jdbc.sql("""
                        with touched as (
                            delete from overbooking_allowance a
                            where a.room_type_id = :type and a.nights && daterange(:from, :to)
                            returning a.nights, a.rooms)
                        insert into overbooking_allowance (room_type_id, nights, rooms)
                        select :type, rest.nights, touched.rooms
                        from touched
                                 cross join lateral unnest(datemultirange(touched.nights)
                                                           - datemultirange(daterange(:from, :to))) as rest (nights)
                        """)
                .param("type", roomTypeId)
                .param("from", from)
                .param("to", to)
                .update();
    }
}
