package io.toritsugi.inventory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Brings what a transaction changes of the inventory into the memory of this node, at its commit and not before. A transaction
 * that is rolled back leaves no trace there.
 */
@Component
class InventoryChanges {

    private final JdbcClient jdbc;
    private final AvailabilityInMemory memory;

    InventoryChanges(JdbcClient jdbc, AvailabilityInMemory memory) {
        this.jdbc = jdbc;
        this.memory = memory;
    }

    /**
     * Notes a change that was counted in the current transaction.
     *
     * @param number the value of {@code hotel_version.inventory} that counts it
     * @param counters every night that it touched, as it is now
     */
    void note(int hotelId, long number, List<NightCounter> counters) {
        note(hotelId, new InventoryChange(number, number, counters, true));
    }

    /** Counts a change of rooms, types or the horizon: who holds the hotel in memory reads it again. */
    void count(int hotelId) {
        long number = jdbc.sql("""
                        insert into hotel_version as v (hotel_id, inventory)
                        values (:hotel, 1)
                        on conflict (hotel_id) do update set inventory = v.inventory + 1
                        returning v.inventory
                        """).param("hotel", hotelId).query(Long.class).single();
        note(hotelId, new InventoryChange(number, number, List.of(), false));
    }

    private void note(int hotelId, InventoryChange change) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("A change of hotel " + hotelId + " needs a transaction to be part of");
        }
        var pending = Pending.ofTransaction();
        if (pending == null) {
            pending = new Pending(memory);
            TransactionSynchronizationManager.registerSynchronization(pending);
        }
        pending.changes.merge(hotelId, change, InventoryChange::and);
    }

    /** Whether the current transaction has changed the hotel: what it reads is then not yet what everybody sees. */
    static boolean uncommitted(int hotelId) {
        var pending = Pending.ofTransaction();
        return pending != null && pending.changes.containsKey(hotelId);
    }

    /** What the current transaction has changed so far. */
    private static final class Pending implements TransactionSynchronization, Ordered {

        private final AvailabilityInMemory memory;
        private final Map<Integer, InventoryChange> changes = new HashMap<>();

        private Pending(AvailabilityInMemory memory) {
            this.memory = memory;
        }

        static @Nullable Pending ofTransaction() {
            if (!TransactionSynchronizationManager.isSynchronizationActive()) {
                return null;
            }
            for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
                if (synchronization instanceof Pending pending) {
                    return pending;
                }
            }
            return null;
        }

        /** Before whoever waits for the outcome is told of it: he may ask at once. */
        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public void afterCommit() {
            changes.forEach(memory::apply);
        }
    }
}
