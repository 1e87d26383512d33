package io.toritsugi.conformance.suite;

import io.toritsugi.conformance.suite.Telegram.Room;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Telegrams that come twice, in vain, too early, or with a bad neighbour. */
final class OrderCases {

    private static final int TELEGRAMS = 50;
    private static final int PARALLEL = 8;

    private OrderCases() {}

    static List<ConformanceCase> all() {
        return List.of(
                new ConformanceCase(
                        "duplicate-delivery",
                        new Wording("重複配信", "Duplicate delivery"),
                        new Wording(
                                "同じ電文が単独、同時、SOAP応答内で再度届いても予約は1件で、重複と応答すること。",
                                "The same telegram again, by itself, in parallel and inside an answer, is refused as a"
                                        + " duplicate that names the first; there is one reservation."),
                        OrderCases::duplicate),
                new ConformanceCase(
                        "acknowledgement-lost",
                        new Wording("コミット後の応答喪失", "Acknowledgement lost after the commit"),
                        new Wording(
                                "保存後に応答が届かず送信側が再送しても、二重予約にならないこと。",
                                "A sender who never got the answer sends again; there is one reservation."),
                        OrderCases::acknowledgementLost),
                new ConformanceCase(
                        "one-bad-among-50",
                        new Wording("50件中1件の不良", "One bad among fifty"),
                        new Wording(
                                "50件の出力に不良が1件あっても、他の49件はすべて取り込まれること。",
                                "Of an output of fifty with one bad telegram the other forty-nine are imported."),
                        OrderCases::oneBad),
                new ConformanceCase(
                        "modification-before-new",
                        new Wording("変更が新規より先着", "Modification before its new booking"),
                        new Wording(
                                "変更電文が新規より先に届いたら保留し、新規到着後に変更後の内容で取り込むこと。",
                                "A change that comes first waits, and is applied by itself when its booking arrives."),
                        OrderCases::early));
    }

    private static void duplicate(Stage stage) throws Exception {
        var hotel = stage.hotel();
        var booking = stage.agency(Agency.JALAN).books(stage.day(0), Room.of("0002", 12_000, 12_000));
        stage.step("Send one telegram " + PARALLEL + " times at once, over " + PARALLEL + " connections");
        List<Callable<String>> posts = new ArrayList<>();
        for (int sender = 0; sender < PARALLEL; sender++) {
            posts.add(() -> hotel.send(booking).outcome());
        }
        var outcomes = Together.run(posts);
        stage.same("imported", 1L, outcomes.stream().filter("imported"::equals).count());
        stage.same(
                "refused as duplicates",
                PARALLEL - 1L,
                outcomes.stream()
                        .filter("rejected DUPLICATE duplicate.same_content"::equals)
                        .count());
        stage.step("Send it once more by itself, and twice inside one answer, as CDATA and with entities");
        var again = hotel.send(booking).line();
        stage.same("outcome", "rejected DUPLICATE duplicate.same_content", Receipt.outcome(again));
        stage.same(
                "how the first one stands, as the receipt says",
                "imported",
                again.path("original").path("outcome").asText());
        stage.same(
                "outcomes",
                List.of("rejected DUPLICATE duplicate.same_content", "rejected DUPLICATE duplicate.same_content"),
                hotel.sendTogether(booking, booking).outcomes());
        stage.same("reservations", List.of(booking.standing()), hotel.reservations());
        stage.same("nights sold", Telegram.nights(booking), hotel.sold());
        stage.same("cases shown to staff", List.of(), hotel.failures());
        stage.same(
                "telegrams on record, repetitions too",
                PARALLEL + 3,
                hotel.imports().size());
    }

    private static void acknowledgementLost(Stage stage) throws Exception {
        var hotel = stage.hotel();
        var booking = stage.agency(Agency.JALAN).books(stage.day(0), Room.of("0002", 12_000, 12_000));
        stage.step("Send a telegram over a connection on which nobody ever reads the answer");
        try (var ignored = DeafSender.post(stage.instance().base(), hotel, booking.bytes())) {
            stage.holds(
                    "the telegram is stored and decided",
                    "imported",
                    hotel.eventually(() -> hotel.imports().stream()
                            .anyMatch(line -> line.path("outcome").asText().equals("imported"))),
                    hotel.imports().stream()
                            .map(line -> line.path("outcome").asText())
                            .toList());
        }
        stage.step("The connection is cut; the sender sends the telegram again");
        stage.same(
                "outcome",
                "rejected DUPLICATE duplicate.same_content",
                hotel.send(booking).outcome());
        stage.same("reservations", List.of(booking.standing()), hotel.reservations());
        stage.same("nights sold", Telegram.nights(booking), hotel.sold());
    }

    private static void oneBad(Stage stage) {
        var hotel = stage.hotel();
        var agency = stage.agency(Agency.BOOKING);
        var documents = new ArrayList<String>();
        var good = new ArrayList<Telegram>();
        for (int number = 0; number < TELEGRAMS; number++) {
            var booking = agency.books(stage.day(number % 25), Room.of("0002", 12_000, 12_000));
            if (number == TELEGRAMS / 2) {
                documents.add(booking.leaving(booking.checkIn()).xml());
            } else {
                documents.add(booking.xml());
                good.add(booking);
            }
        }
        stage.step("Send an output of " + TELEGRAMS + " new bookings; number " + (TELEGRAMS / 2 + 1)
                + " departs on the day of its arrival");
        var outcomes = hotel.send(TelegramXml.answer(documents).getBytes(StandardCharsets.UTF_8))
                .outcomes();
        stage.same("lines of the receipt", TELEGRAMS, outcomes.size());
        stage.same(
                "imported",
                TELEGRAMS - 1L,
                outcomes.stream().filter("imported"::equals).count());
        stage.same(
                "the bad one, in its place",
                "rejected VALIDATION validation.check_out_not_after_check_in",
                outcomes.size() > TELEGRAMS / 2 ? outcomes.get(TELEGRAMS / 2) : "no line");
        stage.same(
                "reservations", good.stream().map(Telegram::standing).sorted().toList(), hotel.reservations());
        stage.same("nights sold", Telegram.nights(good.toArray(Telegram[]::new)), hotel.sold());
        stage.same("cases shown to staff", 1, hotel.failures().size());
    }

    private static void early(Stage stage) {
        var hotel = stage.hotel();
        var agency = stage.agency(Agency.JALAN);
        var booking = agency.books(stage.day(0), Room.of("0001", 8_000, 8_000));
        var change = agency.changes(booking, stage.day(3), Room.of("0002", 12_000));
        stage.step("Send the modification of a booking that has not come yet");
        stage.same(
                "outcome",
                "rejected OUT_OF_ORDER order.unknown_booking",
                hotel.send(change).outcome());
        stage.same("reservations", List.of(), hotel.reservations());
        stage.same(
                "cases shown to staff",
                List.of(booking.number() + " OUT_OF_ORDER order.unknown_booking"),
                hotel.failures());
        stage.step("Send the new booking");
        stage.same("outcome", "imported", hotel.send(booking).outcome());
        stage.holds(
                "the reservation stands as the modification says",
                change.standing(),
                hotel.eventually(() -> hotel.reservations().equals(List.of(change.standing()))),
                hotel.reservations());
        stage.same("nights sold", Telegram.nights(change), hotel.sold());
        stage.same("cases still open", List.of(), hotel.failures());
    }
}
