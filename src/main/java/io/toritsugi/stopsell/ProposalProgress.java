package io.toritsugi.stopsell;

import io.toritsugi.database.SqlFile;
import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a proposal has come to by its requests, and who has to know. Runs in the caller's transaction. */
@Component
class ProposalProgress {

    private static final String SETTLE = SqlFile.text("stopsell/settle-proposal");

    private static final String NAMED = """
            select t.code as room_type, lower(p.nights)::text as first, (upper(p.nights) - 1)::text as last
            from stop_sell_proposal p
                     join room_type t on t.id = p.room_type_id
            where p.id = :proposal
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProposalProgress(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Brings a proposal's state in line with its requests.
     *
     * @param last how the last request failed; null when it did not, or when nobody knows why
     */
    void settle(long proposal, @Nullable Failure last) {
        var moved =
                jdbc.sql(SETTLE).param("proposal", proposal).query(Moved.class).single();
        if (moved.after().equals(moved.before())) {
            return;
        }
        switch (moved.after()) {
            case "failed" ->
                events.publishEvent(
                        new StopSellEscalated(moved.hotelId(), proposal, words(proposal, last), clock.instant()));
            case "sent" -> events.publishEvent(new StopSellSettled(moved.hotelId(), proposal, clock.instant()));
            default -> {
                // Under way again: whoever was told hears when it ends.
            }
        }
    }

    private Failure words(long proposal, @Nullable Failure last) {
        Map<String, String> facts = new HashMap<>(last == null ? Map.of() : last.arguments());
        jdbc.sql(NAMED).param("proposal", proposal).query(row -> {
            facts.put("roomType", row.getString("room_type"));
            facts.put("nights", row.getString("first") + " – " + row.getString("last"));
        });
        if (last != null) {
            facts.putIfAbsent("text", last.code().code());
        }
        return new Failure(FailureCode.REMOTE_STOP_SELL, "stop-sell", facts);
    }

    private record Moved(int hotelId, String before, String after) {}
}
