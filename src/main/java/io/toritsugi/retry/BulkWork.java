package io.toritsugi.retry;

import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.failure.DismissFailure;
import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureActions;
import io.toritsugi.failure.Fingerprint;
import io.toritsugi.failure.OpenFailures;
import io.toritsugi.failure.OpenFailures.OpenFailure;
import io.toritsugi.failure.PossibleAction;
import io.toritsugi.failure.SnoozeFailure;
import io.toritsugi.inventory.HotelLock;
import io.toritsugi.reservation.SettledTelegram;
import io.toritsugi.retry.BulkStep.Item;
import io.toritsugi.retry.BulkStep.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does to single failures what a bulk operation wants; in the caller's transaction, so that nothing is done twice. */
@Component
class BulkWork {

    private final HotelLock lock;
    private final OpenFailures failures;
    private final FailureActions actions;
    private final ProcessNow processing;
    private final AssignRoomType assigning;
    private final DismissFailure dismissal;
    private final SnoozeFailure snoozing;

    BulkWork(
            HotelLock lock,
            OpenFailures failures,
            FailureActions actions,
            ProcessNow processing,
            AssignRoomType assigning,
            DismissFailure dismissal,
            SnoozeFailure snoozing) {
        this.lock = lock;
        this.failures = failures;
        this.actions = actions;
        this.processing = processing;
        this.assigning = assigning;
        this.dismissal = dismissal;
        this.snoozing = snoozing;
    }

    /** Whether several failures of a hotel are done in one go, rather than each by itself. */
    boolean together(BulkStep step) {
        return step.action().equals("retry");
    }

    /**
     * Does it to these failures of one hotel.
     *
     * @param items one only, unless they are done {@link #together}
     * @throws ProblemException why it is not possible for the one item
     */
    List<Result> perform(BulkStep step, List<Item> items) {
        var only = items.get(0);
        return switch (step.action()) {
            case "retry" -> retry(step, items);
            case "assign" -> List.of(assign(step, only));
            case "dismiss" -> {
                dismissal.dismiss(
                        step.caller(), only.hotel(), only.failureId(), Objects.requireNonNull(step.reason()), null);
                yield List.of(Result.done(only, "dismissed"));
            }
            case "snooze" -> {
                snoozing.snooze(
                        step.caller(),
                        only.hotel(),
                        only.failureId(),
                        Objects.requireNonNull(step.until()),
                        step.reason(),
                        null);
                yield List.of(Result.done(only, "snoozed"));
            }
            default -> throw new IllegalStateException("No bulk operation does " + step.action());
        };
    }

    /** How an item ends that could not be done. */
    static Result refused(BulkStep step, Item item, ProblemException problem) {
        var code = problem.code();
        return code == ProblemCode.FAILURE_TYPE_NOT_FREE
                ? Result.failed(item, code.code(), code.code() + " " + step.roomType())
                : Result.skipped(item, code.code());
    }

    private Result assign(BulkStep step, Item item) {
        var settled = assigning.assign(
                step.caller(),
                item.hotel(),
                item.failureId(),
                new AssignRoomType.Wanted(Objects.requireNonNull(step.roomType()), null, step.reason(), null));
        return ended(item, settled.failure());
    }

    private List<Result> retry(BulkStep step, List<Item> items) {
        int hotel = items.get(0).hotel().id();
        lock.hold(hotel);
        var results = new ArrayList<Result>();
        Map<Item, OpenFailure> open = new LinkedHashMap<>();
        for (var item : items) {
            try {
                var failure = failures.hold(item.failureId(), null);
                failure.require(PossibleAction.RETRY);
                open.put(item, failure);
            } catch (ProblemException notPossible) {
                results.add(refused(step, item, notPossible));
            }
        }
        var settled = open.isEmpty()
                ? Map.<Long, SettledTelegram>of()
                : processing.process(
                        open.keySet().stream().map(Item::telegramId).toList());
        open.forEach((item, failure) -> {
            var verdict = settled.get(item.telegramId());
            if (verdict == null) {
                results.add(Result.skipped(item, ProblemCode.FAILURE_CLOSED.code()));
                return;
            }
            actions.record(
                    step.caller(),
                    item.failureId(),
                    new FailureActions.Done(
                            hotel,
                            "retry",
                            step.reason(),
                            failure.state(),
                            verdict.failure() == null ? "resolved" : failure.state()));
            results.add(ended(item, verdict.failure()));
        });
        return results;
    }

    private static Result ended(Item item, @Nullable Failure failure) {
        if (failure == null) {
            return Result.done(item, "resolved");
        }
        var fingerprint = Fingerprint.of(failure);
        return Result.failed(item, failure.code().code(), fingerprint.equals(item.fingerprint()) ? fingerprint : null);
    }
}
