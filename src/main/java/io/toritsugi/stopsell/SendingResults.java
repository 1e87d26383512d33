package io.toritsugi.stopsell;

import io.toritsugi.failure.Failure;
import io.toritsugi.inventory.HotelLock;
import io.toritsugi.link.AdjustmentAnswer;
import io.toritsugi.link.Fate;
import io.toritsugi.link.RemoteFailedException;
import io.toritsugi.stopsell.AdjustmentRow.Result;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down how a request ended, and what follows from it: the marks of its nights, the repetition of the figures that were
 * refused under an id of its own, the state of its proposal. Refused to who comes after his lease, by the fencing number.
 */
@Component
class SendingResults {

    private static final String ENDED = """
            update stop_sell_sending
            set state        = :state,
                rows         = :rows::jsonb,
                attempts     = :attempts,
                code         = :code,
                args         = :args::jsonb,
                message      = :message,
                ended_at     = :now,
                exhausted_at = case when :exhausted::boolean then :now::timestamptz end,
                leased_by    = null,
                lease_until  = null
            where id = :id
              and fence = :fence
              and state = 'unknown'
            """;

    private static final String PUT_BACK = """
            update stop_sell_sending
            set state        = :state,
                attempts     = attempts + :counted,
                due_at       = :next,
                code         = :code,
                args         = :args::jsonb,
                message      = :message,
                exhausted_at = case when :exhausted::boolean then :now::timestamptz end,
                leased_by    = null,
                lease_until  = null
            where id = :id
              and fence = :fence
              and state = 'unknown'
            """;

    private final JdbcClient jdbc;
    private final HotelLock lock;
    private final SendingTable sendings;
    private final StoppedNights nights;
    private final ProposalProgress progress;
    private final StopSellSettings settings;
    private final Clock clock;

    SendingResults(
            JdbcClient jdbc,
            HotelLock lock,
            SendingTable sendings,
            StoppedNights nights,
            ProposalProgress progress,
            StopSellSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.sendings = sendings;
        this.nights = nights;
        this.progress = progress;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * TL-Lincoln said what became of each figure.
     *
     * @return whether the claim was still held
     */
    @Transactional
    public boolean answered(ClaimedSending sending, AdjustmentAnswer answer) {
        return ended(sending, sending.judgedBy(answer), answer.refusal(), sending.attempts() + 1, null);
    }

    /**
     * TL-Lincoln does not know the request: it was not carried out, and is sent under another id.
     *
     * @return whether the claim was still held
     */
    @Transactional
    public boolean neverArrived(ClaimedSending sending) {
        return ended(sending, refused(sending), null, sending.attempts(), clock.instant());
    }

    /**
     * It failed as a whole: tried again by schedule, or left to a person. Where TL-Lincoln asked for patience, or we hold back
     * ourselves, it is no attempt.
     *
     * @return whether the claim was still held
     */
    @Transactional
    public boolean failed(ClaimedSending sending, RemoteFailedException failed) {
        boolean patience = failed.askAgainAt() != null;
        if (failed.fate() == Fate.REFUSED && !sending.inDoubt()) {
            int attempts = patience ? sending.attempts() : sending.attempts() + 1;
            return ended(sending, refused(sending), failed.failure(), attempts, failed.askAgainAt());
        }
        lock.hold(sending.hotelId());
        boolean exhausted = !patience && sending.attempts() + 1 >= settings.attempts();
        boolean inDoubt = sending.inDoubt() || failed.fate() == Fate.UNKNOWN;
        int written = jdbc.sql(PUT_BACK)
                .params(said(failed.failure()))
                .param("state", inDoubt ? "unknown" : "due")
                .param("counted", patience ? 0 : 1)
                .param("next", SendingTable.at(next(sending.attempts() + 1, failed.askAgainAt())))
                .param("exhausted", exhausted)
                .param("now", SendingTable.at(clock.instant()))
                .param("id", sending.id())
                .param("fence", sending.fence())
                .update();
        if (written > 0) {
            progress.settle(sending.proposal(), failed.failure());
        }
        return written > 0;
    }

    /**
     * Ends a request, and has the figures that were refused repeated alone.
     *
     * @param attempts made for these figures, this one included where it counts
     * @param next when to repeat; null for by schedule
     */
    private boolean ended(
            ClaimedSending sending,
            List<AdjustmentRow> rows,
            @Nullable Failure failure,
            int attempts,
            @Nullable Instant next) {
        lock.hold(sending.hotelId());
        var refused = rows.stream().filter(AdjustmentRow::refused).toList();
        boolean exhausted = !refused.isEmpty() && attempts >= settings.attempts();
        int written = jdbc.sql(ENDED)
                .params(said(failure))
                .param("state", refused.isEmpty() ? "done" : refused.size() == rows.size() ? "failed" : "partly")
                .param("rows", sendings.write(rows))
                .param("attempts", attempts)
                .param("exhausted", exhausted)
                .param("now", SendingTable.at(clock.instant()))
                .param("id", sending.id())
                .param("fence", sending.fence())
                .update();
        if (written == 0) {
            return false;
        }
        if (!refused.isEmpty() && !exhausted) {
            repeat(sending, refused, attempts, next(attempts, next));
        }
        if (refused.size() < rows.size()) {
            nights.follow(sending.proposal(), sending.roomTypeId(), sending.action());
        }
        progress.settle(sending.proposal(), failure);
        return true;
    }

    private void repeat(ClaimedSending sending, List<AdjustmentRow> refused, int attempts, Instant due) {
        sendings.add(
                new SendingTable.Wanted(
                        sending.proposal(),
                        sending.hotelId(),
                        sending.id(),
                        attempts,
                        refused.stream().map(AdjustmentRow::anew).toList(),
                        due),
                clock.instant());
    }

    private Instant next(int attempts, @Nullable Instant asked) {
        return asked != null ? asked : clock.instant().plus(settings.schedule().after(Math.max(attempts, 1)));
    }

    private Map<String, @Nullable Object> said(@Nullable Failure failure) {
        var said = new HashMap<String, @Nullable Object>();
        said.put("code", failure == null ? null : failure.code().code());
        said.put("args", failure == null ? null : sendings.write(failure.arguments()));
        said.put("message", failure == null ? null : failure.arguments().get("text"));
        return said;
    }

    private static List<AdjustmentRow> refused(ClaimedSending sending) {
        return sending.rows().stream()
                .map(row -> row.with(Result.REFUSED, null))
                .toList();
    }
}
