package io.toritsugi.monitor;

import io.toritsugi.database.LocalMoment;
import io.toritsugi.database.SqlFile;
import io.toritsugi.monitor.Dashboard.Backlog;
import io.toritsugi.monitor.Dashboard.Link;
import io.toritsugi.monitor.Dashboard.Outputs;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what somebody sees first (R6.2). */
@Component
class DashboardDesk {

    private static final Duration LATE = Duration.ofMinutes(1);

    private static final String BACKLOG = SqlFile.text("monitor/backlog");
    private static final String OUTPUTS = SqlFile.text("monitor/open-outputs");

    private final JdbcClient jdbc;
    private final OpenFailuresNow failures;
    private final ImportsOfTheDay imports;
    private final LinksOfHotels links;

    DashboardDesk(JdbcClient jdbc, OpenFailuresNow failures, ImportsOfTheDay imports, LinksOfHotels links) {
        this.jdbc = jdbc;
        this.failures = failures;
        this.imports = imports;
        this.links = links;
    }

    /** All of it on one connection. */
    @Transactional(readOnly = true)
    public Dashboard look(Scope scope) {
        var hotels = links.look(scope);
        var zones = hotels.stream().collect(Collectors.toMap(Link::hotel, hotel -> ZoneId.of(hotel.timeZone())));
        var shared = zones.values().stream().distinct().toList();
        var zone = shared.size() == 1 ? shared.get(0) : ZoneOffset.UTC;
        return new Dashboard(
                scope.in(zone),
                scope.hotelId() == null || hotels.isEmpty()
                        ? null
                        : hotels.get(0).hotel(),
                shared.size() == 1 ? zone.getId() : null,
                failures.look(scope, zones),
                imports.look(scope, zone),
                hotels,
                backlog(scope),
                outputs(scope, zone));
    }

    private Backlog backlog(Scope scope) {
        return jdbc.sql(BACKLOG)
                .param("hotel", scope.hotelId())
                .param("now", scope.moment())
                .param("late", scope.moment().minus(LATE))
                .query((row, number) -> {
                    var oldest = row.getObject("oldest", OffsetDateTime.class);
                    return new Backlog(
                            row.getLong("telegrams"),
                            oldest == null
                                    ? null
                                    : Long.valueOf(Math.max(
                                            0,
                                            Duration.between(oldest.toInstant(), scope.now())
                                                    .toSeconds())),
                            row.getLong("retries"),
                            row.getLong("overdue"));
                })
                .single();
    }

    private Outputs outputs(Scope scope, ZoneId zone) {
        return jdbc.sql(OUTPUTS)
                .param("hotel", scope.hotelId())
                .query((row, number) -> new Outputs(
                        row.getLong("open"),
                        row.getLong("waiting"),
                        row.getLong("due"),
                        row.getLong("escalated"),
                        LocalMoment.orNull(row, "oldest", zone)))
                .single();
    }
}
