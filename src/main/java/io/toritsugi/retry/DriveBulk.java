package io.toritsugi.retry;

import io.toritsugi.api.ProblemException;
import io.toritsugi.retry.BulkStep.Item;
import io.toritsugi.retry.BulkStep.Result;
import io.toritsugi.retry.BulkTable.Claim;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Drives bulk operations from their tables: a few items a step, each step one commit of the items' work, their outcome and
 * the operation's progress. So a crash loses nothing and does nothing twice; another node goes on when the lease is over. A
 * wave that meets the same failure again pauses the operation.
 */
@Component("driveBulk")
class DriveBulk {

    private static final Logger LOG = LoggerFactory.getLogger(DriveBulk.class);

    private static final long TURN_NANOS = Duration.ofSeconds(5).toNanos();

    private final BulkTable table;
    private final BulkWork work;
    private final TransactionTemplate transactions;

    DriveBulk(BulkTable table, BulkWork work, TransactionTemplate transactions) {
        this.table = table;
        this.work = work;
        this.transactions = transactions;
    }

    /** Drives one operation for a few seconds, where one is under way that nobody drives; answers how many items it did. */
    public int drive() {
        return table.claim().map(this::drive).orElse(0);
    }

    private int drive(Claim claim) {
        long begun = System.nanoTime();
        int items = 0;
        int step;
        do {
            step = step(claim);
            items += step;
        } while (step > 0 && System.nanoTime() - begun < TURN_NANOS);
        table.giveBack(claim);
        return items;
    }

    /** One step; answers how many items it ended: none when the operation is paused, over, or somebody else's. */
    private int step(Claim claim) {
        var step = inTransaction(() -> table.hold(claim)).orElse(null);
        if (step == null) {
            return 0;
        }
        var next = table.next(step);
        if (next.isEmpty()) {
            table.finish(claim);
            return 0;
        }
        int ended = 0;
        for (var items : groups(step, next)) {
            int done = perform(claim, items);
            if (done == 0) {
                return 0;
            }
            ended += done;
        }
        return ended;
    }

    /** Items of one hotel that are done in one go. */
    private List<List<Item>> groups(BulkStep step, List<Item> items) {
        return work.together(step)
                ? List.copyOf(items.stream()
                        .collect(Collectors.groupingBy(
                                item -> item.hotel().id(), LinkedHashMap::new, Collectors.toList()))
                        .values())
                : items.stream().map(List::of).toList();
    }

    private int perform(Claim claim, List<Item> items) {
        try {
            return inTransaction(() -> table.hold(claim).map(step -> table.end(step, work.perform(step, items))))
                    .orElse(0);
        } catch (ProblemException refused) {
            return inTransaction(() -> table.hold(claim)
                            .map(step -> table.end(step, List.of(BulkWork.refused(step, items.get(0), refused)))))
                    .orElse(0);
        } catch (TransientDataAccessException lostARace) {
            throw lostARace;
        } catch (RuntimeException broken) {
            return performSingly(claim, items, broken);
        }
    }

    private int performSingly(Claim claim, List<Item> items, RuntimeException broken) {
        if (items.size() > 1) {
            return items.stream()
                    .mapToInt(item -> perform(claim, List.of(item)))
                    .sum();
        }
        var item = items.get(0);
        LOG.error("Failure {} stops in bulk operation {}", item.failureId(), claim.id(), broken);
        return inTransaction(() -> table.hold(claim)
                        .map(step -> table.end(step, List.of(Result.failed(item, "system.unexpected", null)))))
                .orElse(0);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }
}
