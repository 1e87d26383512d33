package io.toritsugi.inventory;

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
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("The lock of hotel " + hotelId + " needs a transaction to hold it");
        }
        jdbc.sql("select true from pg_advisory_xact_lock(:space, :hotel)")
                .param("space", SPACE)
                .param("hotel", hotelId)
                .query(Boolean.class)
                .single();
    }
}
