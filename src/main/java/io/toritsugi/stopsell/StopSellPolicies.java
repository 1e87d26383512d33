package io.toritsugi.stopsell;

import io.toritsugi.stopsell.StopSellPolicy.Mode;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The policies of hotels. Read by the statements that decide, each time, so that a change holds at once on every node. */
@Component
class StopSellPolicies {

    private final JdbcClient jdbc;
    private final Clock clock;

    StopSellPolicies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    StopSellPolicy of(int hotelId) {
        return jdbc.sql("""
                        select mode, reopen_automatically, keep_closed_margin, rows_per_batch, days_per_batch
                        from stop_sell_policy
                        where hotel_id = :hotel
                        """)
                .param("hotel", hotelId)
                .query((row, number) -> new StopSellPolicy(
                        Mode.valueOf(row.getString("mode").toUpperCase(Locale.ROOT)),
                        row.getBoolean("reopen_automatically"),
                        row.getInt("keep_closed_margin"),
                        row.getInt("rows_per_batch"),
                        row.getInt("days_per_batch")))
                .optional()
                .orElse(StopSellPolicy.BY_HAND);
    }

    /** Sets a hotel's policy; in the caller's transaction. */
    void set(int hotelId, StopSellPolicy policy, String who) {
        jdbc.sql("""
                        insert into stop_sell_policy (hotel_id, mode, reopen_automatically, keep_closed_margin, rows_per_batch,
                                                      days_per_batch, changed_at, changed_by)
                        values (:hotel, :mode, :reopen, :margin, :rows, :days, :now, :who)
                        on conflict (hotel_id) do update
                            set mode                 = excluded.mode,
                                reopen_automatically = excluded.reopen_automatically,
                                keep_closed_margin   = excluded.keep_closed_margin,
                                rows_per_batch       = excluded.rows_per_batch,
                                days_per_batch       = excluded.days_per_batch,
                                changed_at           = excluded.changed_at,
                                changed_by           = excluded.changed_by
                        """)
                .param("hotel", hotelId)
                .param("mode", policy.mode().spelling())
                .param("reopen", policy.reopenAutomatically())
                .param("margin", policy.keepClosedMargin())
                .param("rows", policy.rowsPerBatch())
                .param("days", policy.daysPerBatch())
                .param("now", OffsetDateTime.now(clock))
                .param("who", who)
                .update();
    }
}
