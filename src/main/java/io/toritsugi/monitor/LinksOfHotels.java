package io.toritsugi.monitor;

import io.toritsugi.database.LocalMoment;
import io.toritsugi.database.SqlFile;
import io.toritsugi.failure.RemoteCircuit;
import io.toritsugi.failure.StoredWords;
import io.toritsugi.monitor.Dashboard.Link;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the hotels stand with TL-Lincoln. */
@Component
class LinksOfHotels {

    private static final String LINKS = SqlFile.text("monitor/links");

    private final JdbcClient jdbc;
    private final RemoteCircuit circuit;
    private final StoredWords words;

    LinksOfHotels(JdbcClient jdbc, RemoteCircuit circuit, StoredWords words) {
        this.jdbc = jdbc;
        this.circuit = circuit;
        this.words = words;
    }

    /** One for each hotel in scope, in the order of their codes. */
    List<Link> look(Scope scope) {
        return jdbc.sql(LINKS)
                .param("hotel", scope.hotelId())
                .param("now", scope.moment())
                .query((row, number) -> link(row, scope))
                .list();
    }

    private Link link(ResultSet row, Scope scope) throws SQLException {
        var zone = ZoneId.of(row.getString("time_zone"));
        var polled = row.getBoolean("poll");
        var open = polled && circuit.isOpen(row.getInt("id"));
        var code = polled ? row.getString("last_code") : null;
        return new Link(
                row.getString("hotel"),
                row.getString("name"),
                row.getString("time_zone"),
                polled ? state(row, open, scope) : "off",
                LocalMoment.orNull(row, "polled_well_at", zone),
                LocalMoment.orNull(row, "polled_at", zone),
                polled ? LocalMoment.orNull(row, "next_poll_at", zone) : null,
                polled ? row.getObject("poll_failures", Integer.class) : null,
                code,
                words.message(code, row.getString("last_args"), scope.language()),
                polled ? (open ? "open" : "closed") : null,
                later(LocalMoment.orNull(row, "backoff_until", zone), scope),
                LocalMoment.orNull(row, "maintained_until", zone));
    }

    private static String state(ResultSet row, boolean open, Scope scope) throws SQLException {
        var failures = row.getInt("poll_failures");
        if (row.getObject("maintained_until") != null) {
            return "maintenance";
        }
        if (open || failures >= row.getInt("alarm_after")) {
            return "failing";
        }
        var heldBack = later(row.getObject("backoff_until", OffsetDateTime.class), scope) != null;
        return failures > 0 || heldBack || overdue(row, scope) ? "slow" : "ok";
    }

    /** Whether the next poll should have been made for longer than the slower rhythm of the hotel is. */
    private static boolean overdue(ResultSet row, Scope scope) throws SQLException {
        var next = row.getObject("next_poll_at", OffsetDateTime.class);
        var rhythm = Math.max(row.getInt("poll_seconds"), row.getInt("night_poll_seconds"));
        return next != null && next.plusSeconds(rhythm).toInstant().isBefore(scope.now());
    }

    private static @Nullable OffsetDateTime later(@Nullable OffsetDateTime moment, Scope scope) {
        return moment != null && moment.toInstant().isAfter(scope.now()) ? moment : null;
    }
}
