package io.toritsugi.confirm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.link.Fate;
import io.toritsugi.link.RemoteFailedException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down how a confirmation ended; refused to who comes after his lease, by the fencing number. */
@Component
class ConfirmationResults {

    private static final String CONFIRMED = """
            update output
            set state        = 'confirmed',
                confirmed_at = :now,
                settled_by   = 'answer',
                attempts     = attempts + 1,
                due_at       = null,
                refused_at   = null,
                last_code    = null,
                last_args    = null,
                last_message = null,
                leased_by    = null,
                lease_until  = null
            where id = :id
              and fence = :fence
              and state = 'due'
            """;

    private static final String POSTPONED = """
            update output
            set due_at      = :next,
                leased_by   = null,
                lease_until = null
            where id = :id
              and fence = :fence
              and state = 'due'
            """;

    private static final String FAILED = """
            update output
            set state        = case when attempts + 1 >= :most then 'escalated' else 'due' end,
                due_at       = case when attempts + 1 >= :most then null else :next::timestamptz end,
                attempts     = attempts + 1,
                refused_at   = case when :refused::boolean then coalesce(refused_at, :now) else refused_at end,
                last_code    = :code,
                last_args    = :facts::jsonb,
                last_message = :message,
                leased_by    = null,
                lease_until  = null
            where id = :id
              and fence = :fence
              and state = 'due'
            returning state
            """;

    private final JdbcClient jdbc;
    private final ConfirmSettings settings;
    private final ObjectMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConfirmationResults(
            JdbcClient jdbc,
            ConfirmSettings settings,
            ObjectMapper json,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    /**
     * TL-Lincoln said that it succeeded.
     *
     * @return whether the claim was still held
     */
    @Transactional
    public boolean confirmed(ClaimedOutput output) {
        var now = clock.instant();
        int written = jdbc.sql(CONFIRMED)
                .param("id", output.id())
                .param("fence", output.fence())
                .param("now", at(now))
                .update();
        if (written > 0) {
            events.publishEvent(new OutputConfirmed(output.hotelId(), output.id(), now));
        }
        return written > 0;
    }

    /**
     * It failed: tried again by schedule, or handed to a person. Where TL-Lincoln asked for patience, or we hold back
     * ourselves, it is no attempt.
     *
     * @return whether the claim was still held
     */
    @Transactional
    public boolean failed(ClaimedOutput output, RemoteFailedException failed) {
        if (failed.askAgainAt() != null) {
            return jdbc.sql(POSTPONED)
                            .param("id", output.id())
                            .param("fence", output.fence())
                            .param("next", at(failed.askAgainAt()))
                            .update()
                    > 0;
        }
        var now = clock.instant();
        var next = now.plus(settings.schedule().after(output.attempts() + 1));
        var state = jdbc.sql(FAILED)
                .param("id", output.id())
                .param("fence", output.fence())
                .param("most", settings.attempts())
                .param("next", at(next))
                .param("refused", failed.fate() == Fate.REFUSED)
                .param("now", at(now))
                .param("code", failed.failure().code().code())
                .param("facts", write(failed.failure().arguments()))
                .param("message", failed.failure().arguments().get("text"))
                .query(String.class)
                .optional();
        state.filter("escalated"::equals)
                .ifPresent(escalated -> events.publishEvent(new ConfirmationEscalated(
                        output.hotelId(), output.id(), words(output, failed.failure()), now)));
        return state.isPresent();
    }

    private static Failure words(ClaimedOutput output, Failure last) {
        var facts = new HashMap<>(last.arguments());
        facts.put("outputId", output.outputId());
        facts.put("attempts", Integer.toString(output.attempts() + 1));
        facts.putIfAbsent("text", last.code().code());
        return new Failure(FailureCode.REMOTE_NOT_CONFIRMED, last.stage(), facts);
    }

    private String write(Map<String, String> facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Facts of a failure cannot be written", impossible);
        }
    }

    private static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
