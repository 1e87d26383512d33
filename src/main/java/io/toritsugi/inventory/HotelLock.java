package io.toritsugi.inventory;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * One writer at a time for the numbers and mappings of a hotel: the lanes hold this lock while they write a batch, and so
 * does every change by a person. Held to the end of the transaction.
 */
@Component
public class HotelLock {

    /** The first key of the advisory lock; the second is the hotel's id. */
    public static final int SPACE = 7001;

    private final JdbcClient jdbc;

    HotelLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Waits for the lock and holds it until the current transaction ends.
     *
     * @throws IllegalStateException when there is no transaction: the lock would be gone at once
     */
    public void hold(int hotelId) {
        hold(List.of(hotelId));
    }

    /** As {@link #hold(int)}, for several hotels at once; always in the same order, so that nobody waits in a circle. */
    public void hold(Collection<Integer> hotelIds) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("The lock of hotels " + hotelIds + " needs a transaction to hold it");
        }
        jdbc.sql("select count(pg_advisory_xact_lock(:space, hotel)) from unnest(:hotels::integer[]) as wanted (hotel)")
                .param("space", SPACE)
                .param("hotels", hotelIds.stream().sorted().distinct().toArray(Integer[]::new))
                .query(Long.class)
                .single();
    }
}
