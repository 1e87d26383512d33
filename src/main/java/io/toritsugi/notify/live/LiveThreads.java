package io.toritsugi.notify.live;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * The few threads of the feed. Reading from the database and touching sockets are apart: a ping or a goodbye may have to wait for
 * a client, and must hold up nobody who is catching up.
 */
@Component
class LiveThreads implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(LiveThreads.class);

    private final ExecutorService reading =
            Executors.newFixedThreadPool(4, new CustomizableThreadFactory("live-reading-"));
    private final ExecutorService touching =
            Executors.newFixedThreadPool(4, new CustomizableThreadFactory("live-touching-"));

    /** For what reads from the database. */
    void read(Runnable work) {
        run(reading, work);
    }

    /** For what may have to wait for a client. */
    void touch(Runnable work) {
        run(touching, work);
    }

    private static void run(ExecutorService threads, Runnable work) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("The application stops; clients come again");
        }
    }

    @Override
    public void destroy() {
        reading.shutdownNow();
        touching.shutdownNow();
    }
}
