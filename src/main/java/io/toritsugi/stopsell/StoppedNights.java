package io.toritsugi.stopsell;

import io.toritsugi.database.SqlFile;
import io.toritsugi.inventory.StopSellMarks;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The nights that TL-Lincoln does not sell because we said so, and their marks in the inventory. Runs in the caller's
 * transaction, under the hotel's lock.
 */
@Component
class StoppedNights {

    private static final String MARK_STOPPED = SqlFile.text("stopsell/mark-stopped");
    private static final String MARK_SOLD = SqlFile.text("stopsell/mark-sold");

    private final JdbcClient jdbc;
    private final StopSellMarks marks;
    private final Clock clock;

    StoppedNights(JdbcClient jdbc, StopSellMarks marks, Clock clock) {
        this.jdbc = jdbc;
        this.marks = marks;
        this.clock = clock;
    }

    /** TL-Lincoln did some of what a proposal asks for: the nights on which it did all of it are marked. */
    void follow(long proposal, int roomTypeId, StopSellAction action) {
        var statement = switch (action) {
            case STOP -> MARK_STOPPED;
            case SELL -> MARK_SOLD;
        };
        jdbc.sql(statement)
                .param("proposal", proposal)
                .param("now", OffsetDateTime.now(clock))
                .query(Run.class)
                .list()
                .forEach(run -> marks.mark(roomTypeId, run.from(), run.to(), action == StopSellAction.STOP));
    }

    /** A person wants these nights closed: they are not sold again by themselves. Answers for how many that is new. */
    int keepClosed(int roomTypeId, LocalDate from, LocalDate end) {
        return jdbc.sql("""
                        update stopped_night
                        set reopens = false
                        where room_type_id = :type and night >= :from and night < :end and reopens
                        """)
                .param("type", roomTypeId)
                .param("from", from)
                .param("end", end)
                .update();
    }

    /** Nights in a row; {@code to} is the one after the last. */
    private record Run(LocalDate from, LocalDate to) {}
}
