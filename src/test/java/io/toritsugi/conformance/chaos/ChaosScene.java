package io.toritsugi.conformance.chaos;

import io.toritsugi.conformance.ApplicationProcess;
import io.toritsugi.conformance.BookingStream;
import io.toritsugi.conformance.testbuild.RunningTestBuild;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** The application in the middle of a stream of bookings, with what is noted about its recovery. */
final class ChaosScene {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int HOTELS = 3;
    private static final int ROOMS = 500;
    private static final int REFUSED_MEANWHILE = 3;

    private final RunningTestBuild build;
    private final ChaosForm form;
    private final BookingStream stream;
    private final List<Recovery> recoveries = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private boolean killed;

    /**
     * How long something took that the application did by itself.
     *
     * @param after what had happened, and what was waited for
     */
    record Recovery(String after, Duration took) {}

    ChaosScene(RunningTestBuild build, ChaosForm form, String name, int senders) {
        this.build = build;
        this.form = form;
        var hotels = IntStream.rangeClosed(1, HOTELS)
                .mapToObj(number -> application().newHotel(name + "-" + number, ROOMS))
                .toList();
        this.stream = new BookingStream(application(), hotels, senders, form.telegramsOfAnAnswer());
    }

    ApplicationProcess application() {
        return build.application();
    }

    RunningTestBuild build() {
        return build;
    }

    ChaosForm form() {
        return form;
    }

    BookingStream stream() {
        return stream;
    }

    List<Recovery> recoveries() {
        return recoveries;
    }

    List<String> notes() {
        return notes;
    }

    /** Whether the application itself was ended, so that posts may have had no answer. */
    boolean killed() {
        return killed;
    }

    void note(String text) {
        notes.add(text);
    }

    void recovered(String after, Duration took) {
        recoveries.add(new Recovery(after, took));
    }

    /** Waits until this part, between 0 and 1, of all telegrams is acknowledged. */
    void awaitPart(double part) {
        awaitAcknowledged((int) Math.ceil(part * form.telegrams()));
    }

    void awaitAcknowledged(int telegrams) {
        Awaitility.await("acknowledged telegrams")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> stream.acknowledged() >= telegrams);
    }

    void awaitRefusals(int more) {
        int before = refused();
        Awaitility.await("refusals").atMost(PATIENCE).until(() -> refused() >= before + more);
    }

    /** Ends the database, waits until senders have noticed, and starts it again. */
    void outage(String how, Runnable end) {
        end.run();
        awaitRefusals(REFUSED_MEANWHILE);
        application().server().start();
        untilNextAcknowledged(how + ": from its return to the next acknowledgement");
    }

    /** Notes how long it takes from now on until a telegram is accepted. */
    void untilNextAcknowledged(String after) {
        long began = System.nanoTime();
        awaitAcknowledged(stream.acknowledged() + 1);
        recovered(after, Duration.ofNanos(System.nanoTime() - began));
    }

    /** Starts the application that was killed, and waits until nothing is left to do. */
    void startAgain(String after) {
        killed = true;
        stream.awaitEnd();
        recovered(after + ": from the start to readiness", application().start());
        recovered(after + ": from readiness to nothing pending", application().awaitDecided(PATIENCE));
    }

    int refused() {
        return stream.refusals().values().stream().mapToInt(Integer::intValue).sum();
    }
}
