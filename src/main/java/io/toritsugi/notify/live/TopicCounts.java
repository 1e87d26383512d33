package io.toritsugi.notify.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.toritsugi.database.SqlFile;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** How things stand in each topic, for who begins to listen. */
@Component
class TopicCounts {

    private static final String OPEN_FAILURES = SqlFile.text("notify/open-failures");
    private static final String BACKLOG = SqlFile.text("notify/backlog");
    private static final String RUNNING_BULK = SqlFile.text("notify/running-bulk-operations");
    private static final String LIVING_INCIDENTS = SqlFile.text("notify/living-incidents");

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    TopicCounts(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** By the names that were asked for. */
    Map<String, JsonNode> of(Subscription subscription) {
        var counts = new LinkedHashMap<String, JsonNode>();
        subscription.parts().forEach(part -> counts.put(part.name(), of(part)));
        return counts;
    }

    private JsonNode of(Subscription.Part part) {
        return switch (part.topic()) {
            case FAILURES -> openFailures(part.hotelId());
            case IMPORTS ->
                json.createObjectNode()
                        .put(
                                "backlog",
                                of(BACKLOG, part.hotelId()).query(Long.class).single());
            case BULK -> runningBulk(part.hotelId());
            case OVERVIEW -> livingIncidents(part.hotelId());
        };
    }

    private JsonNode openFailures(@Nullable Integer hotel) {
        var counts = json.createObjectNode();
        counts.put("open", 0);
        var byClass = counts.putObject("byClass");
        var byState = counts.putObject("byState");
        of(OPEN_FAILURES, hotel).query(row -> {
            add(counts, "open", row.getLong("failures"));
            add(byClass, row.getString("failure_class"), row.getLong("failures"));
            add(byState, row.getString("state"), row.getLong("failures"));
        });
        return counts;
    }

    private static void add(ObjectNode counts, String name, long more) {
        counts.put(name, counts.path(name).asLong() + more);
    }

    private JsonNode runningBulk(@Nullable Integer hotel) {
        var counts = json.createObjectNode();
        var running = counts.putArray("running");
        of(RUNNING_BULK, hotel).query(row -> {
            running.addObject()
                    .put("id", row.getString("id"))
                    .put("hotel", row.getString("hotel"))
                    .put("action", row.getString("action"))
                    .put("state", row.getString("state"))
                    .put("wave", row.getInt("wave"))
                    .put("total", row.getInt("total"))
                    .put("done", row.getInt("done"))
                    .put("failed", row.getInt("failed"))
                    .put("skipped", row.getInt("skipped"));
        });
        return counts;
    }

    private JsonNode livingIncidents(@Nullable Integer hotel) {
        return of(LIVING_INCIDENTS, hotel)
                .query((row, number) -> {
                    var counts = json.createObjectNode();
                    counts.putObject("incidents")
                            .put("open", row.getLong("open"))
                            .put("acknowledged", row.getLong("acknowledged"));
                    return counts;
                })
                .single();
    }

    private StatementSpec of(String statement, @Nullable Integer hotel) {
        return jdbc.sql(statement).param("hotel", hotel, Types.INTEGER);
    }
}
