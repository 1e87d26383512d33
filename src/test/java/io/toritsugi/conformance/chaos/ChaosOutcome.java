package io.toritsugi.conformance.chaos;

import io.toritsugi.conformance.BookingStream.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a case showed.
 *
 * @param killed whether the application itself was ended
 * @param unanswered telegrams that got no answer and were sent again
 * @param refusals how often a post was not accepted, by status and code
 * @param violations of what must be true of the tables, see {@code Integrity}
 */
record ChaosOutcome(
        ChaosCase played,
        Tally tally,
        boolean killed,
        int unanswered,
        Map<String, Integer> refusals,
        List<ChaosScene.Recovery> recoveries,
        List<String> notes,
        List<String> violations,
        Duration took) {

    /** What is wrong; empty when nothing is lost, doubled or half. */
    List<String> complaints() {
        var complaints = new ArrayList<>(violations);
        if (tally.lost() + tally.doubled() + tally.wrong() > 0) {
            complaints.add(tally.toString());
        }
        if (!killed && unanswered > 0) {
            complaints.add(unanswered + " telegrams had no answer, although nobody ended the application");
        }
        return complaints;
    }

    /** The longest of its recoveries. */
    Duration longestRecovery() {
        return recoveries.stream()
                .map(ChaosScene.Recovery::took)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
