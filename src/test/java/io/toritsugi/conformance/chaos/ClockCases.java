package io.toritsugi.conformance.chaos;

import io.toritsugi.conformance.suite.Wording;
import java.time.Duration;
import java.util.List;

/** The clock jumps. */
final class ClockCases {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private ClockCases() {}

    static List<ChaosCase> all() {
        return List.of(new ChaosCase(
                "clock-jumps",
                new Wording("時計の飛び", "Clock jumps"),
                "The clock of the test build jumps a day ahead, then an hour back, both in the stream; then the"
                        + " application is killed and comes back a day earlier than it stored its last telegrams.",
                ClockCases::jumps));
    }

    private static void jumps(ChaosScene scene) {
        scene.stream().begin();
        scene.awaitPart(0.2);
        scene.build().clockAhead(A_DAY);
        scene.untilNextAcknowledged("a day ahead to the next acknowledgement");
        scene.awaitPart(0.4);
        scene.build().clockAhead(A_DAY.minus(AN_HOUR));
        scene.untilNextAcknowledged("an hour back to the next acknowledgement");
        scene.awaitPart(0.6);
        scene.application().kill();
        scene.startAgain("killed and set back by a day");
        scene.stream().begin();
        scene.awaitPart(1);
    }
}
