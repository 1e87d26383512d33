package io.toritsugi.intake.poll;

import io.toritsugi.link.ConnectionChanged;
import io.toritsugi.link.HotelTurns;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * A route for each hotel that is polled, made from the template in {@code routes/poll.camel.yaml}: it appears when polling is
 * switched on and is gone when it is switched off, on every node. Stopping a hotel's route by hand keeps this node from polling
 * that hotel and leaves it to the others.
 */
@Component("pollRoutes")
class PollRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(PollRoutes.class);
    private static final String TEMPLATE = "poll";
    private static final String PREFIX = "poll-";

    private static final int SECONDS_TO_END = 5;

    private final CamelContext camel;
    private final HotelTurns turns;
    private final Set<String> followed = ConcurrentHashMap.newKeySet();

    PollRoutes(CamelContext camel, HotelTurns turns) {
        this.camel = camel;
        this.turns = turns;
    }

    /** A change made on this node is followed at once; the others see it at their next look. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    public void follow(ConnectionChanged changed) {
        try {
            if (camel.isStarted()) {
                follow();
            }
        } catch (Exception refused) {
            LOG.warn("The route of hotel {} cannot be changed yet", changed.hotel(), refused);
        }
    }

    /** Makes the routes of hotels that are polled now and removes those of hotels that are not. */
    public synchronized void follow() throws Exception {
        var wanted = Set.copyOf(turns.polledHotels());
        for (var hotel : followed) {
            if (!wanted.contains(hotel)) {
                remove(hotel);
            }
        }
        for (var hotel : wanted) {
            if (camel.getRoute(PREFIX + hotel) == null) {
                TemplatedRouteBuilder.builder(camel, TEMPLATE)
                        .routeId(PREFIX + hotel)
                        .parameter("hotel", hotel)
                        .add();
                followed.add(hotel);
                LOG.info("Hotel {} is polled from now on", hotel);
            }
        }
    }

    /** The hotels whose route runs on this node. */
    List<String> running() {
        return followed.stream()
                .filter(hotel -> camel.getRouteController().getRouteStatus(PREFIX + hotel) == ServiceStatus.Started)
                .toList();
    }

    private void remove(String hotel) throws Exception {
        camel.getRouteController().stopRoute(PREFIX + hotel, SECONDS_TO_END, TimeUnit.SECONDS);
        camel.removeRoute(PREFIX + hotel);
        followed.remove(hotel);
        LOG.info("Hotel {} is polled no more", hotel);
    }
}
