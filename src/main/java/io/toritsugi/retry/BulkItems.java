package io.toritsugi.retry;

import io.toritsugi.api.PageAsked;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.api.Problems;
import io.toritsugi.database.LocalMoment;
import io.toritsugi.database.SqlFile;
import io.toritsugi.failure.StoredWords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of the single failures of a bulk operation, in words. */
@Component
class BulkItems {

    private static final String ITEMS = SqlFile.text("retry/bulk-items");

    private final JdbcClient jdbc;
    private final StoredWords words;
    private final Problems problems;

    BulkItems(JdbcClient jdbc, StoredWords words, Problems problems) {
        this.jdbc = jdbc;
        this.words = words;
        this.problems = problems;
    }

    /** The items in order; one more than the page shows, where there is one. */
    List<BulkOperation.Item> list(BulkOperation operation, @Nullable String state, PageAsked page, Locale language) {
        return jdbc.sql(ITEMS)
                .param("operation", operation.id())
                .param("state", state)
                .param("after", Objects.requireNonNullElse(page.afterNumber(), 0L))
                .param("limit", page.rows())
                .query((row, number) -> item(row, operation, language))
                .list();
    }

    private BulkOperation.Item item(ResultSet row, BulkOperation operation, Locale language) throws SQLException {
        var reason = row.getString("reason");
        return new BulkOperation.Item(
                row.getInt("position"),
                row.getLong("failure_id"),
                row.getString("state"),
                row.getString("result"),
                reason,
                reason == null ? null : message(reason, language),
                LocalMoment.orNull(row, "ended_at", operation.requestedAt().getOffset()));
    }

    /** The reason is the code of a problem, or of the failure that came again. */
    private @Nullable String message(String reason, Locale language) {
        return Arrays.stream(ProblemCode.values())
                .filter(code -> code.code().equals(reason))
                .findFirst()
                .map(code -> problems.document(new ProblemException(code), language, "")
                        .detail())
                .orElseGet(() -> words.message(reason, null, language));
    }
}
