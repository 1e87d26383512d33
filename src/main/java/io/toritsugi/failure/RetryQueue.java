package io.toritsugi.failure;

import io.toritsugi.database.Columns;
import io.toritsugi.database.SqlFile;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of retries. A retry is claimed for a while under a number that nobody had before (the fence); the claim is renewed
 * while its telegram is under way, and whoever decides about the telegram shows the number in the transaction that writes the
 * decision. So a worker who was paused beyond his lease changes nothing. Each method is one statement, for any number of
 * retries. Safe for many threads and nodes.
 */
@Component
public class RetryQueue {

    private static final String CLAIM = SqlFile.text("retry/claim-due");
    private static final String RENEW = SqlFile.text("retry/renew-leases");
    private static final String STILL_HELD = SqlFile.text("retry/still-held");
    private static final String GIVE_BACK = SqlFile.text("retry/give-back");

    private static final String SCHEDULE = """
            insert into retry_queue (failure_id, hotel_id, due_at, priority, urgent_at, remote, attempt)
            select scheduled.failure_id, f.hotel_id, greatest(scheduled.due_at, f.snoozed_until),
                   case when arrival.urgent_at <= scheduled.at then 0 else 1 end, arrival.urgent_at,
                   f.failure_class = 'REMOTE', scheduled.attempt
            from unnest(?::bigint[], ?::timestamptz[], ?::integer[], ?::timestamptz[])
                     as scheduled (failure_id, due_at, attempt, at)
                     join import_failure f on f.id = scheduled.failure_id
                     join hotel h on h.id = f.hotel_id
                     cross join lateral (
                select (f.arrival::timestamp at time zone h.time_zone) - make_interval(secs => ?) as urgent_at) as arrival
            on conflict (failure_id) do update
                set due_at      = excluded.due_at,
                    priority    = excluded.priority,
                    urgent_at   = excluded.urgent_at,
                    remote      = excluded.remote,
                    attempt     = excluded.attempt,
                    fence       = excluded.fence,
                    leased_by   = null,
                    lease_until = null
            """;

    private static final String REMOVE = "delete from retry_queue where failure_id = any (?::bigint[])";

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final RetrySchedule schedule;
    private final Clock clock;

    RetryQueue(JdbcTemplate batches, JdbcClient jdbc, RetrySchedule schedule, Clock clock) {
        this.batches = batches;
        this.jdbc = jdbc;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** Where a look at what is due goes on: behind the last row that it took, in each priority. */
    public record Place(Instant urgentDue, long urgentId, Instant otherDue, long otherId) {

        /** The beginning. */
        public static final Place FIRST = new Place(Instant.EPOCH, 0, Instant.EPOCH, 0);

        private Place after(Taken taken) {
            boolean urgent = taken.priority == 0;
            boolean later = comparing(taken, urgent ? urgentDue : otherDue, urgent ? urgentId : otherId) > 0;
            if (!later) {
                return this;
            }
            return urgent
                    ? new Place(taken.dueAt, taken.claim.failureId(), otherDue, otherId)
                    : new Place(urgentDue, urgentId, taken.dueAt, taken.claim.failureId());
        }

        private static int comparing(Taken taken, Instant due, long id) {
            int byTime = taken.dueAt.compareTo(due);
            return byTime == 0 ? Long.compare(taken.claim.failureId(), id) : byTime;
        }
    }

    /**
     * What was claimed.
     *
     * @param claims the urgent first, each kind in the order in which it was due
     * @param next where the next page of the same look begins
     */
    public record Page(List<RetryClaim> claims, Place next) {}

    /**
     * Claims what is due.
     *
     * @param worker who claims, for people
     * @param limit how many at most
     * @param after where to begin: {@link Place#FIRST}, or where the last page of the same look ended
     * @param cutOff hotels whose circuit is open: of theirs, what waits for TL-Lincoln is left alone
     */
    public Page claim(String worker, int limit, Place after, Collection<Integer> cutOff) {
        var now = clock.instant();
        var taken = jdbc.sql(CLAIM)
                .param("worker", worker)
                .param("now", moment(now))
                .param("leaseUntil", moment(now.plus(schedule.lease())))
                .param("limit", limit)
                .param("urgentDue", moment(after.urgentDue))
                .param("urgentId", after.urgentId)
                .param("otherDue", moment(after.otherDue))
                .param("otherId", after.otherId)
                .param("cutOff", cutOff.toArray(Integer[]::new))
                .query((row, number) -> new Taken(
                        new RetryClaim(row.getLong("failure_id"), row.getLong("telegram_id"), row.getLong("fence")),
                        row.getInt("priority"),
                        row.getObject("due_at", OffsetDateTime.class).toInstant()))
                .list();
        var next = after;
        for (var row : taken) {
            next = next.after(row);
        }
        return new Page(taken.stream().sorted(Taken.ORDER).map(Taken::claim).toList(), next);
    }

    /** Renews claims for a worker who is still at it; those that somebody else has taken meanwhile are passed over. */
    public void renew(Collection<RetryClaim> claims) {
        if (!claims.isEmpty()) {
            ofClaims(RENEW, claims)
                    .param("leaseUntil", moment(clock.instant().plus(schedule.lease())))
                    .update();
        }
    }

    /**
     * Gives back claims of which nothing was begun.
     *
     * @param wait after which time they are due again; zero: at once
     */
    public void giveBack(Collection<RetryClaim> claims, Duration wait) {
        if (!claims.isEmpty()) {
            var dueAt = wait.isZero() ? Instant.EPOCH : clock.instant().plus(wait);
            ofClaims(GIVE_BACK, claims).param("dueAt", moment(dueAt)).update();
        }
    }

    /**
     * Which claims still hold, by failure; keeps others from taking these before the end of the caller's transaction. What is
     * not among them was claimed, decided or closed by somebody else since: it must not be written.
     */
    public Set<Long> stillHeld(Collection<RetryClaim> claims) {
        return claims.isEmpty()
                ? Set.of()
                : new HashSet<>(ofClaims(STILL_HELD, claims).query(Long.class).list());
    }

    /**
     * A retry that is to be.
     *
     * @param dueAt not before this; later where somebody snoozed the failure
     * @param attempt the number of that attempt
     * @param at now
     */
    record Scheduled(long failureId, Instant dueAt, int attempt, Instant at) {}

    /** Schedules retries anew, in the caller's transaction; claims on them are over. */
    void schedule(Collection<Scheduled> retries) {
        if (retries.isEmpty()) {
            return;
        }
        batches.update(SCHEDULE, (PreparedStatement statement) -> {
            Columns.of(retries)
                    .column("int8", Scheduled::failureId)
                    .column("timestamptz", Scheduled::dueAt)
                    .column("int4", Scheduled::attempt)
                    .column("timestamptz", Scheduled::at)
                    .bind(statement, 1);
            statement.setDouble(5, (double) schedule.urgentWithin().toSeconds());
        });
    }

    /** Takes failures out of the queue, in the caller's transaction; claims on them are over. */
    public void remove(Collection<Long> failureIds) {
        if (!failureIds.isEmpty()) {
            batches.update(
                    REMOVE,
                    (PreparedStatement statement) ->
                            Columns.of(failureIds).column("int8", id -> id).bind(statement, 1));
        }
    }

    private JdbcClient.StatementSpec ofClaims(String statement, Collection<RetryClaim> claims) {
        return jdbc.sql(statement)
                .param("failures", claims.stream().map(RetryClaim::failureId).toArray(Long[]::new))
                .param("fences", claims.stream().map(RetryClaim::fence).toArray(Long[]::new));
    }

    private static OffsetDateTime moment(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private record Taken(RetryClaim claim, int priority, Instant dueAt) {

        static final Comparator<Taken> ORDER = Comparator.comparingInt(Taken::priority)
                .thenComparing(Taken::dueAt)
                .thenComparingLong(taken -> taken.claim.failureId());
    }
}
