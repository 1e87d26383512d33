package io.toritsugi.stopsell;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Work for hotels beside the clock's thread: one piece a hotel at a time, and not for too many hotels at once. Thread-safe. */
final class HotelTasks {

    private static final Logger LOG = LoggerFactory.getLogger(HotelTasks.class);
    private static final int SECONDS_TO_END = 10;

    private final String name;
    private final int most;
    private final Set<Integer> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;

    HotelTasks(String name, int most) {
        this.name = name;
        this.most = most;
        this.threads = Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins the work, unless this node is at it already or has enough to do; answers whether it was begun. */
    boolean begin(int hotelId, Runnable work) {
        if (busy.size() >= most || !busy.add(hotelId)) {
            return false;
        }
        try {
            threads.execute(() -> carryOut(hotelId, work));
            return true;
        } catch (RejectedExecutionException stopping) {
            busy.remove(hotelId);
            return false;
        }
    }

    private void carryOut(int hotelId, Runnable work) {
        try {
            work.run();
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("The work of {} for hotel {} is broken off: {}", name, hotelId, away.getMessage());
        } finally {
            busy.remove(hotelId);
        }
    }

    void stop() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
            LOG.info("What {} has under way is taken up again when its lease is over", name);
        }
    }
}
