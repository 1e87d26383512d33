package io.toritsugi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL goes away in a stream of posts and comes back: nobody is told that something is durable which is not, nothing that
 * was acknowledged is lost, and the application needs nobody to recover.
 */
class DatabaseAwayTest {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAwayTest.class);
    private static final int SENDERS = 4;
    private static final int ACKNOWLEDGED_BEFORE = 200;
    private static final int ACKNOWLEDGED_AFTER = 200;
    private static final int REFUSED_MEANWHILE = 3;
    private static final String REFUSAL = "503 system.database";

    private ApplicationProcess application;

    @BeforeEach
    void start() {
        // The key is looked up again and again: in the filters, too, the database is missed.
        application = ApplicationProcess.started("database-away", "toritsugi.access.recheck=200ms");
    }

    @AfterEach
    void stop() {
        application.close();
    }

    @Test
    void a_database_that_goes_away_and_comes_back_costs_nothing_but_refusals() {
        var hotels = List.of(application.newHotel("AWAY1", 3000), application.newHotel("AWAY2", 3000));
        var stream = new BookingStream(application, hotels, SENDERS);
        stream.begin();
        awaitAcknowledged(stream, ACKNOWLEDGED_BEFORE);

        outage(stream, "stopped at once", application.server()::stopImmediately);
        outage(stream, "killed", application.server()::kill);

        stream.stop();
        stream.awaitEnd();
        var decided = application.awaitDecided(Duration.ofMinutes(2));
        LOG.info(
                "{} acknowledged, refused: {}, nothing pending {} ms after the last",
                stream.acknowledged(),
                stream.refusals(),
                decided.toMillis());
        assertThat(stream.refusals()).containsOnlyKeys(REFUSAL);
        assertThat(stream.unanswered()).isZero();
        stream.verifyAcknowledged();
        stream.verifyReservations();
        assertThat(new Integrity(application.tables()).violations()).isEmpty();
        assertThat(application.alive()).isTrue();
        assertThat(application.ready()).isTrue();
    }

    private void outage(BookingStream stream, String how, Runnable end) {
        int refusedBefore = refused(stream);
        end.run();
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> refused(stream) >= refusedBefore + REFUSED_MEANWHILE);
        application.server().start();
        long back = System.nanoTime();
        int acknowledged = stream.acknowledged();
        awaitAcknowledged(stream, acknowledged + 1);
        LOG.info(
                "The database was {}; a telegram is accepted {} ms after it is back",
                how,
                (System.nanoTime() - back) / 1_000_000);
        awaitAcknowledged(stream, acknowledged + ACKNOWLEDGED_AFTER);
    }

    private static int refused(BookingStream stream) {
        return stream.refusals().values().stream().mapToInt(Integer::intValue).sum();
    }

    private static void awaitAcknowledged(BookingStream stream, int telegrams) {
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> stream.acknowledged() >= telegrams);
    }
}
