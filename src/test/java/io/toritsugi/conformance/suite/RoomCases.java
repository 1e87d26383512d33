package io.toritsugi.conformance.suite;

import io.toritsugi.conformance.suite.Telegram.Room;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Room codes, and rooms that two want. */
final class RoomCases {

    private static final String FULL = "rejected NO_AVAILABILITY availability.full";
    private static final int NIGHTS = 10;

    private RoomCases() {}

    static List<ConformanceCase> all() {
        return List.of(
                new ConformanceCase(
                        "unmapped-room",
                        new Wording("部屋タイプ未対応", "Unmapped room"),
                        new Wording(
                                "対応のない部屋タイプコードは保留して担当者に示し、対応付け後に自動で取り込むこと。",
                                "A room code that nobody has mapped waits, is named to staff, and is imported by itself"
                                        + " once it is mapped."),
                        RoomCases::unmapped),
                new ConformanceCase(
                        "cancel-and-resell",
                        new Wording("取消と再販売の同時到着", "Cancellation and re-sale of the same room together"),
                        new Wording(
                                "最後の1室の取消と再販売が同時に届いても、新しい予約が入り過剰販売にならないこと。",
                                "The last room's cancellation and its re-sale arrive together, the sale first; the new"
                                        + " booking gets the room, and nothing is sold twice."),
                        RoomCases::resold),
                new ConformanceCase(
                        "last-room-two-channels",
                        new Wording("2チャネルが最後の1室を同時に予約", "Two channels take the last room at once"),
                        new Wording(
                                "2つのOTAが同時に最後の1室を売ったら、1件だけ取り込み、もう1件は担当者に示すこと。",
                                "Two OTAs sell the last room at the same moment: one is imported, the other is shown to"
                                        + " staff, and the room is sold once."),
                        RoomCases::lastRoom),
                new ConformanceCase(
                        "upgraded-booking",
                        new Wording("アップグレードした予約の変更と取消", "Change and cancellation of an upgraded booking"),
                        new Wording(
                                "満室で別タイプを割り当てた予約は、変更後も収まる限り割当と料金を保ち、取消で割当タイプの部屋を戻すこと。",
                                "A booking that was given another room type because its own was full keeps it, and its price,"
                                        + " through a change that still fits; its cancellation gives back the type that it had."),
                        RoomCases::upgraded),
                new ConformanceCase(
                        "same-code-two-channels",
                        new Wording("2チャネルで同じ部屋コード", "The same room code under two channels"),
                        new Wording(
                                "同じ部屋コードと予約番号でもOTAごとに別の部屋タイプ・別の予約として扱うこと。",
                                "One room code, and one booking number, under two OTAs stand for two room types and two"
                                        + " bookings."),
                        RoomCases::sameCode));
    }

    private static void unmapped(Stage stage) {
        var hotel = stage.hotel();
        var agency = stage.agency(Agency.JALAN);
        var unknown = agency.books(stage.day(0), Room.of("9999", 20_000));
        var neighbour = agency.books(stage.day(0), Room.of("0001", 8_000));
        stage.step("Send a booking of room code 9999, which nobody has mapped, and one of 0001, in one answer");
        var lines = hotel.sendTogether(unknown, neighbour).lines();
        stage.same(
                "outcomes",
                List.of("rejected ROOM_MAPPING mapping.unknown_code", "imported"),
                lines.stream().map(Receipt::outcome).toList());
        stage.holds(
                "the message names the code",
                "… 9999 …",
                lines.get(0).path("message").asText().contains("9999"),
                lines.get(0).path("message").asText());
        stage.same(
                "cases shown to staff",
                List.of(unknown.number() + " ROOM_MAPPING mapping.unknown_code"),
                hotel.failures());
        stage.same("reservations", List.of(neighbour.standing()), hotel.reservations());

        stage.step("Map 9999 to JPN, and do nothing else");
        hotel.map("*", "9999", "JPN");
        var expected = unknown.standing().replace("?9999", "JPN");
        stage.holds(
                "the booking is imported by itself",
                expected,
                hotel.eventually(() -> hotel.reservation(unknown.number()).equals(expected)),
                hotel.reservation(unknown.number()));
        stage.same("cases still open", List.of(), hotel.failures());
    }

    private static void resold(Stage stage) throws Exception {
        var hotel = stage.hotel(1);
        var jalan = stage.agency(Agency.JALAN);
        var booking = stage.agency(Agency.BOOKING);
        var first = jalan.books(stage.day(0), Room.of("0001", 8_000, 8_000));
        hotel.send(first);
        stage.step("The only single is sold. Send its re-sale and its cancellation in one answer, the re-sale first");
        var second = booking.books(stage.day(0), Room.of("0001", 9_000, 9_000));
        hotel.sendTogether(second, jalan.cancels(first, 0));
        heldBySecond(stage, hotel, first, second);

        stage.step("The same on another day, over two connections at the same moment");
        var third = jalan.books(stage.day(10), Room.of("0001", 8_000, 8_000));
        hotel.send(third);
        var cancellation = jalan.cancels(third, 0);
        var fourth = booking.books(stage.day(10), Room.of("0001", 9_000, 9_000));
        Together.<Answer>run(List.of(() -> hotel.post(fourth.bytes()), () -> hotel.post(cancellation.bytes())));
        heldBySecond(stage, hotel, third, fourth);
        stage.same("nights sold", Telegram.nights(second, fourth), hotel.sold());
    }

    private static void heldBySecond(Stage stage, TestHotel hotel, Telegram first, Telegram second) {
        stage.holds(
                "the new booking has the room",
                second.standing(),
                hotel.eventually(() -> hotel.reservations().contains(second.standing())),
                hotel.reservations());
        stage.holds(
                "the first one is cancelled",
                first.standing().replace("confirmed", "cancelled"),
                hotel.reservations().contains(first.standing().replace("confirmed", "cancelled")),
                hotel.reservations());
        stage.same("cases still open", List.of(), hotel.failures());
    }

    private static void lastRoom(Stage stage) throws Exception {
        var hotel = stage.hotel(1);
        var jalan = stage.agency(Agency.JALAN);
        var booking = stage.agency(Agency.BOOKING);
        stage.step("On each of " + NIGHTS + " nights two OTAs sell the only single at the same moment");
        for (int night = 0; night < NIGHTS; night++) {
            var one = jalan.books(stage.day(night), Room.of("0001", 8_000));
            var other = booking.books(stage.day(night), Room.of("0001", 9_000));
            List<Callable<String>> posts = List.of(
                    () -> hotel.send(one).outcome(), () -> hotel.send(other).outcome());
            stage.same(
                    "outcomes on night " + (night + 1),
                    List.of("imported", FULL),
                    Together.run(posts).stream().sorted().toList());
        }
        stage.same("reservations", NIGHTS, hotel.reservations().size());
        stage.same("cases shown to staff", NIGHTS, hotel.failures().size());
        stage.same(
                "nights sold, each once",
                IntStream.range(0, NIGHTS)
                        .mapToObj(night -> stage.day(night) + " SGL × 1")
                        .toList(),
                hotel.sold());
    }

    private static void upgraded(Stage stage) {
        var hotel = stage.hotel(1);
        var agency = stage.agency(Agency.JALAN);
        var first = agency.books(stage.day(0), Room.of("0001", 8_000, 8_000));
        var second = agency.books(stage.day(0), Room.of("0001", 9_000, 9_000));
        hotel.send(first);
        stage.step("The only single is sold. Send another booking of it");
        stage.same("outcome", FULL, hotel.send(second).outcome());

        stage.step("Assign TWN to it");
        hotel.assign(second.number(), "TWN");
        var assigned = second.standing().replace("SGL", "TWN");
        stage.same("reservation", assigned, hotel.reservation(second.number()));
        stage.same("nights sold", sold(first, second), hotel.sold());

        stage.step("The OTA moves it by a day and lengthens it; a twin is free on all its nights");
        var moved = agency.changes(second, stage.day(1), Room.of("0001", 9_000, 9_000, 9_500));
        stage.same("outcome", "modified", hotel.send(moved).outcome());
        var kept = moved.standing().replace("SGL", "TWN");
        stage.same("reservation, upgrade kept at the OTA's price", kept, hotel.reservation(second.number()));
        stage.same("nights sold", sold(first, moved), hotel.sold());

        stage.step("The OTA cancels it");
        stage.same("outcome", "cancelled", hotel.send(agency.cancels(moved, 0)).outcome());
        stage.same("nights sold", Telegram.nights(first), hotel.sold());
        stage.same("cases still open", List.of(), hotel.failures());
    }

    /** The nights of one booking in its own type, and of another in the type that it was given. */
    private static List<String> sold(Telegram own, Telegram upgraded) {
        return Stream.concat(
                        Telegram.nights(own).stream(),
                        Telegram.nights(upgraded).stream().map(night -> night.replace("SGL", "TWN")))
                .sorted()
                .toList();
    }

    private static void sameCode(Stage stage) {
        var hotel = stage.hotel();
        hotel.map("jalan", "0011", "SGL");
        hotel.map("booking", "0011", "DBL");
        var jalan = stage.agency(Agency.JALAN).books(stage.day(0), Room.of("0011", 8_000));
        var booking = stage.agency(Agency.BOOKING)
                .books(stage.day(0), Room.of("0011", 14_000))
                .under(jalan.number());
        stage.step(
                "Map 0011 to SGL for Jalan and to DBL for Booking.com; send a booking of 0011 from each, both numbered "
                        + jalan.number() + ", with the same DataID");
        stage.same("outcome", "imported", hotel.send(jalan).outcome());
        stage.same("outcome", "imported", hotel.send(booking).outcome());
        stage.same(
                "reservations",
                List.of(
                        booking.standing().replace("?0011", "DBL"),
                        jalan.standing().replace("?0011", "SGL")),
                hotel.reservations());
        stage.same("nights sold", List.of(stage.day(0) + " DBL × 1", stage.day(0) + " SGL × 1"), hotel.sold());
    }
}
