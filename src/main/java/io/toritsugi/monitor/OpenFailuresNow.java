package io.toritsugi.monitor;

import io.toritsugi.database.SqlFile;
import io.toritsugi.failure.FailureCauses;
import io.toritsugi.failure.FailureClass;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.failure.FailureDesk;
import io.toritsugi.failure.FailureLine;
import io.toritsugi.failure.NextStep;
import io.toritsugi.monitor.Dashboard.Attention;
import io.toritsugi.monitor.Dashboard.Case;
import io.toritsugi.monitor.Dashboard.Deadline;
import io.toritsugi.monitor.Dashboard.OfClass;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the open failures, and says which to look at first. */
@Component
class OpenFailuresNow {

    private static final int MOST_CAUSES = 10;
    private static final int MOST_CASES = 20;

    private static final String COUNT = SqlFile.text("monitor/open-failures");
    private static final String FIRST = SqlFile.text("monitor/first-to-look-at");

    private final JdbcClient jdbc;
    private final FailureCauses causes;
    private final FailureDesk failures;

    OpenFailuresNow(JdbcClient jdbc, FailureCauses causes, FailureDesk failures) {
        this.jdbc = jdbc;
        this.causes = causes;
        this.failures = failures;
    }

    /** @param zones the zones of the hotels in scope, by their codes */
    Attention look(Scope scope, Map<String, ZoneId> zones) {
        var counted = jdbc.sql(COUNT)
                .param("hotel", scope.hotelId())
                .param("now", scope.moment())
                .query((row, number) -> new Counted(
                        FailureClass.valueOf(row.getString("failure_class")),
                        row.getBoolean("escalated")
                                || FailureCode.of(row.getString("failure_code"))
                                        .healing()
                                        .needsPerson(),
                        row.getBoolean("snoozed"),
                        row.getString("arrives"),
                        row.getLong("failures")))
                .list();
        var all = sum(counted, any -> true);
        var persons = sum(counted, Counted::needsPerson);
        return new Attention(
                all,
                persons,
                all - persons,
                sum(counted, Counted::snoozed),
                sum(counted, some -> "today".equals(some.arrives)),
                sum(counted, some -> "tomorrow".equals(some.arrives)),
                byClass(counted),
                causes.mostFrequent(scope.hotelId(), MOST_CAUSES, scope.language()),
                cases(scope, zones));
    }

    private static List<OfClass> byClass(List<Counted> counted) {
        return counted.stream()
                .collect(Collectors.groupingBy(Counted::failureClass, Collectors.summingLong(Counted::failures)))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(some -> new OfClass(some.getKey(), some.getValue()))
                .toList();
    }

    private List<Case> cases(Scope scope, Map<String, ZoneId> zones) {
        var sameCause = new LinkedHashMap<Long, Long>();
        jdbc.sql(FIRST)
                .param("hotel", scope.hotelId())
                .param("now", scope.moment())
                .param("limit", MOST_CASES)
                .query(row -> {
                    sameCause.put(row.getLong("id"), row.getLong("same_cause"));
                });
        return failures.lines(List.copyOf(sameCause.keySet()), scope.language(), scope.privacy()).stream()
                .map(failure -> new Case(
                        failure,
                        deadline(failure, zones.get(failure.hotel())),
                        NextStep.of(failure),
                        sameCause.getOrDefault(failure.id(), 1L)))
                .toList();
    }

    private static @Nullable Deadline deadline(FailureLine failure, @Nullable ZoneId zone) {
        if (failure.arrival() == null || zone == null) {
            return null;
        }
        var at = failure.checkInTime() == null
                ? null
                : failure.arrival()
                        .atTime(LocalTime.parse(failure.checkInTime()))
                        .atZone(zone)
                        .toOffsetDateTime();
        return new Deadline(failure.arrival(), at, zone.getId());
    }

    private static long sum(List<Counted> counted, Predicate<Counted> wanted) {
        return counted.stream().filter(wanted).mapToLong(Counted::failures).sum();
    }

    private record Counted(
            FailureClass failureClass,
            boolean needsPerson,
            boolean snoozed,
            @Nullable String arrives,
            long failures) {}
}
