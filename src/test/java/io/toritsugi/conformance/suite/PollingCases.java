package io.toritsugi.conformance.suite;

import io.toritsugi.conformance.suite.Telegram.Room;
import io.toritsugi.simulator.Fault;
import io.toritsugi.simulator.SimulatedOutput;
import java.util.List;

/** Bookings that are fetched from TL-Lincoln. */
final class PollingCases {

    private PollingCases() {}

    static List<ConformanceCase> all() {
        return List.of(new ConformanceCase(
                "polled-output",
                new Wording("ポーリングと出力完了", "Polled and confirmed"),
                new Wording(
                        "TL-リンカーンから取得した予約を取り込み、出力完了を一度だけ通知すること。応答内の重複でも予約は1件であること。",
                        "Bookings that are fetched from TL-Lincoln are imported, also where an answer holds each twice, and their"
                                + " output is confirmed once; a failure among them stays with staff."),
                Need.NEIGHBOUR,
                PollingCases::polled));
    }

    private static void polled(Stage stage) {
        var hotel = stage.hotel();
        var lincoln = stage.lincoln(hotel);
        var agency = stage.agency(Agency.JALAN);
        var booking = agency.books(stage.day(0), Room.of("0002", 12_000, 12_000));
        var change = agency.changes(booking, stage.day(2), Room.of("0002", 12_000));
        var unmapped = agency.books(stage.day(0), Room.of("9999", 20_000));
        lincoln.enqueue(booking, change, unmapped);
        lincoln.nextPollMeets(Fault.DUPLICATES);

        stage.step(
                "TL-Lincoln has a booking, its change and one of an unmapped room; its answer holds each twice. Link the hotel");
        lincoln.link();
        stage.holds(
                "the booking stands as its change says",
                change.standing(),
                hotel.eventually(() -> hotel.reservations().equals(List.of(change.standing()))),
                hotel.reservations());
        stage.same("nights sold", Telegram.nights(change), hotel.sold());
        stage.same(
                "cases shown to staff",
                List.of(unmapped.number() + " ROOM_MAPPING mapping.unknown_code"),
                hotel.failures());
        stage.holds(
                "every output is confirmed",
                "confirmed",
                hotel.eventually(lincoln::allConfirmed),
                lincoln.outputs().stream().map(SimulatedOutput::confirmed).toList());
        stage.same("outputs that were made", 1, lincoln.outputs().size());
        stage.same("telegrams on record, repetitions too", 6, hotel.imports().size());
    }
}
