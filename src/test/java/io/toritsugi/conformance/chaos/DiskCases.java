package io.toritsugi.conformance.chaos;

import io.toritsugi.conformance.suite.Wording;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** The disk is full. */
final class DiskCases {

    /** Listed without its disk; played on one by {@link #on}. */
    static final ChaosCase FULL = new ChaosCase(
            "disk-full",
            new Wording("データベースのディスク満杯", "Disk full for the database"),
            "The file system of the database's data is filled up in the stream, stays full for a while, and gets room"
                    + " again; a server that has given up is started again.",
            DiskCases::withoutDisk);

    private static final int REFUSALS = 10;
    private static final Duration FULL_FOR = Duration.ofSeconds(5);
    private static final Duration NOTICED_WITHIN = Duration.ofMinutes(3);

    private DiskCases() {}

    static List<ChaosCase> all() {
        return List.of(FULL);
    }

    static ChaosCase on(SmallDisk disk) {
        return new ChaosCase(FULL.name(), FULL.title(), FULL.what(), scene -> full(scene, disk));
    }

    private static void withoutDisk(ChaosScene scene) {
        throw new IllegalStateException("Played on a disk of its own");
    }

    private static void full(ChaosScene scene, SmallDisk disk) {
        scene.note(disk.kind());
        var server = scene.application().server();
        scene.stream().begin();
        scene.awaitPart(0.4);
        disk.fill(server.cluster());
        int before = scene.refused();
        Awaitility.await("refusals because the disk is full")
                .atMost(NOTICED_WITHIN)
                .until(() -> scene.refused() >= before + REFUSALS);
        Awaitility.await().pollDelay(FULL_FOR).atMost(FULL_FOR.multipliedBy(3)).until(() -> true);
        int acknowledged = scene.stream().acknowledged();
        disk.free(server.cluster());
        if (server.running()) {
            scene.note("PostgreSQL lived through it");
        } else {
            scene.note("PostgreSQL had given up and was started again");
            server.start();
        }
        scene.note((scene.refused() - before) + " posts refused while full; " + acknowledged
                + " telegrams acknowledged by then");
        scene.untilNextAcknowledged("room again to the next acknowledgement");
        scene.awaitPart(1);
    }
}
