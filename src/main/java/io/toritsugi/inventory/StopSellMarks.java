package io.toritsugi.inventory;

import io.toritsugi.database.SqlFile;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Nights of a type that the house has stopped selling. A mark refuses no booking: what was sold nevertheless is taken in. Runs in
 * the caller's transaction, under {@link HotelLock}.
 */
@Component
public class StopSellMarks {

    private static final String MARK = SqlFile.text("inventory/mark-nights");

    private final JdbcClient jdbc;
    private final InventoryChanges changes;

    StopSellMarks(JdbcClient jdbc, InventoryChanges changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /**
     * Sets the mark, or takes it away, from the night {@code from} to the one before {@code to}.
     *
     * @return how many nights changed by it
     */
    public int mark(int roomTypeId, LocalDate from, LocalDate to, boolean stopped) {
        var marked = new CountedNights();
        jdbc.sql(MARK)
                .param("type", roomTypeId)
                .param("from", from)
                .param("to", to)
                .param("stopped", stopped)
                .query(marked);
        marked.note(changes);
        return marked.size();
    }

    /** The marked nights from {@code from} to the one before {@code to}. */
    List<CalendarPeriod> between(int roomTypeId, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select min(night) as "from", max(night) + 1 as "to", 1 as value
                        from (select night, night - (row_number() over (order by night))::integer as run
                              from inventory
                              where room_type_id = :type and night >= :from and night < :to and stop_sell) as stopped
                        group by run
                        order by 1
                        """)
                .param("type", roomTypeId)
                .param("from", from)
                .param("to", to)
                .query(CalendarPeriod.class)
                .list();
    }
}
