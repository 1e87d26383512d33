package io.toritsugi.notify.live;

import io.toritsugi.database.SqlFile;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the outbox by moments of commit, so that an event is found once, however late its transaction commits. */
@Component
class EventLog {

    private static final String SINCE = SqlFile.text("notify/events-since");

    private final JdbcClient jdbc;

    EventLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** This moment. */
    SeenTransactions now() {
        return SeenTransactions.parse(jdbc.sql("select pg_current_snapshot()::text")
                .query(String.class)
                .single());
    }

    /** Whether everything after a cursor is still there, and the cursor one of this database. */
    boolean canContinue(Cursor cursor, SeenTransactions now) {
        var forgotten = jdbc.sql("select tx::text::bigint from outbox_forgotten")
                .query(Long.class)
                .single();
        return now.contains(cursor.latest()) && forgotten < cursor.seen().oldestUnseen();
    }

    /**
     * What was committed after a cursor and up to a later moment, in order.
     *
     * @param hotels null for all, and for what concerns the whole house
     */
    List<LiveEvent> after(
            Cursor cursor,
            SeenTransactions to,
            @Nullable Collection<Integer> hotels,
            Collection<String> topics,
            int limit) {
        return jdbc.sql(SINCE)
                .param("next", Long.toString(cursor.seen().next()))
                .param("running", cursor.seen().runningArray())
                .param("to", to.toString())
                .param("tx", Long.toString(cursor.tx()))
                .param("id", cursor.id())
                .param("hotels", hotels == null ? null : hotels.toArray(Integer[]::new), Types.ARRAY)
                .param("topics", topics.toArray(String[]::new))
                .param("limit", limit)
                .query((row, number) -> new LiveEvent(
                        row.getLong("tx"),
                        row.getLong("id"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getObject("hotel_id", Integer.class),
                        row.getString("hotel"),
                        row.getString("topic"),
                        row.getString("kind"),
                        row.getString("data")))
                .list();
    }
}
