package io.toritsugi.intake;

import io.toritsugi.api.PageAsked;
import io.toritsugi.database.LocalMoment;
import io.toritsugi.database.SqlFile;
import io.toritsugi.failure.StoredWords;
import io.toritsugi.intake.ImportCase.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every telegram ever accepted, with its outcome and its story, for people (R6.1). */
@Component
class ImportLog {

    private static final String LOG = SqlFile.text("intake/import-log");
    private static final String ONE = SqlFile.text("intake/one-import");
    private static final String TIMELINE = SqlFile.text("intake/timeline");

    private final JdbcClient jdbc;
    private final StoredWords words;

    ImportLog(JdbcClient jdbc, StoredWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    /** What is asked for, the newest first; one more than the page shows, where there is one. */
    List<ImportLine> list(@Nullable Integer hotelId, ImportsAsked asked, PageAsked page, Locale language) {
        return jdbc.sql(LOG)
                .params(asked.parameters(hotelId, page))
                .query((row, number) -> line(row, language))
                .list();
    }

    /** The hotel that a telegram belongs to, by its code; empty when there is no such telegram. */
    Optional<String> hotelOf(long telegramId) {
        return jdbc.sql("select h.code from telegram t join hotel h on h.id = t.hotel_id where t.id = :telegram")
                .param("telegram", telegramId)
                .query(String.class)
                .optional();
    }

    /** A telegram and its timeline; empty when there is none of this number. */
    Optional<ImportCase> find(long telegramId, Locale language) {
        return jdbc.sql(ONE)
                .param("telegram", telegramId)
                .query((row, number) -> importCase(row, language))
                .optional();
    }

    private ImportCase importCase(ResultSet row, Locale language) throws SQLException {
        var telegram = line(row, language);
        var facts = row.getString("failure_args");
        return new ImportCase(
                telegram,
                row.getString("via"),
                row.getObject("sent_at", LocalDateTime.class),
                row.getLong("bytes"),
                row.getString("sha256"),
                timeline(telegram, facts, ZoneId.of(row.getString("time_zone")), language));
    }

    private List<Event> timeline(ImportLine telegram, @Nullable String facts, ZoneId zone, Locale language) {
        List<Event> timeline = new ArrayList<>();
        timeline.add(new Event(
                telegram.receivedAt(),
                "received",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null));
        timeline.addAll(jdbc.sql(TIMELINE)
                .param("telegram", telegram.id())
                .param("reservation", telegram.reservation())
                .query((row, number) -> event(row, telegram, facts, zone, language))
                .list());
        return timeline;
    }

    private Event event(ResultSet row, ImportLine telegram, @Nullable String facts, ZoneId zone, Locale language)
            throws SQLException {
        var event = row.getString("event");
        var code = row.getString("failure_code");
        var subject = row.getObject("subject", Long.class);
        // The facts of an earlier refusal are not kept; those of the present one are the telegram's.
        var known = !event.equals("repeated") && Objects.equals(code, telegram.code()) ? facts : null;
        return new Event(
                LocalMoment.of(row, "at", zone),
                event,
                row.getString("what"),
                row.getString("outcome"),
                row.getString("failure_class"),
                code,
                words.message(code, known, language),
                row.getObject("duration_us", Long.class),
                event.equals("repeated") ? subject : null,
                event.startsWith("failure_") ? subject : null,
                event.equals("incident") ? subject : null,
                event.equals("reservation") ? telegram.reservation() : null,
                event.equals("reservation") ? subject : null,
                row.getString("who"),
                row.getString("note"));
    }

    private ImportLine line(ResultSet row, Locale language) throws SQLException {
        var zone = ZoneId.of(row.getString("time_zone"));
        var code = row.getString("failure_code");
        return new ImportLine(
                row.getLong("id"),
                row.getString("hotel"),
                LocalMoment.of(row, "received_at", zone),
                row.getObject("delivery_id", UUID.class),
                row.getInt("line"),
                row.getString("data_id"),
                row.getString("channel"),
                row.getString("booking_number"),
                row.getString("kind"),
                row.getString("outcome"),
                row.getString("failure_class"),
                code,
                words.message(code, row.getString("failure_args"), language),
                row.getObject("reservation_id", UUID.class),
                List.of((String[]) row.getArray("flags").getArray()),
                row.getObject("original_id", Long.class),
                LocalMoment.orNull(row, "settled_at", zone));
    }
}
