package io.toritsugi.conformance.chaos;

import io.toritsugi.conformance.ApplicationProcess.Blueprint;
import io.toritsugi.conformance.Integrity;
import io.toritsugi.conformance.testbuild.RunningTestBuild;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Plays cases; those that do not ask for more share one application. */
final class ChaosRun implements AutoCloseable {

    private static final Duration DECIDED_WITHIN = Duration.ofMinutes(5);

    private final ChaosForm form;
    private @Nullable RunningTestBuild shared;

    ChaosRun(ChaosForm form) {
        this.form = form;
    }

    ChaosOutcome play(ChaosCase played) throws Exception {
        if (!played.equals(DiskCases.FULL)) {
            return play(played, shared());
        }
        try (var disk = SmallDisk.mounted(form.diskMegabytes());
                var build = RunningTestBuild.started(blueprint("chaos-disk").withDataIn(disk.folder()))) {
            return play(DiskCases.on(disk), build);
        }
    }

    /** The application of most cases, started at the first of them. */
    private RunningTestBuild shared() {
        if (shared == null) {
            shared = RunningTestBuild.started(blueprint("chaos"));
        }
        return shared;
    }

    private Blueprint blueprint(String name) {
        return Blueprint.shipped(
                name,
                "toritsugi.ticks.polls-due=* * * * * ?",
                "spring.datasource.hikari.connection-timeout="
                        + form.poolTimeout().toMillis());
    }

    private ChaosOutcome play(ChaosCase played, RunningTestBuild build) throws Exception {
        long began = System.nanoTime();
        var scene = new ChaosScene(build, form, played.name(), Math.max(form.senders(), played.senders()));
        played.script().play(scene);
        var stream = scene.stream();
        stream.stop();
        stream.awaitEnd();
        int unanswered = stream.unanswered();
        stream.sendTheUnansweredAgain();
        scene.recovered(
                "from the last telegram to nothing pending", build.application().awaitDecided(DECIDED_WITHIN));
        var tally = stream.tally();
        if (tally.lost() + tally.doubled() + tally.wrong() == 0) {
            // The same once more, in the words of whoever has to find the fault; receipts too.
            stream.verifyAcknowledged();
            stream.verifyReservations();
        }
        return new ChaosOutcome(
                played,
                tally,
                scene.killed(),
                unanswered,
                stream.refusals(),
                scene.recoveries(),
                scene.notes(),
                new Integrity(build.application().tables()).violations(),
                Duration.ofNanos(System.nanoTime() - began));
    }

    @Override
    public void close() {
        if (shared != null) {
            shared.close();
        }
    }
}
