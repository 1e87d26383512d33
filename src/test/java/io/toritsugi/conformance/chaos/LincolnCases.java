package io.toritsugi.conformance.chaos;

import io.toritsugi.conformance.suite.Wording;
import io.toritsugi.simulator.Behaviour;
import io.toritsugi.simulator.Credentials;
import io.toritsugi.simulator.SimulatedOutput;
import io.toritsugi.simulator.SimulatorOptions;
import io.toritsugi.simulator.SimulatorServer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;

/** TL-Lincoln itself is away. */
final class LincolnCases {

    private static final String HOTEL = "lincoln-away-polled";
    private static final String PASSWORD = "chaos-password";
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration STEP = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int ROOMS = 500;
    private static final int ANSWERS = 10;
    private static final int SMALLEST_ANSWER = 50;

    private LincolnCases() {}

    static List<ChaosCase> all() {
        return List.of(new ChaosCase(
                "lincoln-away",
                new Wording("TL-リンカーンの停止", "TL-Lincoln away for an hour"),
                "A hotel is polled from a simulator while others push. The line to TL-Lincoln is cut in the middle of an answer's"
                        + " confirmation and stays cut for an hour of the test build's clock, while half of its bookings pile up"
                        + " there; then it is mended.",
                LincolnCases::away));
    }

    private static void away(ChaosScene scene) throws Exception {
        int half = scene.form().telegrams() / 4;
        var credentials = new Credentials("TORITSUGI", HOTEL, PASSWORD);
        try (var lincoln = SimulatorServer.start(SimulatorOptions.silent(0).withHotels(Map.of(HOTEL, credentials)));
                var line = new CuttableLine(lincoln.baseUri())) {
            lincoln.behave(Behaviour.usual().withMostTelegrams(Math.max(SMALLEST_ANSWER, half / ANSWERS)));
            link(scene, line);
            scene.stream().begin();
            enqueue(scene, lincoln, half);
            Awaitility.await("the first output")
                    .atMost(PATIENCE)
                    .until(() -> !lincoln.outputs(HOTEL).isEmpty());
            line.cut();
            enqueue(scene, lincoln, half);
            var passed = anHourOfVainCalls(scene);
            scene.note(lincoln.waiting(HOTEL) + " telegrams waiting there");
            scene.awaitPart(0.5);
            scene.stream().stop();
            line.mend();
            untilAllConfirmed(scene, lincoln, passed);
            scene.awaitPart(1);
        }
    }

    private static void link(ChaosScene scene, CuttableLine line) {
        scene.application().newHotel(HOTEL, ROOMS);
        scene.application()
                .admin()
                .put(
                        "/api/v1/hotels/" + HOTEL + "/connection",
                        Map.ofEntries(
                                Map.entry("address", line.uri() + "/pmsservice/V1"),
                                Map.entry("systemId", "TORITSUGI"),
                                Map.entry("user", HOTEL),
                                Map.entry("password", PASSWORD),
                                Map.entry("poll", true),
                                Map.entry("pollSeconds", 60),
                                Map.entry("nightPollSeconds", 60),
                                Map.entry("connectTimeoutMs", 2000),
                                Map.entry("readTimeoutMs", 5000),
                                Map.entry("requestsPerMinute", 6000),
                                Map.entry("breakerFailures", 5),
                                Map.entry("breakerOpenMs", 1000)))
                .expect(201);
    }

    private static void enqueue(ChaosScene scene, SimulatorServer lincoln, int count) {
        lincoln.enqueue(HOTEL, scene.stream().queue(HOTEL, count).toArray(String[]::new));
    }

    /** Lets the clock go on step by step, each time until a poll has failed; answers how far it is ahead. */
    private static Duration anHourOfVainCalls(ChaosScene scene) {
        var ahead = Duration.ZERO;
        while (ahead.compareTo(AN_HOUR) < 0) {
            long failed = failedPolls(scene);
            ahead = ahead.plus(STEP);
            scene.build().clockAhead(ahead);
            Awaitility.await("a poll in vain")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> failedPolls(scene) > failed);
        }
        scene.note(failedPolls(scene) + " polls in vain within the hour, " + incidents(scene) + " incident");
        return ahead;
    }

    private static long failedPolls(ChaosScene scene) {
        return scene.application()
                .admin()
                .get("/api/v1/hotels/" + HOTEL + "/connection")
                .expect(200)
                .json()
                .at("/state/failures")
                .asLong();
    }

    private static int incidents(ChaosScene scene) {
        return scene.application()
                .admin()
                .get("/api/v1/notifications?hotel=" + HOTEL)
                .expect(200)
                .items()
                .size();
    }

    /** Lets time pass until TL-Lincoln has nothing left and every output is confirmed. */
    private static void untilAllConfirmed(ChaosScene scene, SimulatorServer lincoln, Duration passed) {
        long began = System.nanoTime();
        var ahead = new Duration[] {passed};
        Set<String> confirmed = new HashSet<>();
        Awaitility.await("every output confirmed")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    var outputs = lincoln.outputs(HOTEL);
                    outputs.stream()
                            .filter(SimulatedOutput::confirmed)
                            .filter(output -> confirmed.add(output.outputId()))
                            .forEach(output -> scene.stream().confirmed(output.telegrams()));
                    boolean all =
                            lincoln.waiting(HOTEL) == 0 && outputs.stream().allMatch(SimulatedOutput::confirmed);
                    if (!all) {
                        ahead[0] = ahead[0].plusMinutes(1);
                        scene.build().clockAhead(ahead[0]);
                    }
                    return all;
                });
        scene.recovered(
                "line mended to every output confirmed ("
                        + ahead[0].minus(passed).toMinutes() + " minutes on the test build's clock)",
                Duration.ofNanos(System.nanoTime() - began));
        scene.note(confirmed.size() + " outputs confirmed, none twice");
    }
}
