package io.toritsugi.inventory;

import io.toritsugi.database.SqlFile;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rates that differ from a type's base rate, night by night; whole yen. */
@Component
class RatesByDate {

    private static final String SET = SqlFile.text("inventory/set-rates");
    private static final String CLEAR = SqlFile.text("inventory/clear-rates");

    private final JdbcClient jdbc;

    RatesByDate(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The rates of dates from {@code from} to the night before {@code to}; nights at the base rate are left out. */
    List<CalendarPeriod> between(int roomTypeId, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select min(night) as "from", max(night) + 1 as "to", amount as value
                        from (select night, amount,
                                     night - (row_number() over (partition by amount order by night))::integer as run
                              from room_rate
                              where room_type_id = :type and night >= :from and night < :to) as rated
                        group by amount, run
                        order by 1
                        """)
                .param("type", roomTypeId)
                .param("from", from)
                .param("to", to)
                .query(CalendarPeriod.class)
                .list();
    }

    /** Gives the nights that fall on these days of the week that rate; null brings the base rate back. */
    void set(int roomTypeId, LocalDate from, LocalDate to, Set<DayOfWeek> weekdays, @Nullable Integer amount) {
        var statement = jdbc.sql(amount == null ? CLEAR : SET)
                .param("type", roomTypeId)
                .param("from", from)
                .param("to", to)
                .param("weekdays", weekdays.stream().map(DayOfWeek::getValue).toArray(Integer[]::new));
        (amount == null ? statement : statement.param("amount", amount)).update();
    }
}
