package io.toritsugi.monitor;

import io.toritsugi.access.GuestPrivacy;
import io.toritsugi.database.SqlFile;
import io.toritsugi.failure.StoredWords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds bookings, guests, room types and failures by what somebody has at hand. */
@Component
class SearchDesk {

    private static final String SEARCH = SqlFile.text("monitor/search");
    private static final Pattern WILD = Pattern.compile("[\\\\%_]");

    private final JdbcClient jdbc;
    private final StoredWords words;

    SearchDesk(JdbcClient jdbc, StoredWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    /**
     * What fits: open failures first, then reservations, room types and telegrams, of each what is nearest to today.
     *
     * @param text in the normal form of names
     * @param limit how many at most
     */
    List<SearchHit> find(Scope scope, String text, int limit) {
        var literally = WILD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("\\\\$0");
        return jdbc.sql(SEARCH)
                .param("hotel", scope.hotelId())
                .param("text", text)
                .param("prefix", literally + "%")
                .param("part", "%" + literally + "%")
                // Letter by letter, a search would tell the name that the answer masks.
                .param("guests", scope.privacy() == GuestPrivacy.OPEN)
                .param("today", LocalDate.ofInstant(scope.now(), ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> hit(row, scope))
                .list();
    }

    private SearchHit hit(ResultSet row, Scope scope) throws SQLException {
        var kind = row.getString("kind");
        var title = row.getString("title");
        var code = row.getString("failure_code");
        return new SearchHit(
                kind,
                row.getString("id"),
                row.getString("hotel"),
                kind.equals("reservation") ? scope.privacy().name(title) : title,
                code == null
                        ? row.getString("subtitle")
                        : words.message(code, row.getString("failure_args"), scope.language()),
                row.getObject("date", LocalDate.class));
    }
}
