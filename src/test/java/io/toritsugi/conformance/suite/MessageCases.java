package io.toritsugi.conformance.suite;

import io.toritsugi.conformance.suite.Telegram.Room;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/** The smallest and the largest message, and what is no message at all. */
final class MessageCases {

    private MessageCases() {}

    static List<ConformanceCase> all() {
        return List.of(
                new ConformanceCase(
                        "minimum-message",
                        new Wording("最小電文", "Minimum message"),
                        new Wording(
                                "必須項目だけの新規予約を取り込めること。出発日は泊数から求める。",
                                "A new booking with nothing but the mandatory elements is taken; the departure follows"
                                        + " from the number of nights."),
                        MessageCases::minimum),
                new ConformanceCase(
                        "maximum-message",
                        new Wording("最大電文", "Maximum message"),
                        new Wording(
                                "全項目を含む19泊10室20名、約1.9MBの電文を欠落なく取り込み、カード情報は残さないこと。",
                                "A message with every element, 19 nights, 10 rooms, 20 guests and 1.9 MB is taken whole;"
                                        + " card data are not kept."),
                        MessageCases::maximum),
                new ConformanceCase(
                        "unparseable",
                        new Wording("解析できない電文", "Unparseable message"),
                        new Wording(
                                "XMLとして読めないデータも受信どおり保管し、理由を示して拒否し、後続の予約に影響しないこと。",
                                "What is no readable XML is kept as it came, refused with a reason, and does not touch"
                                        + " what comes after it."),
                        MessageCases::unparseable),
                new ConformanceCase(
                        "invalid-reservation",
                        new Wording("不正な予約内容", "Invalid reservation"),
                        new Wording(
                                "内容が矛盾する予約は部屋を押さえず、理由付きで担当者に示し、訂正電文で取り込めること。",
                                "A booking that contradicts itself takes no room, is shown to staff with its reason, and"
                                        + " is imported when its sender corrects it."),
                        MessageCases::invalid));
    }

    private static void minimum(Stage stage) {
        var hotel = stage.hotel();
        var booking = stage.agency(Agency.JALAN).books(stage.day(0), Room.of("0001", 8_000, 9_000));
        stage.step("Send a new booking of one single for two nights with the mandatory elements only");
        var receipt = hotel.send(TelegramXml.minimum(booking).getBytes(StandardCharsets.UTF_8));

        stage.same("outcome", "imported", receipt.outcome());
        stage.same(
                "the reservation", booking.standing().replace("TARO MIHON", ""), hotel.reservation(booking.number()));
        stage.same("nights sold", Telegram.nights(booking), hotel.sold());
        stage.holds(
                "it is said that the departure was derived",
                "check_out_derived",
                receipt.line().path("flags").toString().contains("check_out_derived"),
                receipt.line().path("flags"));
    }

    private static void maximum(Stage stage) {
        var hotel = stage.hotel();
        var message = MaximumMessage.of(stage.agency(Agency.BOOKING), stage.day(0));
        var bytes = message.bytes();
        stage.step("Send a new booking with every element of the interface: 10 rooms × 19 nights, 20 guests, options,"
                + " points, questions, a card number; " + bytes.length + " bytes");
        var receipt = hotel.send(bytes);

        stage.same("outcome", "imported", receipt.outcome());
        stage.same(
                "the reservation",
                message.booking().standing(),
                hotel.reservation(message.booking().number()));
        stage.same("nights sold", Telegram.nights(message.booking()), hotel.sold());
        var reservations = hotel.whole();
        if (reservations.size() == 1) {
            var reservation = reservations.get(0);
            for (var total : message.totals().entrySet()) {
                stage.same(
                        total.getKey(),
                        total.getValue(),
                        reservation.path(total.getKey()).asInt());
            }
        }
        var raw = hotel.raw(receipt.line().path("id").asLong());
        stage.holds(
                "the bytes kept are those sent, the card number overwritten",
                bytes.length + " bytes, equal but for stars",
                Arrays.equals(message.withoutCard(), raw),
                raw.length + " bytes, " + (Arrays.equals(message.withoutCard(), raw) ? "equal" : "different"));
    }

    private static void unparseable(Stage stage) {
        var hotel = stage.hotel();
        var agency = stage.agency(Agency.JALAN);
        var whole = agency.books(stage.day(0), Room.of("0001", 8_000)).xml();
        var broken = new LinkedHashMap<String, String>();
        broken.put("cut off in the middle", whole.substring(0, whole.length() / 2));
        broken.put(
                "with a DOCTYPE",
                whole.replaceFirst("\\?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"));
        broken.put("under another root", "<?xml version=\"1.0\"?><Reservation>1</Reservation>");
        broken.put("that is no XML at all", "予約 1 件よろしくお願いします");
        for (var body : broken.entrySet()) {
            var bytes = body.getValue().getBytes(StandardCharsets.UTF_8);
            stage.step("Send a body " + body.getKey());
            var answer = hotel.waiting(bytes);
            stage.same(body.getKey() + ": status", 422, answer.status());
            var line = new Receipt(answer).line();
            stage.holds(
                    body.getKey() + ": refused as unreadable, with a code",
                    "rejected PARSE parse.…",
                    Receipt.outcome(line).startsWith("rejected PARSE parse."),
                    Receipt.outcome(line));
            stage.holds(
                    body.getKey() + ": kept as it came",
                    bytes.length + " equal bytes",
                    Arrays.equals(bytes, hotel.raw(line.path("id").asLong())),
                    hotel.raw(line.path("id").asLong()).length + " bytes");
        }
        stage.same("cases shown to staff", broken.size(), hotel.failures().size());

        stage.step("Send a good booking after them");
        var good = agency.books(stage.day(1), Room.of("0001", 8_000));
        stage.same("outcome", "imported", hotel.send(good).outcome());
        stage.same("reservations", List.of(good.standing()), hotel.reservations());
    }

    private static void invalid(Stage stage) {
        var hotel = stage.hotel();
        var agency = stage.agency(Agency.JALAN);
        var backwards =
                agency.books(stage.day(5), Room.of("0001", 8_000, 8_000)).leaving(stage.day(4));
        var roomless = agency.books(stage.day(5));
        var gap = agency.books(stage.day(5), Room.of("0001", 8_000)).leaving(stage.day(8));
        refused(stage, hotel, "that departs before it arrives", backwards, "validation.check_out_not_after_check_in");
        refused(stage, hotel, "without a room", roomless, "validation.rooms_missing");
        refused(stage, hotel, "with a price for one of three nights", gap, "validation.nights_missing");
        stage.same("reservations", List.of(), hotel.reservations());
        stage.same("nights sold", List.of(), hotel.sold());
        stage.same("cases shown to staff", 3, hotel.failures().size());

        stage.step("Send the third one again, corrected, as a modification");
        var corrected = agency.changes(gap, stage.day(5), Room.of("0001", 8_000, 8_000, 8_500));
        stage.same("outcome", "modified", hotel.send(corrected).outcome());
        stage.same("reservations", List.of(corrected.standing()), hotel.reservations());
        stage.same("cases still open", 2, hotel.failures().size());
    }

    private static void refused(Stage stage, TestHotel hotel, String what, Telegram telegram, String code) {
        stage.step("Send a new booking " + what);
        var line = hotel.send(telegram).line();
        stage.same(what + ": outcome", "rejected VALIDATION " + code, Receipt.outcome(line));
        stage.holds(
                what + ": the reason in words",
                "a sentence",
                line.path("message").asText().length() > 20,
                line.path("message").asText());
    }
}
