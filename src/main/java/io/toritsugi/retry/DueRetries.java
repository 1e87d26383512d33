package io.toritsugi.retry;

import io.toritsugi.database.SqlFile;
import io.toritsugi.failure.RemoteCircuit;
import io.toritsugi.failure.RetryClaim;
import io.toritsugi.failure.RetryQueue;
import io.toritsugi.intake.ImportFeed;
import io.toritsugi.reservation.Trigger;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tries again by schedule (R4.1): claims what is due, the urgent first, and feeds it to the import route. A claim is a lease
 * that is renewed while its telegram is under way ({@link HeldRetries}); what its holder does not finish is due again when the
 * lease ends, and his late word counts for nothing.
 */
@Component("dueRetries")
class DueRetries {

    private static final int PAGE = 200;
    private static final Duration NOT_NOW = Duration.ofMinutes(1);

    /** Below this share of free room the lanes have enough to do. */
    private static final double ENOUGH_ROOM = 0.5;

    private static final String BECOME_URGENT = SqlFile.text("retry/become-urgent");
    private static final String HOTELS_WITH_REMOTE = SqlFile.text("retry/hotels-with-remote");

    private final JdbcClient jdbc;
    private final RetryQueue queue;
    private final ImportFeed feed;
    private final HeldRetries held;
    private final ObjectProvider<RemoteCircuit> circuits;
    private final Clock clock;
    private final String worker = ManagementFactory.getRuntimeMXBean().getName();

    DueRetries(
            JdbcClient jdbc,
            RetryQueue queue,
            ImportFeed feed,
            HeldRetries held,
            ObjectProvider<RemoteCircuit> circuits,
            Clock clock) {
        this.jdbc = jdbc;
        this.queue = queue;
        this.feed = feed;
        this.held = held;
        this.circuits = circuits;
        this.clock = clock;
    }

    /** Feeds what is due now, as far as there is room; answers how many telegrams. */
    public int feed() {
        jdbc.sql(BECOME_URGENT).param("now", OffsetDateTime.now(clock)).update();
        var cutOff = cutOffHotels();
        int fed = 0;
        var place = RetryQueue.Place.FIRST;
        while (feed.roomLeft() > ENOUGH_ROOM) {
            var page = queue.claim(worker, PAGE, place, cutOff);
            fed += begin(page.claims());
            place = page.next();
            if (page.claims().size() < PAGE) {
                break;
            }
        }
        return fed;
    }

    private int begin(List<RetryClaim> claims) {
        if (claims.isEmpty()) {
            return 0;
        }
        var begun = feed.feedAgain(claims, Trigger.RETRY);
        held.add(begun);
        var rest = new ArrayList<>(claims);
        rest.removeAll(begun);
        // What is under way already, or has lost its bytes, must not stand in the way of the others at every look.
        queue.giveBack(rest, feed.roomLeft() > ENOUGH_ROOM ? NOT_NOW : Duration.ZERO);
        return begun.size();
    }

    private List<Integer> cutOffHotels() {
        return jdbc.sql(HOTELS_WITH_REMOTE).query(Integer.class).list().stream()
                .filter(hotel -> circuits.stream().anyMatch(circuit -> circuit.isOpen(hotel)))
                .toList();
    }
}
