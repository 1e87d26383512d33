package io.toritsugi.intake.poll;

import io.toritsugi.link.HotelTurn;
import io.toritsugi.link.HotelTurns;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Takes the turns of hotels whose poll is due and sends each through its hotel's route, side by side. */
@Component("duePolls")
class DuePolls {

    private static final int SECONDS_TO_END = 10;

    private static final Logger LOG = LoggerFactory.getLogger(DuePolls.class);

    private final PollRoutes routes;
    private final HotelTurns turns;
    private final ProducerTemplate producer;
    private final ExecutorService threads = Executors.newCachedThreadPool(threads("poll-"));

    DuePolls(PollRoutes routes, HotelTurns turns, ProducerTemplate producer) {
        this.routes = routes;
        this.turns = turns;
        this.producer = producer;
    }

    /** Begins the polls that are due now, no more than this node may make at once; answers how many. */
    public int begin() {
        List<HotelTurn> taken = turns.claimPolls(routes.running());
        for (var turn : taken) {
            try {
                threads.execute(() -> poll(turn));
            } catch (RejectedExecutionException stopping) {
                turns.end(turn);
            }
        }
        return taken.size();
    }

    /** Polls a hotel to its end, on this thread. */
    void poll(HotelTurn turn) {
        try {
            producer.sendBody("direct:poll-" + turn.hotel(), turn);
        } catch (RuntimeException notTaken) {
            LOG.warn("The route of hotel {} did not end its poll: {}", turn.hotel(), notTaken.getMessage());
            end(turn);
        }
    }

    private void end(HotelTurn turn) {
        try {
            turns.end(turn);
        } catch (DataAccessException away) {
            LOG.warn("The turn of hotel {} ends with its lease: {}", turn.hotel(), away.getMessage());
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
            LOG.info("What is under way with TL-Lincoln is taken up again when its lease is over");
        }
    }

    private static ThreadFactory threads(String prefix) {
        var count = new AtomicInteger();
        return task -> {
            var thread = new Thread(task, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
