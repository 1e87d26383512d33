package io.toritsugi.failure;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How each hotel wants its failures tried again. Read at every verdict, so that a change holds at once, on every node. */
@Component
public class RetryPolicies {

    private final JdbcClient jdbc;
    private final RetrySchedule schedule;
    private final Clock clock;

    RetryPolicies(JdbcClient jdbc, RetrySchedule schedule, Clock clock) {
        this.jdbc = jdbc;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** The policies of these hotels; for one that has none of its own, that of the house. */
    public Map<Integer, RetryPolicy> of(Collection<Integer> hotelIds) {
        var policies = new HashMap<Integer, RetryPolicy>();
        hotelIds.forEach(hotel -> policies.put(hotel, schedule.policy()));
        jdbc.sql(
                        "select hotel_id, base_seconds, cap_seconds, attempts from retry_policy where hotel_id = any (:hotels)")
                .param("hotels", hotelIds.stream().distinct().toArray(Integer[]::new))
                .query(row -> {
                    policies.put(
                            row.getInt("hotel_id"),
                            new RetryPolicy(
                                    Duration.ofSeconds(row.getInt("base_seconds")),
                                    Duration.ofSeconds(row.getInt("cap_seconds")),
                                    row.getInt("attempts")));
                });
        return policies;
    }

    /**
     * Sets a hotel's policy; in the caller's transaction. Nothing waits longer than the new cap from now on, unless somebody
     * snoozed it.
     *
     * @param who whose wish it is
     */
    public void set(int hotelId, RetryPolicy policy, String who) {
        var now = OffsetDateTime.now(clock);
        jdbc.sql("""
                        insert into retry_policy (hotel_id, base_seconds, cap_seconds, attempts, changed_at, changed_by)
                        values (:hotel, :base, :cap, :attempts, :now, :who)
                        on conflict (hotel_id) do update
                            set base_seconds = excluded.base_seconds,
                                cap_seconds  = excluded.cap_seconds,
                                attempts     = excluded.attempts,
                                changed_at   = excluded.changed_at,
                                changed_by   = excluded.changed_by
                        """)
                .param("hotel", hotelId)
                .param("base", policy.base().toSeconds())
                .param("cap", policy.cap().toSeconds())
                .param("attempts", policy.attempts())
                .param("now", now)
                .param("who", who)
                .update();
        jdbc.sql("""
                        update retry_queue q
                        set due_at = :latest
                        from import_failure f
                        where f.id = q.failure_id
                          and f.hotel_id = :hotel
                          and f.state in ('waiting', 'retrying', 'escalated')
                          and q.due_at > :latest
                          and (f.snoozed_until is null or f.snoozed_until <= :now)
                        """)
                .param("hotel", hotelId)
                .param("latest", now.plus(policy.cap()))
                .param("now", now)
                .update();
    }
}
