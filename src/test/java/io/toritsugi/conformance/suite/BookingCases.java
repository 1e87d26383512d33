package io.toritsugi.conformance.suite;

import io.toritsugi.conformance.suite.Telegram.Room;
import java.util.List;

/** The life of a booking: made, changed, cancelled. */
final class BookingCases {

    private BookingCases() {}

    static List<ConformanceCase> all() {
        return List.of(
                new ConformanceCase(
                        "new-two-nights",
                        new Wording("新規2泊", "New booking, two nights"),
                        new Wording(
                                "2泊の新規予約が1件の予約となり、2夜分の部屋だけが減ること。",
                                "A new booking of two nights becomes one reservation; two nights are sold, the day of"
                                        + " departure is not."),
                        BookingCases::twoNights),
                new ConformanceCase(
                        "move-dates",
                        new Wording("日程変更", "Dates moved"),
                        new Wording(
                                "日程変更で同じ予約が移動し、旧日程の部屋が戻ること。",
                                "A change of dates moves the same reservation; nights that it leaves are free again."),
                        BookingCases::moved),
                new ConformanceCase(
                        "add-room",
                        new Wording("部屋の追加", "A room added"),
                        new Wording(
                                "変更電文で部屋が増え、追加分だけ在庫が減ること。",
                                "A change adds a room to the same reservation, and only that room is taken in addition."),
                        BookingCases::roomAdded),
                new ConformanceCase(
                        "remove-room",
                        new Wording("部屋の削減", "A room removed"),
                        new Wording(
                                "変更電文で部屋が減り、その分が在庫に戻ること。",
                                "A change takes a room off the same reservation, and gives it back."),
                        BookingCases::roomRemoved),
                new ConformanceCase(
                        "change-guest",
                        new Wording("宿泊者名の変更", "Guest changed"),
                        new Wording(
                                "宿泊者名だけが変わり、部屋と料金は変わらないこと。", "Only the guest's name changes; rooms and prices stand."),
                        BookingCases::guestChanged),
                new ConformanceCase(
                        "cancel",
                        new Wording("取消", "Cancellation"),
                        new Wording(
                                "取消で部屋が一度だけ戻り、取消料と履歴が残ること。再度の取消は影響しないこと。",
                                "A cancellation gives the rooms back once and keeps reservation, charge and history; a"
                                        + " second one changes nothing."),
                        BookingCases::cancelled),
                new ConformanceCase(
                        "three-rooms-two-rates",
                        new Wording("3室2料金・日別料金", "Three rooms on two rates, prices changing by night"),
                        new Wording(
                                "3室2種類の料金が泊ごとに異なる予約で、全室全泊の料金が正しいこと。",
                                "Of three rooms on two rates whose prices change from night to night, every room has its"
                                        + " own price on every night, and the sums are right."),
                        BookingCases::twoRates));
    }

    private static void twoNights(Stage stage) {
        var hotel = stage.hotel();
        var booking = stage.agency(Agency.JALAN).books(stage.day(0), Room.of("0002", 12_000, 13_500));
        stage.step("Send a new booking of one twin for two nights");
        var receipt = hotel.send(booking);

        stage.same("outcome", "imported", receipt.outcome());
        stage.same("kind", "NEW", receipt.line().path("kind").asText());
        stage.same("channel", "jalan", receipt.line().path("channel").asText());
        stage.same("reservations", List.of(booking.standing()), hotel.reservations());
        stage.same("nights sold", Telegram.nights(booking), hotel.sold());
        stage.same(
                "the receipt names the reservation",
                hotel.whole().get(0).path("id").asText(),
                receipt.line().path("reservation").asText());
    }

    private static void moved(Stage stage) {
        var hotel = stage.hotel();
        var agency = stage.agency(Agency.JALAN);
        var booking = agency.books(stage.day(0), Room.of("0002", 12_000, 12_000));
        stage.step("Send a new booking of two nights");
        hotel.send(booking);
        var later = agency.changes(booking, stage.day(1), Room.of("0002", 12_500, 13_000));
        stage.step("Move it one night later, so that one night is shared");
        stage.same("outcome", "modified", hotel.send(later).outcome());
        stage.same("reservations", List.of(later.standing()), hotel.reservations());
        stage.same("nights sold", Telegram.nights(later), hotel.sold());
        var far = agency.changes(booking, stage.day(30), Room.of("0002", 12_000, 12_000, 12_000));
        stage.step("Move it a month away, for three nights");
        stage.same("outcome", "modified", hotel.send(far).outcome());
        stage.same("reservations", List.of(far.standing()), hotel.reservations());
        stage.same("nights sold", Telegram.nights(far), hotel.sold());
    }

    private static void roomAdded(Stage stage) {
        var hotel = stage.hotel();
        var agency = stage.agency(Agency.BOOKING);
        var booking = agency.books(stage.day(0), Room.of("0002", 12_000, 12_000));
        stage.step("Send a new booking of one twin");
        hotel.send(booking);
        var more =
                agency.changes(booking, stage.day(0), Room.of("0002", 12_000, 12_000), Room.of("0001", 8_000, 8_000));
        stage.step("Add a single");
        stage.same("outcome", "modified", hotel.send(more).outcome());
        stage.same("reservations", List.of(more.standing()), hotel.reservations());
        stage.same("nights sold", Telegram.nights(more), hotel.sold());
    }

    private static void roomRemoved(Stage stage) {
        var hotel = stage.hotel();
        var agency = stage.agency(Agency.BOOKING);
        var booking = agency.books(
                stage.day(0),
                Room.of("0002", 12_000, 12_000),
                Room.of("0002", 12_000, 12_000),
                Room.of("0001", 8_000, 8_000));
        stage.step("Send a new booking of two twins and a single");
        hotel.send(booking);
        stage.same("nights sold", Telegram.nights(booking), hotel.sold());
        var fewer = agency.changes(booking, stage.day(0), Room.of("0002", 12_000, 12_000));
        stage.step("Take one twin and the single off");
        stage.same("outcome", "modified", hotel.send(fewer).outcome());
        stage.same("reservations", List.of(fewer.standing()), hotel.reservations());
        stage.same("nights sold", Telegram.nights(fewer), hotel.sold());
    }

    private static void guestChanged(Stage stage) {
        var hotel = stage.hotel();
        var agency = stage.agency(Agency.JALAN);
        var booking = agency.books(stage.day(0), Room.of("0003", 14_000, 15_000));
        stage.step("Send a new booking for TARO MIHON");
        hotel.send(booking);
        var renamed = agency.renames(booking, "HANAKO REIDAI");
        stage.step("Change the guest to HANAKO REIDAI");
        stage.same("outcome", "modified", hotel.send(renamed).outcome());
        stage.same("reservations", List.of(renamed.standing()), hotel.reservations());
        stage.same("nights sold", Telegram.nights(booking), hotel.sold());
    }

    private static void cancelled(Stage stage) {
        var hotel = stage.hotel();
        var agency = stage.agency(Agency.JALAN);
        var booking = agency.books(stage.day(0), Room.of("0002", 12_000, 12_000));
        stage.step("Send a new booking");
        hotel.send(booking);
        stage.step("Cancel it with a charge of 6,000 yen");
        stage.same(
                "outcome",
                "cancelled",
                hotel.send(agency.cancels(booking, 6_000)).outcome());
        stage.same("reservations", List.of(booking.standing().replace("confirmed", "cancelled")), hotel.reservations());
        stage.same(
                "cancellation charge",
                6_000,
                hotel.whole().get(0).path("cancellationCharge").asInt());
        stage.same("nights sold", List.of(), hotel.sold());
        stage.step("Cancel it again");
        stage.same(
                "outcome",
                "cancelled",
                hotel.send(agency.cancels(booking, 6_000)).outcome());
        stage.same("nights sold", List.of(), hotel.sold());
        stage.same("reservations", 1, hotel.whole().size());
    }

    private static void twoRates(Stage stage) {
        var hotel = stage.hotel();
        var booking = stage.agency(Agency.JALAN)
                .books(
                        stage.day(0),
                        Room.of("0002", 12_000, 13_500, 15_000),
                        Room.of("0002", 11_000, 12_500, 14_000),
                        Room.of("0001", 8_000, 8_800, 9_900));
        stage.step("Send a new booking of two twins on different rates and a single, for three nights, each night at"
                + " another price");
        stage.same("outcome", "imported", hotel.send(booking).outcome());
        stage.same("reservations", List.of(booking.standing()), hotel.reservations());
        var reservation = hotel.whole().get(0);
        stage.same(
                "sum of all nights",
                booking.total(),
                reservation.path("roomTotal").asInt());
        stage.same(
                "total as the OTA says",
                booking.total(),
                reservation.path("headerTotal").asInt());
        stage.same("flags", "[]", reservation.path("flags").toString());
        stage.same("nights sold", Telegram.nights(booking), hotel.sold());
    }
}
