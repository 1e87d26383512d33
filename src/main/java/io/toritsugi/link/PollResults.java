package io.toritsugi.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.database.SqlFile;
import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down how a poll ended, and with it the turn: when the hotel is polled next, and whether somebody has to know. A turn
 * that was lost meanwhile writes nothing.
 */
@Component
public class PollResults {

    /** What does not go away by itself: somebody is told at once. */
    private static final Set<FailureCode> AT_ONCE =
            Set.of(FailureCode.REMOTE_CREDENTIALS, FailureCode.REMOTE_NO_CREDENTIALS, FailureCode.REMOTE_KEYS_LOST);

    private static final String SUCCEEDED = SqlFile.text("link/poll-succeeded");
    private static final String FAILED = SqlFile.text("link/poll-failed");
    private static final String POSTPONED = SqlFile.text("link/poll-postponed");

    private final JdbcClient jdbc;
    private final ConnectionStore connections;
    private final HotelTurns turns;
    private final LinkSettings settings;
    private final ObjectMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PollResults(
            JdbcClient jdbc,
            ConnectionStore connections,
            HotelTurns turns,
            LinkSettings settings,
            ObjectMapper json,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.connections = connections;
        this.turns = turns;
        this.settings = settings;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    /**
     * All of the answer is stored.
     *
     * @param askedAt when the poll was sent
     * @param more whether it brought something new, so that there may be more: then it is polled again within seconds
     * @return whether the turn was still held
     */
    @Transactional
    public boolean succeeded(HotelTurn turn, Instant askedAt, boolean more) {
        turns.ended(turn);
        var now = clock.instant();
        var next = more ? now.plus(settings.againAfter()) : next(turn, now);
        var failuresBefore = jdbc.sql(SUCCEEDED)
                .param("hotel", turn.hotelId())
                .param("fence", turn.fence())
                .param("askedAt", at(askedAt))
                .param("now", at(now))
                .param("next", at(next))
                .query(Integer.class)
                .optional();
        if (failuresBefore.orElse(0) > 0) {
            events.publishEvent(new LinkRestored(turn.hotelId(), now));
        }
        return failuresBefore.isPresent();
    }

    /**
     * There is no answer, or not all of it is stored.
     *
     * @return whether the turn was still held
     */
    @Transactional
    public boolean failed(HotelTurn turn, RemoteFailedException failed) {
        turns.ended(turn);
        var now = clock.instant();
        var unsettled = failed.fate() == Fate.UNKNOWN ? turn.begunAt() : null;
        if (failed.askAgainAt() != null && failed.fate() == Fate.NOT_SENT) {
            return postponed(turn, failed.askAgainAt());
        }
        var failures = jdbc.sql(FAILED)
                .param("hotel", turn.hotelId())
                .param("fence", turn.fence())
                .param("now", at(now))
                .param("next", at(later(next(turn, now), failed.askAgainAt())))
                .param("unsettledSince", at(turn.unsettledSince() == null ? unsettled : turn.unsettledSince()))
                .param("code", failed.failure().code().code())
                .param("facts", write(failed.failure().arguments()))
                .query((row, number) -> new Failures(row.getInt("poll_failures"), row.getInt("alarm_after")))
                .optional();
        failures.filter(count -> count.inARow() >= count.alarmAfter()
                        || AT_ONCE.contains(failed.failure().code()))
                .ifPresent(count ->
                        events.publishEvent(new LinkTroubled(turn.hotelId(), counted(failed.failure(), count), now)));
        return failures.isPresent();
    }

    /** We hold back ourselves: neither a poll nor a failure. */
    private boolean postponed(HotelTurn turn, Instant until) {
        return jdbc.sql(POSTPONED)
                        .param("hotel", turn.hotelId())
                        .param("fence", turn.fence())
                        .param("next", at(until))
                        .param("unsettledSince", at(turn.unsettledSince()))
                        .update()
                > 0;
    }

    private Instant next(HotelTurn turn, Instant now) {
        return connections
                .find(turn.hotelId())
                .map(connection -> PollRhythm.next(connection, now))
                .orElse(now);
    }

    private static Failure counted(Failure failure, Failures count) {
        var facts = new HashMap<>(failure.arguments());
        facts.put("count", Integer.toString(count.inARow()));
        return new Failure(failure.code(), failure.stage(), facts);
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant moment) {
        return moment == null ? null : OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private String write(Map<String, String> facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Facts of a failure cannot be written", impossible);
        }
    }

    private record Failures(int inARow, int alarmAfter) {}
}
