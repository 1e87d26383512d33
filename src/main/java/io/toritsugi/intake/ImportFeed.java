package io.toritsugi.intake;

import io.toritsugi.failure.RetryClaim;
import io.toritsugi.reservation.LaneBatch;
import io.toritsugi.reservation.Lanes;
import io.toritsugi.reservation.Trigger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hands stored telegrams to the import route, no more than fit in memory. What does not fit stays pending in the telegram
 * table and is fed when there is room: the table is the queue, memory only a short cut.
 */
@Component("importFeed")
public class ImportFeed {

    private static final Logger LOG = LoggerFactory.getLogger(ImportFeed.class);
    private static final String IMPORT_ROUTE = "seda:import-";

    // As in the route: after a start with much to do the first telegrams are here before it, and it could not be
    // started on a queue of another size.
    private static final String QUEUE_SIZE = "?size=100000";
    private static final int KILOBYTE = 1024;

    /** What a byte of a telegram takes on its way: itself, and what is read from it. Measured with telegrams of 8 KB. */
    private static final int TAKEN_A_BYTE = 3;

    /** After this time a telegram in flight counts as lost and may be fed again. */
    private static final Duration LOST_AFTER = Duration.ofMinutes(2);

    private final ProducerTemplate producer;
    private final RawTelegrams raw;
    private final Lanes lanes;
    private final Clock clock;
    private final Semaphore kilobytes;
    private final int capacity;
    private final Map<Long, Flight> inFlight = new ConcurrentHashMap<>();

    ImportFeed(ProducerTemplate producer, RawTelegrams raw, Lanes lanes, Clock clock, IntakeSettings settings) {
        this.producer = producer;
        this.raw = raw;
        this.lanes = lanes;
        this.clock = clock;
        this.capacity = (int) settings.inFlight().toKilobytes();
        this.kilobytes = new Semaphore(capacity);
    }

    /**
     * Feeds tasks whose bytes are at hand, waiting a moment where there is no room: a sender of many is slowed to the pace of
     * the lanes. What finds no room in that time stays pending.
     */
    void offer(List<ImportTask> tasks, Duration patience) {
        for (var task : tasks) {
            if (!depart(task, patience)) {
                LOG.debug(
                        "No room for telegram {} of hotel {} now, it stays pending",
                        task.head().id(),
                        task.head().hotelId());
                return;
            }
        }
    }

    /**
     * Feeds stored telegrams again that were never decided.
     *
     * @return how many were fed; those in flight and those without room are left out
     */
    public int feed(Collection<Long> telegramIds, Trigger trigger) {
        return feed(telegramIds, trigger, Map.of()).size();
    }

    /**
     * Feeds failed telegrams again, by the right of these claims.
     *
     * @return the claims whose telegrams were fed; those in flight and those without room are left out
     */
    public List<RetryClaim> feedAgain(Collection<RetryClaim> claims, Trigger trigger) {
        var byTelegram = new LinkedHashMap<Long, RetryClaim>();
        claims.forEach(claim -> byTelegram.put(claim.telegramId(), claim));
        return feed(byTelegram.keySet(), trigger, byTelegram).stream()
                .map(byTelegram::get)
                .toList();
    }

    private List<Long> feed(Collection<Long> telegramIds, Trigger trigger, Map<Long, RetryClaim> claims) {
        var grounded = telegramIds.stream().filter(id -> !isInFlight(id)).toList();
        var fed = new ArrayList<Long>();
        var loaded = raw.load(grounded).stream().collect(Collectors.toMap(RawTelegram::id, Function.identity()));
        for (var telegram :
                grounded.stream().map(loaded::get).filter(Objects::nonNull).toList()) {
            var task = new ImportTask(
                    telegram.head(),
                    telegram.bytes(),
                    telegram.encoding(),
                    telegram.receivedAt(),
                    trigger,
                    System.nanoTime(),
                    telegram.override(),
                    claims.get(telegram.id()));
            if (!depart(task, Duration.ZERO)) {
                return fed;
            }
            fed.add(telegram.id());
        }
        return fed;
    }

    /** Whether a telegram is being worked on in this process. */
    public boolean isInFlight(long telegramId) {
        var flight = inFlight.get(telegramId);
        return flight != null && flight.since().isAfter(clock.instant().minus(LOST_AFTER));
    }

    /** How much room is left for telegrams in flight, as a share of all; 1 when nothing is in flight. */
    public double roomLeft() {
        return (double) kilobytes.availablePermits() / capacity;
    }

    /** The lane's last step: these telegrams are no longer in flight, however they ended. */
    public void land(@Body LaneBatch batch) {
        batch.telegrams().forEach(telegram -> land(telegram.head().id()));
    }

    private boolean depart(ImportTask task, Duration patience) {
        int size = Math.min(capacity, task.bytes().length / KILOBYTE * TAKEN_A_BYTE + 1);
        if (!acquire(size, patience)) {
            return false;
        }
        var before = inFlight.put(task.head().id(), new Flight(size, clock.instant()));
        if (before != null) {
            kilobytes.release(before.kilobytes());
        }
        try {
            producer.sendBody(IMPORT_ROUTE + lanes.of(task.head().hotelId()) + QUEUE_SIZE, task);
            return true;
        } catch (RuntimeException refused) {
            land(task.head().id());
            LOG.warn(
                    "The import route takes no telegrams, telegram {} stays pending",
                    task.head().id(),
                    refused);
            return false;
        }
    }

    private boolean acquire(int size, Duration patience) {
        try {
            return kilobytes.tryAcquire(size, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void land(long telegramId) {
        var flight = inFlight.remove(telegramId);
        if (flight != null) {
            kilobytes.release(flight.kilobytes());
        }
    }

    private record Flight(int kilobytes, Instant since) {}
}
