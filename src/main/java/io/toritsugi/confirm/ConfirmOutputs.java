package io.toritsugi.confirm;

import io.toritsugi.database.SqlFile;
import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.link.Fate;
import io.toritsugi.link.HotelTurn;
import io.toritsugi.link.HotelTurns;
import io.toritsugi.link.LincolnClient;
import io.toritsugi.link.RemoteFailedException;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Confirms what is due, hotel by hotel, each within its hotel's turn: never two nodes for one output, never beside a poll of the
 * hotel, never within a transaction.
 */
@Component("confirmOutputs")
class ConfirmOutputs {

    private static final int SECONDS_TO_END = 10;

    private static final Logger LOG = LoggerFactory.getLogger(ConfirmOutputs.class);

    private static final String HOTELS = SqlFile.text("confirm/hotels-with-due");
    private static final String CLAIM = SqlFile.text("confirm/claim-due");

    /** After so many a hotel's turn is given back, so that it is polled, too. */
    private static final int MOST_IN_A_TURN = 20;

    private final JdbcClient jdbc;
    private final HotelTurns turns;
    private final LincolnClient lincoln;
    private final ConfirmationResults results;
    private final Clock clock;
    private final String worker = UUID.randomUUID().toString();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "confirm");
        thread.setDaemon(true);
        return thread;
    });

    ConfirmOutputs(JdbcClient jdbc, HotelTurns turns, LincolnClient lincoln, ConfirmationResults results, Clock clock) {
        this.jdbc = jdbc;
        this.turns = turns;
        this.lincoln = lincoln;
        this.results = results;
        this.clock = clock;
    }

    /** Begins to confirm what is due now, as far as the turns of its hotels are free; answers for how many hotels. */
    public int begin() {
        int begun = 0;
        for (var hotel :
                jdbc.sql(HOTELS).param("now", now()).query(Integer.class).list()) {
            var turn = turns.claim(hotel);
            if (turn.isPresent() && start(turn.get())) {
                begun++;
            }
        }
        return begun;
    }

    private boolean start(HotelTurn turn) {
        try {
            threads.execute(() -> confirmAll(turn));
            return true;
        } catch (RejectedExecutionException stopping) {
            turns.end(turn);
            return false;
        }
    }

    /** Confirms what is due of a hotel, on this thread, and ends its turn. */
    void confirmAll(HotelTurn turn) {
        try {
            boolean goesOn = true;
            for (int number = 0; goesOn && number < MOST_IN_A_TURN; number++) {
                goesOn = claim(turn.hotelId()).map(this::confirm).orElse(false);
            }
        } catch (DataAccessException away) {
            LOG.warn("Confirming for hotel {} is broken off: {}", turn.hotel(), away.getMessage());
        } finally {
            end(turn);
        }
    }

    /** Takes the output of a hotel that is to be confirmed next; empty when there is none. */
    Optional<ClaimedOutput> claim(int hotelId) {
        return jdbc.sql(CLAIM)
                .param("worker", worker)
                .param("now", now())
                .param("hotel", hotelId)
                .query(ClaimedOutput.class)
                .optional();
    }

    /** Confirms one output; answers whether it makes sense to go on with the hotel's next. */
    boolean confirm(ClaimedOutput output) {
        try {
            lincoln.confirm(output.hotelId(), output.outputId());
        } catch (RemoteFailedException failed) {
            LOG.info("Output {} is not confirmed yet: {}", output.id(), failed.getMessage());
            noteIfLate(output, results.failed(output, failed));
            return failed.fate() == Fate.REFUSED && failed.askAgainAt() == null;
        } catch (IllegalArgumentException | IllegalStateException ours) {
            LOG.warn("Output {} cannot be confirmed", output.id(), ours);
            noteIfLate(output, results.failed(output, unexpected()));
            return true;
        }
        noteIfLate(output, results.confirmed(output));
        return true;
    }

    @PreDestroy
    void stop() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
            LOG.info("What is under way with TL-Lincoln is taken up again when its lease is over");
        }
    }

    private void end(HotelTurn turn) {
        try {
            turns.end(turn);
        } catch (DataAccessException away) {
            LOG.warn("The turn of hotel {} ends with its lease: {}", turn.hotel(), away.getMessage());
        }
    }

    private static void noteIfLate(ClaimedOutput output, boolean written) {
        if (!written) {
            LOG.warn("The result for output {} came after its lease and is left out", output.id());
        }
    }

    private static RemoteFailedException unexpected() {
        return new RemoteFailedException(new Failure(FailureCode.UNEXPECTED, "confirm", Map.of()), Fate.NOT_SENT);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
