package io.toritsugi.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes down what was done, by whom, from where. Call it in the transaction of the change: then there is no change without
 * its entry, and no entry without its change. The table takes rows and gives none back. Safe for many threads.
 */
@Component
public class Audit {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    Audit(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Records an action of the current caller, or of the application itself where nobody calls.
     *
     * @param action what was done, as {@code room.verb}: {@code mapping.created}
     * @param hotelId the hotel that it concerns; null when it concerns none or all
     * @param subject what it was done to, as a person names it
     * @param before how that was before, to be shown as JSON; null when it was not. No secrets
     * @param after how it is now; null when it is no more. No secrets
     */
    public void record(
            String action, @Nullable Integer hotelId, String subject, @Nullable Object before, @Nullable Object after) {
        record(Caller.currentOrSystem(), action, hotelId, subject, before, after);
    }

    /** As {@link #record(String, Integer, String, Object, Object)}, for a caller that is known otherwise. */
    public void record(
            Caller caller,
            String action,
            @Nullable Integer hotelId,
            String subject,
            @Nullable Object before,
            @Nullable Object after) {
        jdbc.sql("""
                        insert into audit (recorded_at, who, address, action, hotel_id, subject, before, after)
                        values (:now, :who, :address, :action, :hotel, :subject, :before::jsonb, :after::jsonb)
                        """)
                .param("now", OffsetDateTime.now(clock))
                .param("who", caller.name())
                .param("address", caller.address())
                .param("action", action)
                .param("hotel", hotelId)
                .param("subject", subject)
                .param("before", text(before))
                .param("after", text(after))
                .update();
    }

    private @Nullable String text(@Nullable Object state) {
        try {
            return state == null ? null : json.writeValueAsString(state);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("Not to be written as JSON: " + state.getClass(), unwritable);
        }
    }
}
