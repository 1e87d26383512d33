package io.toritsugi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The application is killed in a stream of posts and started again on the same data: promise "accepted means durable" and
 * promise "one booking, one effect".
 *
 * <p>Long form: {@code -Dtoritsugi.conformance.kills=20} (2 unless said).
 */
class KilledInAStreamTest {

    private static final Logger LOG = LoggerFactory.getLogger(KilledInAStreamTest.class);
    private static final int KILLS = Integer.getInteger("toritsugi.conformance.kills", 2);
    private static final int SENDERS = 6;
    private static final int ACKNOWLEDGED_BEFORE_A_KILL = 400;

    private static ApplicationProcess application;

    @BeforeAll
    static void start() {
        application = ApplicationProcess.started("killed-in-a-stream");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void what_was_acknowledged_before_a_kill_is_there_exactly_once_and_nothing_is_half() {
        var hotels = List.of(
                application.newHotel("KILL1", 3000),
                application.newHotel("KILL2", 3000),
                application.newHotel("KILL3", 3000));
        var stream = new BookingStream(application, hotels, SENDERS);
        for (int kill = 1; kill <= KILLS; kill++) {
            int acknowledgedBefore = stream.acknowledged();
            stream.begin();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> stream.acknowledged() >= acknowledgedBefore + ACKNOWLEDGED_BEFORE_A_KILL);
            if (kill % 2 == 1) {
                application.kill();
            } else {
                application.killWithItsDatabase();
            }
            stream.awaitEnd();
            var ready = application.start();
            var decided = application.awaitDecided(Duration.ofSeconds(60));
            LOG.info(
                    "Kill {}: {} acknowledged, {} sent without an answer; ready after {} ms, nothing pending {} ms later",
                    kill,
                    stream.acknowledged(),
                    stream.unanswered(),
                    ready.toMillis(),
                    decided.toMillis());

            stream.verifyAcknowledged();
            assertThat(new Integrity(application.tables()).violations()).isEmpty();
        }

        stream.sendTheUnansweredAgain();
        application.awaitDecided(Duration.ofSeconds(60));
        stream.verifyAcknowledged();
        stream.verifyReservations();
        assertThat(new Integrity(application.tables()).violations()).isEmpty();
    }
}
