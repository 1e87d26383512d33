package io.toritsugi.conformance.chaos;

import java.time.Duration;

/**
 * How much of it.
 *
 * @param telegrams that must have been acknowledged when a case ends
 * @param senders of single telegrams
 * @param telegramsOfAnAnswer of the sender who brings answers
 * @param kills of the case of repeated kills
 * @param cuts of all connections
 * @param poolTimeout how long the application waits for a connection
 * @param diskMegabytes of the file system that is filled
 */
record ChaosForm(
        int telegrams,
        int senders,
        int telegramsOfAnAnswer,
        int kills,
        int cuts,
        Duration poolTimeout,
        int diskMegabytes) {

    /** For the build. */
    static ChaosForm brief() {
        return new ChaosForm(400, 4, 60, 2, 8, Duration.ofSeconds(2), 500);
    }

    /** As shipped; for {@code docs/chaos.md}. */
    static ChaosForm full(int telegrams) {
        return new ChaosForm(telegrams, 6, 600, 10, 40, Duration.ofSeconds(10), 1200);
    }
}
