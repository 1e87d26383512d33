package io.toritsugi.conformance.suite;

import io.toritsugi.conformance.suite.Telegram.Room;
import java.util.List;
import java.util.Map;

/** Who may bring telegrams, and for whom. */
final class AccessCases {

    private static final String ALL_HOTELS = "*";

    private AccessCases() {}

    static List<ConformanceCase> all() {
        return List.of(
                new ConformanceCase(
                        "wrong-credentials",
                        new Wording("認証情報の誤り", "Wrong credentials"),
                        new Wording(
                                "認証情報がない、誤り、失効済み、他ホテル用の送信は拒否し、何も保存しないこと。",
                                "A sender without a key, with a wrong, a revoked or another hotel's key is refused, and"
                                        + " nothing of it is kept."),
                        AccessCases::wrongCredentials),
                new ConformanceCase(
                        "unknown-hotel",
                        new Wording("未登録ホテル", "Unknown hotel"),
                        new Wording(
                                "登録のないホテル宛の送信はそれと分かる形で拒否し、存在を漏らさないこと。",
                                "What is sent to a hotel that does not exist is refused as such, and only to those who"
                                        + " may know."),
                        AccessCases::unknownHotel));
    }

    private static void wrongCredentials(Stage stage) {
        var hotel = stage.hotel();
        var other = stage.newHotelCode();
        var body = stage.agency(Agency.JALAN)
                .books(stage.day(0), Room.of("0001", 8_000))
                .bytes();

        stage.step("Post without a key");
        stage.same(
                "answer",
                "401 access.unauthenticated",
                hotel.postWithoutKey(body).refusal());
        stage.step("Post with a key that nobody made");
        stage.same(
                "answer",
                "401 access.unauthenticated",
                hotel.postWith("tg_this-key-was-never-made", body).refusal());
        stage.step("Post with the key of hotel " + other);
        stage.same(
                "answer",
                "403 access.forbidden_hotel",
                hotel.postWith(stage.key("INTAKE", other), body).refusal());
        var revoked = stage.key("INTAKE", hotel.code());
        stage.revokeNewestKey();
        stage.step("Post with a key that was revoked before it was ever used");
        stage.same(
                "answer",
                "401 access.unauthenticated",
                hotel.postWith(revoked, body).refusal());
        stage.step("Read the reservations with the sender's key, and without any");
        var reservations = "/api/v1/hotels/" + hotel.code() + "/reservations";
        stage.same(
                "answer", 403, stage.instance().ask(reservations, hotel.key()).status());
        stage.same("answer", 401, stage.instance().ask(reservations, null).status());

        stage.same("what was kept of all this", List.of(), hotel.imports());
        stage.step("Post the same telegram with the right key");
        stage.same("outcome", "imported", hotel.send(body).outcome());
    }

    private static void unknownHotel(Stage stage) {
        var hotel = stage.hotel();
        var nowhere = hotel.code() + "-NONE";
        var body = stage.agency(Agency.JALAN)
                .books(stage.day(0), Room.of("0001", 8_000))
                .bytes();
        var everywhere = Map.of("Authorization", "Bearer " + stage.key("INTAKE", ALL_HOTELS));
        var own = Map.of("Authorization", "Bearer " + hotel.key());

        stage.step("Post to " + nowhere + " with a key for all hotels");
        stage.same(
                "answer",
                "404 hotel.unknown",
                stage.instance().bring(nowhere, body, everywhere).refusal());
        stage.step("Post to " + nowhere + " with the key of " + hotel.code());
        stage.same(
                "answer",
                "403 access.forbidden_hotel",
                stage.instance().bring(nowhere, body, own).refusal());
        stage.same("what " + hotel.code() + " got of it", List.of(), hotel.imports());
    }
}
