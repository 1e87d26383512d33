package io.toritsugi.hierarchy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.access.Caller;
import io.toritsugi.database.SqlFile;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The history of each hotel's hierarchy; takes entries and gives none back. */
@Component
class Revisions {

    private static final String NEWEST_FIRST = SqlFile.text("hierarchy/revisions");

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Revisions(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** The newest first. */
    List<Revision> list(int hotelId, @Nullable Long before, int rows) {
        return jdbc.sql(NEWEST_FIRST)
                .param("hotel", hotelId)
                .param("before", before)
                .param("rows", rows)
                .query((row, number) -> new Revision(
                        row.getLong("version"),
                        Difference.What.valueOf(row.getString("what").toUpperCase(Locale.ROOT)),
                        row.getObject("undoes", Long.class),
                        row.getString("before"),
                        row.getString("after"),
                        row.getObject("made_at", OffsetDateTime.class),
                        row.getString("made_by")))
                .list();
    }

    /** The last change. */
    Optional<Revision> last(int hotelId) {
        return list(hotelId, null, 1).stream().findFirst();
    }

    /** Adds the change that made a version, by the current caller. */
    void add(int hotelId, long version, Difference difference, @Nullable Long undone) {
        jdbc.sql("""
                        insert into hierarchy_revision (hotel_id, version, what, undoes, before, after, made_at, made_by)
                        values (:hotel, :version, :what, :undoes, :before::jsonb, :after::jsonb, :now, :who)
                        """)
                .param("hotel", hotelId)
                .param("version", version)
                .param("what", difference.what().spelling())
                .param("undoes", undone)
                .param("before", text(difference.before()))
                .param("after", text(difference.after()))
                .param("now", OffsetDateTime.now(clock))
                .param("who", Caller.currentOrSystem().name())
                .update();
    }

    private String text(Object state) {
        try {
            return json.writeValueAsString(state);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A change of a hierarchy cannot be written down", unwritable);
        }
    }
}
