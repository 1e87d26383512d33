package io.toritsugi.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.database.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of connections, read anew whenever one is needed: what a person changes holds for the next call. */
@Component
class ConnectionStore {

    private static final String FIND = SqlFile.text("link/connection-of-hotel");
    private static final String PUT = SqlFile.text("link/put-connection");
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    ConnectionStore(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Optional<Connection> find(int hotelId) {
        return jdbc.sql(FIND)
                .param("hotel", hotelId)
                .query((row, number) -> connection(row))
                .optional();
    }

    /**
     * Makes the connection or changes what is given of it. Whoever is changed is polled at once.
     *
     * @param address checked
     * @param sealed null leaves the credentials as they are
     * @param elsewhere whether it is another partner from now on, who did not ask for patience
     */
    void put(
            int hotelId,
            @Nullable String address,
            byte @Nullable [] sealed,
            boolean elsewhere,
            ConnectionWanted wanted) {
        jdbc.sql(PUT)
                .param("hotel", hotelId)
                .param("address", address)
                .param("systemId", wanted.systemId())
                .param("sealed", sealed)
                .param("poll", wanted.poll())
                .param("pollSeconds", wanted.pollSeconds())
                .param("nightPollSeconds", wanted.nightPollSeconds())
                .param("dayBegins", wanted.dayBegins())
                .param("dayEnds", wanted.dayEnds())
                .param("connectTimeout", wanted.connectTimeoutMs())
                .param("readTimeout", wanted.readTimeoutMs())
                .param("requestsPerMinute", wanted.requestsPerMinute())
                .param("rowsPerRequest", wanted.rowsPerRequest())
                .param("maxAnswerBytes", wanted.maxAnswerBytes())
                .param("breakerFailures", wanted.breakerFailures())
                .param("breakerOpen", wanted.breakerOpenMs())
                .param("alarmAfter", wanted.alarmAfter())
                .param("elsewhere", elsewhere)
                .param("now", OffsetDateTime.now(clock))
                .update();
        if (wanted.confirmPolicy() != null) {
            jdbc.sql("update hotel set confirm_policy = :policy where id = :hotel")
                    .param("policy", wanted.confirmPolicy())
                    .param("hotel", hotelId)
                    .update();
        }
    }

    private Connection connection(ResultSet row) throws SQLException {
        return new Connection(
                row.getInt("hotel_id"),
                row.getString("hotel"),
                ZoneId.of(row.getString("time_zone")),
                row.getLong("version"),
                row.getString("address"),
                row.getString("system_id"),
                row.getBytes("credentials"),
                row.getBoolean("poll"),
                row.getInt("poll_seconds"),
                row.getInt("night_poll_seconds"),
                row.getObject("day_begins", LocalTime.class),
                row.getObject("day_ends", LocalTime.class),
                row.getInt("connect_timeout_ms"),
                row.getInt("read_timeout_ms"),
                row.getInt("requests_per_minute"),
                row.getInt("rows_per_request"),
                row.getLong("max_answer_bytes"),
                row.getInt("breaker_failures"),
                row.getInt("breaker_open_ms"),
                row.getInt("alarm_after"),
                row.getString("confirm_policy"),
                state(row));
    }

    private Connection.State state(ResultSet row) throws SQLException {
        return new Connection.State(
                moment(row, "polled_at"),
                moment(row, "polled_well_at"),
                moment(row, "next_poll_at"),
                row.getInt("poll_failures"),
                moment(row, "backoff_until"),
                row.getString("last_code"),
                facts(row.getString("last_args")),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private Map<String, String> facts(@Nullable String stored) {
        try {
            return stored == null ? Map.of() : json.readValue(stored, FACTS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("Stored facts of a link are no JSON object", broken);
        }
    }
}
