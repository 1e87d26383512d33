package io.toritsugi.notify;

import io.toritsugi.api.PageAsked;
import io.toritsugi.api.ProblemException;
import io.toritsugi.database.LocalMoment;
import io.toritsugi.database.SqlFile;
import io.toritsugi.failure.StoredWords;
import io.toritsugi.notify.NotificationCase.Member;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads incidents for people. */
@Component
class Notifications {

    private static final String LIST = SqlFile.text("notify/incidents");
    private static final String ONE = SqlFile.text("notify/one-incident");
    private static final String TELEGRAMS = SqlFile.text("notify/telegrams-of-incident");
    private static final Set<String> STATES = Set.of("open", "acknowledged", "resolved");

    private final JdbcClient jdbc;
    private final StoredWords words;

    Notifications(JdbcClient jdbc, StoredWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    /**
     * The living incidents, or those of one state; one more than the page shows, where there is one.
     *
     * @param hotelId null for all hotels
     * @throws ProblemException {@code request.invalid} when there is no such state
     */
    List<Notification> list(@Nullable Integer hotelId, @Nullable String state, PageAsked page, Locale language) {
        if (state != null && !STATES.contains(state)) {
            throw ProblemException.ofField("state");
        }
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("hotel", hotelId);
        parameters.put("living", state == null);
        parameters.put("state", state);
        addPlace(page.after(), parameters);
        parameters.put("limit", page.rows());
        return jdbc.sql(LIST)
                .params(parameters)
                .query((row, number) -> notification(row, language))
                .list();
    }

    Optional<Notification> find(long id, Locale language) {
        return jdbc.sql(ONE)
                .param("id", id)
                .query((row, number) -> notification(row, language))
                .optional();
    }

    /** The incident with its telegrams. */
    NotificationCase withTelegrams(Notification notification, Locale language) {
        var zone = notification.lastSeen().getOffset();
        return new NotificationCase(
                notification,
                jdbc.sql(TELEGRAMS)
                        .param("id", notification.id())
                        .query((row, number) -> member(row, zone, language))
                        .list());
    }

    /** The place of an incident in the list, as its cursor spells it. */
    static String place(Notification notification) {
        return notification.lastSeen() + " " + notification.id();
    }

    private Notification notification(ResultSet row, Locale language) throws SQLException {
        var timeZone = row.getString("time_zone");
        var zone = timeZone == null ? ZoneOffset.UTC : ZoneId.of(timeZone);
        var code = row.getString("code");
        return new Notification(
                row.getLong("id"),
                row.getString("hotel"),
                row.getString("state"),
                row.getString("severity"),
                row.getString("category"),
                code,
                row.getString("failure_class"),
                String.valueOf(words.message(code, row.getString("arguments"), language)),
                row.getString("fingerprint"),
                row.getLong("occurrences"),
                LocalMoment.of(row, "first_seen", zone),
                LocalMoment.of(row, "last_seen", zone),
                row.getString("acknowledged_by"),
                LocalMoment.orNull(row, "acknowledged_at", zone),
                row.getString("acknowledgement"),
                LocalMoment.orNull(row, "resolved_at", zone),
                row.getString("resolution"));
    }

    private Member member(ResultSet row, ZoneId zone, Locale language) throws SQLException {
        var code = row.getString("failure_code");
        return new Member(
                row.getLong("telegram_id"),
                LocalMoment.of(row, "seen_at", zone),
                row.getString("channel"),
                row.getString("booking_number"),
                row.getString("kind"),
                row.getString("outcome"),
                row.getString("failure_class"),
                code,
                words.message(code, row.getString("failure_args"), language),
                row.getObject("failure", Long.class),
                row.getString("failure_state"));
    }

    private static void addPlace(@Nullable String after, Map<String, @Nullable Object> parameters) {
        var parts = after == null ? null : after.split(" ", 2);
        try {
            parameters.put("afterSeen", parts == null ? null : OffsetDateTime.parse(parts[0]));
            parameters.put("afterId", parts == null ? null : Long.valueOf(parts[parts.length - 1]));
        } catch (DateTimeException | NumberFormatException ofAnotherList) {
            throw ProblemException.ofField("cursor");
        }
    }
}
