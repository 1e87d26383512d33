package io.toritsugi.reservation;

import java.util.concurrent.ExecutorService;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AggregationStrategies;
import org.apache.camel.component.seda.SedaEndpoint;
import org.apache.camel.util.concurrent.SynchronousExecutorService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Looks into a lane's queue: a batch is closed as soon as nothing more is waiting, so that a single telegram never waits. */
@Component("laneQueue")
class LaneQueue {

    /** Whether the lane of this number has nothing waiting. */
    public boolean isDrained(Exchange exchange, String number) {
        var endpoint = exchange.getContext().getEndpoint("seda:lane-" + number + "?size=100000", SedaEndpoint.class);
        return endpoint.getQueue().isEmpty();
    }

    @Configuration(proxyBeanMethods = false)
    static class Collecting {

        /**
         * Runs a batch on the lane's own thread; without it Camel queues batches of one behind each other. For routes only:
         * Boot would take it for the executor of the whole application.
         */
        @Bean(defaultCandidate = false)
        ExecutorService laneThread() {
            return new SynchronousExecutorService();
        }

        @Bean
        AggregationStrategy collectTelegrams() {
            return AggregationStrategies.flexible(PreparedTelegram.class)
                    .accumulateInCollection(java.util.ArrayList.class);
        }
    }
}
