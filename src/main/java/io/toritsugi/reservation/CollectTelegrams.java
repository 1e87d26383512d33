package io.toritsugi.reservation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.apache.camel.component.seda.SedaEndpoint;
import org.apache.camel.util.concurrent.SynchronousExecutorService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Collects the telegrams that wait in a lane's queue, in their order. As a predicate it closes the batch as soon as nothing
 * more is waiting: a single telegram never waits for others.
 */
@Component("collectTelegrams")
class CollectTelegrams implements AggregationStrategy, Predicate {

    @Override
    public Exchange aggregate(@Nullable Exchange collected, Exchange next) {
        var telegram = next.getMessage().getBody(PreparedTelegram.class);
        if (collected == null) {
            var batch = new ArrayList<PreparedTelegram>();
            batch.add(telegram);
            next.getMessage().setBody(batch);
            return next;
        }
        telegrams(collected).add(telegram);
        return collected;
    }

    /** Whether nothing waits in the queue that the telegram came from. */
    @Override
    public boolean matches(Exchange next) {
        return ((SedaEndpoint) next.getFromEndpoint()).getQueue().isEmpty();
    }

    @SuppressWarnings("unchecked") // Its own list, put there by the first telegram.
    private static List<PreparedTelegram> telegrams(Exchange collected) {
        return collected.getMessage().getBody(List.class);
    }

    @Configuration(proxyBeanMethods = false)
    static class Writing {

        /**
         * Runs a batch on the lane's own thread; without it Camel queues batches of one behind each other. For routes only:
         * Boot would take it for the executor of the whole application.
         */
        @Bean(defaultCandidate = false)
        ExecutorService laneThread() {
            return new SynchronousExecutorService();
        }
    }
}
