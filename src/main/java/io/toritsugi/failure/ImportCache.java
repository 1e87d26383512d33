package io.toritsugi.failure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.database.Columns;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The import cache (R2.3): every refused telegram with its reason, until it becomes what it says or a person settles it. One
 * row a telegram, whatever happens to it. Writes in the caller's transaction.
 */
@Component
public class ImportCache {

    private static final String KEEP = """
            insert into import_failure (telegram_id, hotel_id, channel, channel_key, booking_number, kind, failure_class,
                                        failure_code, failure_args, stage, fingerprint, state, attempts, arrival,
                                        mapping_version, availability_version, created_at, updated_at)
            select telegram_id, hotel_id, channel, channel_key, booking_number, kind, failure_class,
                   failure_code, failure_args::jsonb, stage, fingerprint, state, attempted, arrival,
                   mapping_version, availability_version, at, at
            from unnest(?::bigint[], ?::integer[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::date[],
                        ?::bigint[], ?::bigint[], ?::timestamptz[])
                     as kept (telegram_id, hotel_id, channel, channel_key, booking_number, kind, failure_class,
                              failure_code, failure_args, stage, fingerprint, state, attempted, arrival,
                              mapping_version, availability_version, at)
            on conflict (telegram_id) do update
                set failure_class        = excluded.failure_class,
                    failure_code         = excluded.failure_code,
                    failure_args         = excluded.failure_args,
                    stage                = excluded.stage,
                    fingerprint          = excluded.fingerprint,
                    state                = case when import_failure.state = 'escalated'
                                                     and import_failure.failure_code = excluded.failure_code
                                                    then 'escalated'
                                                else excluded.state end,
                    attempts             = import_failure.attempts + excluded.attempts,
                    arrival              = excluded.arrival,
                    mapping_version      = excluded.mapping_version,
                    availability_version = excluded.availability_version,
                    version              = import_failure.version + 1,
                    resolution           = null,
                    resolved_at          = null,
                    archived_at          = null,
                    updated_at           = excluded.updated_at
            returning id, telegram_id, attempts, state
            """;

    private static final String KEEP_PAYLOAD = """
            insert into import_failure_payload (failure_id, translated, suggestion, waits_for)
            select failure_id, translated::jsonb, suggestion::jsonb, waits_for::jsonb
            from unnest(?::bigint[], ?::text[], ?::text[], ?::text[])
                     as kept (failure_id, translated, suggestion, waits_for)
            on conflict (failure_id) do update
                set translated = excluded.translated,
                    suggestion = excluded.suggestion,
                    waits_for  = excluded.waits_for
            """;

    private static final String ESCALATE = """
            update import_failure
            set state = 'escalated'
            where id = any (?::bigint[])
            """;

    private static final String CLOSE = """
            update import_failure
            set state       = 'resolved',
                resolution  = closed.resolution,
                resolved_at = closed.at,
                version     = import_failure.version + 1,
                updated_at  = closed.at
            from unnest(?::bigint[], ?::text[], ?::timestamptz[]) as closed (telegram_id, resolution, at)
            where import_failure.telegram_id = closed.telegram_id
              and import_failure.state in ('waiting', 'retrying', 'escalated')
            returning import_failure.id
            """;

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final RetrySchedule schedule;
    private final RetryPolicies policies;
    private final RetryQueue queue;
    private final ApplicationEventPublisher events;

    ImportCache(
            JdbcTemplate jdbc,
            ObjectMapper json,
            RetrySchedule schedule,
            RetryPolicies policies,
            RetryQueue queue,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.schedule = schedule;
        this.policies = policies;
        this.queue = queue;
        this.events = events;
    }

    /** Keeps refused telegrams, each with its next retry where time may heal it; opens a closed one again. */
    public void keep(Collection<CachedFailure> failures) {
        if (failures.isEmpty()) {
            return;
        }
        var byTelegram = new HashMap<Long, CachedFailure>();
        failures.forEach(failure -> byTelegram.put(failure.telegramId(), failure));
        var kept = keepRows(failures, byTelegram);
        keepPayloads(kept);
        scheduleRetries(kept);
    }

    /** Ends the open failures of these telegrams; telegrams without one are passed over. */
    public void close(Collection<ClosedFailure> closed) {
        if (closed.isEmpty()) {
            return;
        }
        var ids = new ArrayList<Long>();
        jdbc.query(
                CLOSE,
                (PreparedStatement statement) -> Columns.of(closed)
                        .column("int8", ClosedFailure::telegramId)
                        .column("text", ClosedFailure::resolution)
                        .column("timestamptz", ClosedFailure::at)
                        .bind(statement, 1),
                row -> {
                    ids.add(row.getLong(1));
                });
        queue.remove(ids);
    }

    private List<Kept> keepRows(Collection<CachedFailure> failures, Map<Long, CachedFailure> byTelegram) {
        var kept = new ArrayList<Kept>();
        jdbc.query(
                KEEP,
                (PreparedStatement statement) -> Columns.of(failures)
                        .column("int8", CachedFailure::telegramId)
                        .column("int4", CachedFailure::hotelId)
                        .column("text", CachedFailure::channel)
                        .column("text", CachedFailure::channelKey)
                        .column("text", CachedFailure::bookingNumber)
                        .column("text", CachedFailure::kind)
                        .column("text", failure -> failure.failure().failureClass())
                        .column("text", failure -> failure.failure().code().code())
                        .column("text", failure -> write(failure.failure().arguments()))
                        .column("text", failure -> failure.failure().stage())
                        .column("text", failure -> Fingerprint.of(failure.failure()))
                        .column("text", ImportCache::firstState)
                        .column("int4", failure -> failure.attempted() ? 1 : 0)
                        .column("date", CachedFailure::arrival)
                        .column("int8", CachedFailure::mappingVersion)
                        .column("int8", CachedFailure::availabilityVersion)
                        .column("timestamptz", CachedFailure::at)
                        .bind(statement, 1),
                row -> {
                    kept.add(new Kept(
                            row.getLong("id"),
                            byTelegram.get(row.getLong("telegram_id")),
                            row.getInt("attempts"),
                            row.getString("state")));
                });
        return kept;
    }

    private void keepPayloads(List<Kept> kept) {
        jdbc.update(
                KEEP_PAYLOAD,
                (PreparedStatement statement) -> Columns.of(kept)
                        .column("int8", Kept::id)
                        .column("text", row -> writeNullable(row.failure().translated()))
                        .column("text", row -> writeNullable(row.failure().suggestion()))
                        .column("text", row -> writeNullable(row.failure().waitsFor()))
                        .bind(statement, 1));
    }

    private void scheduleRetries(List<Kept> kept) {
        var policyOf = policies.of(kept.stream().map(Kept::hotelId).collect(Collectors.toSet()));
        var byFuture = kept.stream()
                .collect(Collectors.partitioningBy(
                        row -> row.failure().failure().code().retryable()
                                && row.attempts() < policyOf.get(row.hotelId()).attempts()));
        queue.schedule(byFuture.get(true).stream()
                .map(row -> scheduled(row, policyOf.get(row.hotelId())))
                .toList());
        var finished = byFuture.get(false);
        queue.remove(finished.stream().map(Kept::id).toList());
        escalate(finished.stream()
                .filter(row -> !row.state().equals("escalated"))
                .toList());
    }

    private RetryQueue.Scheduled scheduled(Kept row, RetryPolicy policy) {
        var at = row.failure().at();
        var wait = policy.waitAfter(Math.max(1, row.attempts()), schedule.jitter());
        return new RetryQueue.Scheduled(row.id(), at.plus(wait), row.attempts() + 1, at);
    }

    private void escalate(List<Kept> usedUp) {
        if (usedUp.isEmpty()) {
            return;
        }
        jdbc.update(
                ESCALATE,
                (PreparedStatement statement) ->
                        Columns.of(usedUp).column("int8", Kept::id).bind(statement, 1));
        events.publishEvent(new FailuresEscalated(usedUp.stream()
                .map(row -> new FailuresEscalated.Escalated(
                        row.id(),
                        row.failure().telegramId(),
                        row.hotelId(),
                        row.failure().failure(),
                        row.failure().at()))
                .toList()));
    }

    private static String firstState(CachedFailure failure) {
        return failure.failure().code().retryable() ? "waiting" : "escalated";
    }

    private @Nullable String writeNullable(@Nullable Object value) {
        return value == null ? null : write(value);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException notSerialisable) {
            throw new IllegalStateException("Cannot write " + value.getClass() + " as JSON", notSerialisable);
        }
    }

    private record Kept(long id, CachedFailure failure, int attempts, String state) {

        int hotelId() {
            return failure.hotelId();
        }
    }
}
