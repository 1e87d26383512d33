package io.toritsugi.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.database.Columns;
import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.failure.FailureDismissed;
import io.toritsugi.failure.FailureReplaced;
import io.toritsugi.failure.FailuresEscalated;
import io.toritsugi.failure.Fingerprint;
import io.toritsugi.intake.TelegramsRepeated;
import io.toritsugi.intake.TelegramsRepeated.Repetition;
import io.toritsugi.reservation.BatchSettled;
import io.toritsugi.reservation.CacheEffect;
import io.toritsugi.reservation.SettledTelegram;
import io.toritsugi.telegram.TelegramKind;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Raises incidents: failures of one cause are one incident with a count, and it ends by itself when the last of them is
 * over (R3.1). Writes in the transaction of what it is told of.
 */
@Component
class IncidentDesk {

    private static final String CATEGORY = "import";

    private static final String RAISE = """
            with raised as (
                select telegram_id, hotel_id, fingerprint, code, failure_class, arguments::jsonb as arguments, at
                from unnest(?::bigint[], ?::integer[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
                         as r (telegram_id, hotel_id, fingerprint, code, failure_class, arguments, at)),
                 fresh as (
                     select r.*
                     from raised r
                     where not exists (select 1
                                       from incident_telegram m
                                                join incident i on i.id = m.incident_id
                                       where m.telegram_id = r.telegram_id
                                         and i.fingerprint = r.fingerprint
                                         and i.state <> 'resolved')),
                 living as (
                     insert into incident (hotel_id, fingerprint, category, severity, code, failure_class, arguments,
                                           occurrences, first_seen, last_seen)
                         select hotel_id, fingerprint, ?, 'warning', min(code), min(failure_class),
                                (array_agg(arguments))[1], count(*), min(at), max(at)
                         from fresh
                         group by hotel_id, fingerprint
                         on conflict (hotel_id, fingerprint) where state <> 'resolved' do update
                             set occurrences = incident.occurrences + excluded.occurrences,
                                 last_seen   = greatest(incident.last_seen, excluded.last_seen)
                         returning id, hotel_id, fingerprint)
            insert into incident_telegram (incident_id, telegram_id, seen_at)
            select living.id, fresh.telegram_id, fresh.at
            from fresh
                     join living on living.hotel_id = fresh.hotel_id and living.fingerprint = fresh.fingerprint
            on conflict do nothing
            """;

    // An incident that also gathers contradictions (no failure behind them) is left to a person.
    private static final String RESOLVE = """
            update incident
            set state       = 'resolved',
                resolved_at = ?::timestamptz,
                resolution  = ?
            where state <> 'resolved'
              and category = ?
              and id in (select m.incident_id from incident_telegram m where m.telegram_id = any (?::bigint[]))
              and not exists (select 1
                              from incident_telegram m
                                       left join import_failure f on f.telegram_id = m.telegram_id
                              where m.incident_id = incident.id
                                and (f.id is null
                                  or (f.state in ('waiting', 'retrying', 'escalated')
                                      and f.fingerprint = incident.fingerprint)))
            """;

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    IncidentDesk(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @EventListener
    void note(BatchSettled batch) {
        raise(batch.telegrams().stream()
                .filter(IncidentDesk::needsPerson)
                .map(telegram -> new Raised(
                        telegram.head().id(), telegram.head().hotelId(), telegram.failure(), telegram.settledAt()))
                .toList());
        // A telegram that waits for another reason than before has left the incident of the old reason.
        var moved = batch.telegrams().stream()
                .filter(telegram -> telegram.cache() != CacheEffect.NONE)
                .filter(telegram -> telegram.cache() != CacheEffect.OPEN || retried(telegram))
                .map(telegram -> telegram.head().id())
                .toList();
        if (!moved.isEmpty()) {
            resolve(moved, "healed", batch.telegrams().get(0).settledAt());
        }
    }

    /** Of failures for which nobody had to be called before; those that were shown from the start are counted once. */
    @EventListener
    void note(FailuresEscalated escalated) {
        raise(escalated.failures().stream()
                .map(used -> new Raised(used.telegramId(), used.hotelId(), used.failure(), used.at()))
                .toList());
    }

    @EventListener
    void note(FailureDismissed dismissed) {
        resolve(List.of(dismissed.telegramId()), "dismissed", dismissed.at());
    }

    @EventListener
    void note(FailureReplaced replaced) {
        resolve(List.of(replaced.telegramId()), "healed", replaced.at());
    }

    @EventListener
    void note(TelegramsRepeated repeated) {
        raise(repeated.repetitions().stream()
                .filter(Repetition::otherContent)
                .map(contradiction -> new Raised(
                        contradiction.telegramId(),
                        contradiction.hotelId(),
                        new Failure(
                                FailureCode.DUPLICATE_OTHER_CONTENT,
                                "store",
                                Map.of(
                                        "channel", String.valueOf(contradiction.channelKey()),
                                        "codes", String.valueOf(contradiction.dataId()),
                                        "original", String.valueOf(contradiction.originalId()))),
                        contradiction.receivedAt()))
                .toList());
    }

    private void raise(Collection<Raised> raised) {
        if (raised.isEmpty()) {
            return;
        }
        jdbc.update(RAISE, (PreparedStatement statement) -> {
            Columns.of(raised)
                    .column("int8", Raised::telegramId)
                    .column("int4", Raised::hotelId)
                    .column("text", row -> Fingerprint.of(row.failure()))
                    .column("text", row -> row.failure().code().code())
                    .column("text", row -> row.failure().failureClass())
                    .column("text", row -> write(row.failure().arguments()))
                    .column("timestamptz", Raised::at)
                    .bind(statement, 1);
            statement.setString(8, CATEGORY);
        });
    }

    private void resolve(List<Long> telegrams, String resolution, Instant at) {
        jdbc.update(RESOLVE, (PreparedStatement statement) -> {
            statement.setString(1, at.toString());
            statement.setString(2, resolution);
            statement.setString(3, CATEGORY);
            Columns.of(telegrams).column("int8", id -> id).bind(statement, 4);
        });
    }

    private static boolean retried(SettledTelegram telegram) {
        return telegram.trigger() == null || !telegram.trigger().spelling().equals("initial");
    }

    private static boolean needsPerson(SettledTelegram telegram) {
        if (telegram.cache() != CacheEffect.OPEN || telegram.failure() == null) {
            return false;
        }
        // A cancellation that nothing is known of may cost the hotel a guest's anger: shown at once (domain notes
        // §8.2).
        return telegram.failure().code().healing().needsPerson()
                || telegram.head().kind() == TelegramKind.CANCELLATION;
    }

    private String write(Map<String, String> arguments) {
        try {
            return json.writeValueAsString(arguments);
        } catch (JsonProcessingException notSerialisable) {
            throw new IllegalStateException("Cannot write the arguments of an incident", notSerialisable);
        }
    }

    private record Raised(long telegramId, int hotelId, Failure failure, Instant at) {}
}
