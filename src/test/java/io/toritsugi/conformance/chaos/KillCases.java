package io.toritsugi.conformance.chaos;

import io.toritsugi.conformance.suite.Wording;
import java.util.List;

/** The application itself ends. */
final class KillCases {

    private KillCases() {}

    static List<ChaosCase> all() {
        return List.of(
                new ChaosCase(
                        "kill-under-load",
                        new Wording("負荷中の強制終了", "kill -9 under load"),
                        "At half of the telegrams the JVM gets `kill -9`; its PostgreSQL lives on. It is started again.",
                        KillCases::once),
                new ChaosCase(
                        "repeated-kills",
                        new Wording("繰り返しの強制終了", "Repeated kills"),
                        "Again and again in the stream: `kill -9` of the JVM, and every other time of its PostgreSQL too.",
                        KillCases::repeatedly));
    }

    private static void once(ChaosScene scene) {
        scene.stream().begin();
        scene.awaitPart(0.5);
        scene.application().kill();
        scene.startAgain("killed");
        scene.stream().begin();
        scene.awaitPart(1);
    }

    private static void repeatedly(ChaosScene scene) {
        int kills = scene.form().kills();
        for (int kill = 1; kill <= kills; kill++) {
            scene.stream().begin();
            scene.awaitPart((double) kill / kills);
            boolean both = kill % 2 == 0;
            if (both) {
                scene.application().killWithItsDatabase();
            } else {
                scene.application().kill();
            }
            scene.startAgain("kill " + kill + (both ? ", with its database" : ""));
        }
        scene.note(kills + " kills");
    }
}
