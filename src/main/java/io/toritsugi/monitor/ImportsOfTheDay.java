package io.toritsugi.monitor;

import io.toritsugi.database.SqlFile;
import io.toritsugi.failure.FailureClass;
import io.toritsugi.monitor.Dashboard.Hour;
import io.toritsugi.monitor.Dashboard.Imports;
import io.toritsugi.monitor.Dashboard.Outcomes;
import io.toritsugi.monitor.Dashboard.Total;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of the telegrams of the last 24 hours, and how fast. */
@Component
class ImportsOfTheDay {

    private static final int HOURS = 24;

    private static final String BY_HOUR = SqlFile.text("monitor/imports-by-hour");
    private static final String TIMES = SqlFile.text("monitor/import-times");
    private static final String HEALED = SqlFile.text("monitor/healed-by-itself");

    private final JdbcClient jdbc;

    ImportsOfTheDay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param zone by whose clock the hours begin */
    Imports look(Scope scope, ZoneId zone) {
        var counted = counted(scope, zone);
        var first = scope.now()
                .atZone(zone)
                .truncatedTo(ChronoUnit.HOURS)
                .toInstant()
                .minus(Duration.ofHours(HOURS - 1));
        var hours = IntStream.range(0, HOURS)
                .mapToObj(hour -> first.plus(Duration.ofHours(hour)))
                .map(hour -> new Hour(
                        hour.atZone(zone).toOffsetDateTime(),
                        outcomes(
                                counted.stream()
                                        .filter(some -> some.hour().equals(hour))
                                        .toList(),
                                Counted::telegrams)))
                .toList();
        return withTimes(
                scope, hours, total(counted, Counted::hourOfNow), total(counted, Counted::telegrams), healed(scope));
    }

    private Imports withTimes(Scope scope, List<Hour> hours, Total lastHour, Total lastDay, long healed) {
        return jdbc.sql(TIMES)
                .param("hotel", scope.hotelId())
                .param("since", dayBefore(scope))
                .query((row, number) -> new Imports(
                        hours,
                        lastHour,
                        lastDay,
                        healed,
                        row.getObject("p50", Long.class),
                        row.getObject("p99", Long.class)))
                .single();
    }

    private List<Counted> counted(Scope scope, ZoneId zone) {
        return jdbc.sql(BY_HOUR)
                .param("hotel", scope.hotelId())
                .param("zone", zone.getId())
                .param("since", dayBefore(scope))
                .param("hourOf", scope.moment().minusHours(1))
                .query((row, number) -> new Counted(
                        row.getObject("hour", OffsetDateTime.class).toInstant(),
                        row.getString("outcome"),
                        failureClass(row.getString("failure_class")),
                        row.getLong("telegrams"),
                        row.getLong("hour_of_now")))
                .list();
    }

    private long healed(Scope scope) {
        return jdbc.sql(HEALED)
                .param("hotel", scope.hotelId())
                .param("since", dayBefore(scope))
                .query(Long.class)
                .single();
    }

    private static OffsetDateTime dayBefore(Scope scope) {
        return scope.moment().minusHours(HOURS);
    }

    private static @Nullable FailureClass failureClass(@Nullable String spelling) {
        return spelling == null ? null : FailureClass.valueOf(spelling);
    }

    private static Total total(List<Counted> counted, ToLongFunction<Counted> number) {
        var outcomes = outcomes(counted, number);
        var placed = outcomes.imported() + outcomes.modified() + outcomes.cancelled();
        var judged = placed + outcomes.rejected() - outcomes.rejectedByClass().getOrDefault(FailureClass.DUPLICATE, 0L);
        return new Total(
                placed + outcomes.rejected() + outcomes.pending(),
                outcomes,
                judged == 0 ? null : Double.valueOf((double) placed / judged));
    }

    private static Outcomes outcomes(List<Counted> counted, ToLongFunction<Counted> number) {
        var byClass = new EnumMap<FailureClass, Long>(FailureClass.class);
        for (var some : counted) {
            if (some.failureClass() != null && number.applyAsLong(some) > 0) {
                byClass.merge(some.failureClass(), number.applyAsLong(some), Long::sum);
            }
        }
        return new Outcomes(
                sum(counted, "imported", number),
                sum(counted, "modified", number),
                sum(counted, "cancelled", number),
                sum(counted, "rejected", number),
                byClass,
                sum(counted, "pending", number));
    }

    private static long sum(List<Counted> counted, String outcome, ToLongFunction<Counted> number) {
        return counted.stream()
                .filter(some -> some.outcome().equals(outcome))
                .mapToLong(number)
                .sum();
    }

    private record Counted(
            Instant hour, String outcome, @Nullable FailureClass failureClass, long telegrams, long hourOfNow) {}
}
