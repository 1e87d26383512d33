package io.toritsugi.failure;

import io.toritsugi.api.PageAsked;
import io.toritsugi.api.ProblemException;
import io.toritsugi.database.LocalMoment;
import io.toritsugi.database.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Groups failures by their cause: thirty failures of one cause are one line, and one thing to do. */
@Component
public class FailureCauses {

    private static final String BY_CAUSE = SqlFile.text("failure/by-cause");

    private final JdbcClient jdbc;
    private final StoredWords words;
    private final Clock clock;

    FailureCauses(JdbcClient jdbc, StoredWords words, Clock clock) {
        this.jdbc = jdbc;
        this.words = words;
        this.clock = clock;
    }

    /** A group and its place in the list: how many, and the number of the newest. */
    record Placed(FailureGroup group, long newest) {

        String place() {
            return group.count() + " " + newest;
        }
    }

    /** The causes of what is asked for, the most frequent first; one more than the page shows, where there is one. */
    List<Placed> list(@Nullable Integer hotelId, FailuresAsked asked, PageAsked page, Locale language) {
        var parameters = asked.parameters(hotelId, clock.instant());
        addPlace(page.after(), parameters);
        parameters.put("limit", page.rows());
        return jdbc.sql(BY_CAUSE)
                .params(parameters)
                .query((row, number) -> placed(row, language))
                .list();
    }

    /**
     * The most frequent causes of what is open now.
     *
     * @param hotelId null for all hotels
     * @param most how many at most
     */
    public List<FailureGroup> mostFrequent(@Nullable Integer hotelId, int most, Locale language) {
        return list(hotelId, FailuresAsked.OPEN_ONES, new PageAsked(null, most), language).stream()
                .limit(most)
                .map(Placed::group)
                .toList();
    }

    private Placed placed(ResultSet row, Locale language) throws SQLException {
        var code = FailureCode.of(row.getString("failure_code"));
        var zone = FailureDesk.zone(row);
        return new Placed(
                new FailureGroup(
                        row.getString("fingerprint"),
                        row.getString("hotel"),
                        FailureClass.valueOf(row.getString("failure_class")),
                        code.code(),
                        words.message(code, words.facts(row.getString("failure_args")), language),
                        row.getLong("failures"),
                        LocalMoment.of(row, "first_seen", zone),
                        LocalMoment.of(row, "last_seen", zone),
                        row.getObject("next_arrival", LocalDate.class),
                        List.of((Long[]) row.getArray("examples").getArray())),
                row.getLong("newest"));
    }

    private static void addPlace(@Nullable String after, Map<String, @Nullable Object> parameters) {
        var parts = after == null ? null : after.split(" ", 2);
        try {
            parameters.put("afterCount", parts == null ? null : Long.valueOf(parts[0]));
            parameters.put("afterNewest", parts == null ? null : Long.valueOf(parts[parts.length - 1]));
        } catch (NumberFormatException ofAnotherList) {
            throw ProblemException.ofField("cursor");
        }
    }
}
