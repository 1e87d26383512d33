package io.toritsugi.retry;

import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelRef;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.booking.BookingEdit;
import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureActions;
import io.toritsugi.failure.FailureActions.Change;
import io.toritsugi.failure.OpenFailures;
import io.toritsugi.failure.OpenFailures.OpenFailure;
import io.toritsugi.failure.PossibleAction;
import io.toritsugi.intake.TelegramOverrides;
import io.toritsugi.inventory.HotelLock;
import io.toritsugi.reservation.Outcome;
import io.toritsugi.reservation.Reading;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Corrects what a telegram says and processes it at once (R4.5). The telegram stays as it was sent; the correction stands
 * beside it and counts wherever the telegram is read, so that the state of its booking is still decided by what is stored. A
 * trial does all of it and takes it back: what it answers is what would happen.
 */
@Component
class EditBooking {

    private final JdbcClient jdbc;
    private final HotelLock lock;
    private final OpenFailures failures;
    private final FailureActions actions;
    private final TelegramOverrides overrides;
    private final EditableFields fields;
    private final ProcessNow processing;
    private final TransactionTemplate transactions;

    EditBooking(
            JdbcClient jdbc,
            HotelLock lock,
            OpenFailures failures,
            FailureActions actions,
            TelegramOverrides overrides,
            EditableFields fields,
            ProcessNow processing,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.failures = failures;
        this.actions = actions;
        this.overrides = overrides;
        this.fields = fields;
        this.processing = processing;
        this.transactions = transactions;
    }

    /**
     * What is wanted.
     *
     * @param edit all corrections; those of an earlier edit are replaced
     * @param version which state of the failure the caller has seen; null when he does not say
     * @param trial whether everything is taken back afterwards
     */
    record Wanted(
            BookingEdit edit,
            @Nullable String reason,
            @Nullable Integer version,
            boolean trial) {}

    /**
     * What became of it, or would.
     *
     * @param failure why it is refused; null unless it is
     */
    record Edited(Outcome outcome, @Nullable Failure failure, List<Change> changes) {}

    /**
     * Corrects and processes.
     *
     * @throws ProblemException {@code failure.edit_invalid} when the corrected telegram is still no valid booking (a trial
     *     answers that as its outcome), {@code failure.not_editable}, {@code failure.closed}, {@code conflict.version};
     *     nothing is changed then
     */
    Edited edit(Caller caller, HotelRef hotel, long failureId, Wanted wanted) {
        return Objects.requireNonNull(transactions.execute(status -> {
            if (wanted.trial()) {
                status.setRollbackOnly();
            }
            lock.hold(hotel.id());
            var failure = failures.hold(failureId, wanted.version());
            failure.require(PossibleAction.EDIT);
            return edit(caller, hotel, failure, wanted);
        }));
    }

    private Edited edit(Caller caller, HotelRef hotel, OpenFailure failure, Wanted wanted) {
        var telegramId = failure.telegramId();
        var before = fields.of(telegramId, processing.read(telegramId).orElse(null));
        overrides.add(telegramId, overrides.of(telegramId).with(wanted.edit()), "edit", caller.name(), wanted.reason());
        var reading = processing.read(telegramId).orElse(null);
        var changes = fields.changes(before, fields.of(telegramId, reading), wanted.edit());
        if (reading instanceof Reading.Refused refused) {
            return refuse(refused.failure(), changes, wanted.trial());
        }
        jdbc.sql("update import_failure set snoozed_until = null where id = :id")
                .param("id", failure.id())
                .update();
        var settled = processing
                .process(telegramId)
                .orElseThrow(() -> new ProblemException(ProblemCode.FAILURE_CLOSED, Map.of()));
        actions.record(
                caller,
                failure.id(),
                new FailureActions.Done(
                        hotel.id(),
                        "edit",
                        wanted.reason(),
                        failure.state(),
                        settled.failure() == null ? "resolved" : failure.state(),
                        changes));
        return new Edited(settled.outcome(), settled.failure(), changes);
    }

    private static Edited refuse(Failure refusal, List<Change> changes, boolean trial) {
        if (!trial) {
            throw new InvalidEditException(refusal);
        }
        return new Edited(Outcome.REJECTED, refusal, changes);
    }

    /** A correction that leaves the booking invalid; who answers the person knows his language. */
    static final class InvalidEditException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Failure failure;

        InvalidEditException(Failure failure) {
            super(failure.code().code(), null, false, false);
            this.failure = failure;
        }

        Failure failure() {
            return failure;
        }
    }
}
