package io.toritsugi.conformance.suite;

import io.toritsugi.conformance.suite.Telegram.Room;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Many at once, and an end in the middle. */
final class LoadCases {

    /** What the simulator makes up for a hotel in a minute, and a busy hotel gets. */
    private static final int USUAL_A_MINUTE = 2;

    private static final int BURST = 100;
    private static final int SENDERS = 8;
    private static final int BOOKINGS_OF_A_SENDER = 40;

    private static final int OF_THE_ANSWER = 400;
    private static final int SINGLE_SENDERS = 3;
    private static final int SINGLES = 30;
    private static final int MINUTES = 5;

    private LoadCases() {}

    static List<ConformanceCase> all() {
        return List.of(
                new ConformanceCase(
                        "burst",
                        new Wording("通常の100倍の集中配信", "A burst of a hundred times the usual rate"),
                        new Wording(
                                "通常（毎分2件）の100倍以上の速さで届いても、すべて一度だけ取り込むこと。",
                                "Telegrams that come a hundred times as fast as usual (two a minute) are all taken, once"
                                        + " each."),
                        LoadCases::burst),
                new ConformanceCase(
                        "restart-in-a-batch",
                        new Wording("一括処理中の再起動", "A restart in the middle of a batch"),
                        new Wording(
                                "処理中の停止・再起動後も、応答済みの電文はすべて一度だけ反映されること。",
                                "After an end in the middle of a batch and a restart, everything that was acknowledged"
                                        + " is there exactly once."),
                        Need.RESTART,
                        LoadCases::restart));
    }

    private static void burst(Stage stage) throws Exception {
        var hotel = stage.hotel(200);
        var agency = stage.agency(Agency.BOOKING);
        var standing = Collections.synchronizedList(new ArrayList<String>());
        var statuses = Collections.synchronizedList(new ArrayList<Integer>());
        List<Callable<Void>> senders = new ArrayList<>();
        for (int sender = 0; sender < SENDERS; sender++) {
            senders.add(() -> {
                for (int number = 0; number < BOOKINGS_OF_A_SENDER; number++) {
                    var booking = agency.books(stage.day(number), Room.of("0002", 12_000, 12_500));
                    statuses.add(hotel.post(booking.bytes()).status());
                    if (number % 4 == 0) {
                        var cancellation = agency.cancels(booking, 0);
                        statuses.add(hotel.post(cancellation.bytes()).status());
                        standing.add(booking.standing().replace("confirmed", "cancelled"));
                    } else {
                        standing.add(booking.standing());
                    }
                }
                return null;
            });
        }
        int telegrams = SENDERS * BOOKINGS_OF_A_SENDER * 5 / 4;
        stage.step("Over " + SENDERS + " connections send " + telegrams
                + " telegrams of one hotel without a pause, every fifth a cancellation");
        long began = System.nanoTime();
        Together.run(senders);
        hotel.eventuallyDecided();
        double perMinute = telegrams * 60e9 / (System.nanoTime() - began);

        stage.same(
                "posts that were not accepted",
                List.of(),
                statuses.stream()
                        .filter(status -> status != 200 && status != 202)
                        .distinct()
                        .toList());
        stage.holds(
                "telegrams decided a minute",
                "at least " + BURST * USUAL_A_MINUTE,
                perMinute >= BURST * USUAL_A_MINUTE,
                String.format(Locale.ROOT, "%.0f", perMinute));
        stage.same("telegrams on record", telegrams, hotel.imports().size());
        stage.holds(
                "reservations",
                standing.size() + ", each as its last telegram says",
                hotel.reservations().equals(standing.stream().sorted().toList()),
                hotel.reservations().size() + ", "
                        + hotel.reservations().stream()
                                .filter(reservation -> !standing.contains(reservation))
                                .count() + " of them otherwise");
        stage.same("cases shown to staff", List.of(), hotel.failures());
    }

    private static void restart(Stage stage) throws Exception {
        var hotel = stage.hotel(400);
        var agency = stage.agency(Agency.BOOKING);
        var batch = IntStream.range(0, OF_THE_ANSWER)
                .mapToObj(number -> agency.books(stage.day(number % 100), Room.of("0002", 12_000, 12_500)))
                .toArray(Telegram[]::new);
        var acknowledged = Collections.synchronizedList(new ArrayList<Telegram>());
        var unanswered = Collections.synchronizedList(new ArrayList<Telegram>());
        var threads = Executors.newFixedThreadPool(SINGLE_SENDERS);
        var begun = new CountDownLatch(SINGLES / SINGLE_SENDERS);
        for (int sender = 0; sender < SINGLE_SENDERS; sender++) {
            threads.execute(() -> sendUntilGone(stage, hotel, agency, acknowledged, unanswered, begun));
        }
        begun.await(MINUTES, TimeUnit.MINUTES);
        stage.step("While " + SINGLE_SENDERS + " senders post single telegrams, send an output of " + OF_THE_ANSWER
                + "; in the moment in which it is acknowledged, cut the power of the instance and its database");
        try {
            hotel.post(Telegram.answer(batch)).expect(200, 202);
        } finally {
            stage.power().cut();
        }
        acknowledged.addAll(List.of(batch));
        threads.shutdown();
        threads.awaitTermination(MINUTES, TimeUnit.MINUTES);
        Duration ready = stage.power().restore();
        stage.step("Start it again: ready after " + ready.toMillis() + " ms; " + acknowledged.size()
                + " telegrams were acknowledged, " + unanswered.size() + " posts had no answer");
        hotel.eventuallyDecided();

        compare(stage, hotel, acknowledged, unanswered);
        stage.step("Send again what had no answer");
        unanswered.forEach(hotel::send);
        acknowledged.addAll(unanswered);
        compare(stage, hotel, acknowledged, List.of());
        stage.same("cases shown to staff", List.of(), hotel.failures());
    }

    private static void sendUntilGone(
            Stage stage,
            TestHotel hotel,
            Agency agency,
            List<Telegram> acknowledged,
            List<Telegram> unanswered,
            CountDownLatch begun) {
        boolean answered = true;
        for (int number = 0; answered; number++) {
            var booking = agency.books(stage.day(number % 100), Room.of("0003", 14_000));
            try {
                answered = hotel.post(booking.bytes()).accepted();
            } catch (UncheckedIOException gone) {
                answered = false;
            }
            (answered ? acknowledged : unanswered).add(booking);
            begun.countDown();
        }
    }

    /** Everything acknowledged is there once; of the rest each is there once or not at all. */
    private static void compare(Stage stage, TestHotel hotel, List<Telegram> acknowledged, List<Telegram> maybe) {
        Map<String, Integer> found = new HashMap<>();
        hotel.reservations().forEach(reservation -> found.merge(reservation, 1, Integer::sum));
        stage.same(
                "acknowledged telegrams without their reservation",
                0L,
                acknowledged.stream()
                        .filter(telegram -> !found.containsKey(telegram.standing()))
                        .count());
        stage.same(
                "reservations that are there twice",
                0L,
                found.values().stream().filter(times -> times > 1).count());
        var sent = new ArrayList<>(acknowledged.stream().map(Telegram::standing).toList());
        sent.addAll(maybe.stream().map(Telegram::standing).toList());
        stage.same(
                "reservations that nobody sent",
                0L,
                found.keySet().stream()
                        .filter(reservation -> !sent.contains(reservation))
                        .count());
        var once = new HashMap<String, Integer>();
        hotel.imports()
                .forEach(line -> once.merge(
                        line.path("dataId").asText(), line.path("original").isNull() ? 1 : 0, Integer::sum));
        stage.same(
                "acknowledged telegrams that are not on record exactly once",
                0L,
                acknowledged.stream()
                        .filter(telegram -> once.getOrDefault(telegram.dataId(), 0) != 1)
                        .count());
    }
}
