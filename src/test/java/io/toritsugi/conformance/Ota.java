package io.toritsugi.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.StreamSupport;

/** An OTA that sends bookings to one hotel, and the hotel's view of what became of them. */
final class Ota {

    private static final LocalDateTime OPENING = LocalDateTime.of(2027, 1, 10, 9, 0);

    private final Http sender;
    private final Http admin;
    private final String hotel;
    private int sent;

    Ota(int port, Http admin, String hotel) {
        this.sender = Http.withKey(port, HttpTest.INTAKE_KEY)
                .with("Content-Type", "text/xml")
                .with("Prefer", "wait=20")
                .with("Accept-Language", "en");
        this.admin = admin;
        this.hotel = hotel;
    }

    String hotel() {
        return hotel;
    }

    /** A new booking of two nights from 2027-03-05. */
    TelegramDocument booking(String number, int minute, String... codes) {
        return document("NewBookReport", number, minute, LocalDate.of(2027, 3, 5), 2, codes);
    }

    TelegramDocument modification(String number, int minute, LocalDate checkIn, int nights, String... codes) {
        return document("ModificationReport", number, minute, checkIn, nights, codes);
    }

    TelegramDocument cancellation(String number, int minute) {
        return document("CancellationReport", number, minute, LocalDate.of(2027, 3, 5), 2, "0001");
    }

    private TelegramDocument document(
            String classification, String number, int minute, LocalDate checkIn, int nights, String... codes) {
        sent++;
        return new TelegramDocument(
                classification,
                "20270110%09d".formatted(sent),
                OPENING.plusMinutes(minute),
                "Booking.com",
                number,
                "TARO MIHON",
                checkIn,
                nights,
                List.of(codes),
                10_000);
    }

    /** Sends one telegram and answers its line of the receipt. */
    JsonNode send(TelegramDocument telegram) {
        return send(telegram.xml()).expect(200).json().path("telegrams").get(0);
    }

    Http.Answer send(String body) {
        return sender.send("POST", "/ota/tl-lincoln/" + hotel, body);
    }

    /** Sends several telegrams as one answer and answers the lines of the receipt. */
    List<JsonNode> sendTogether(TelegramDocument... telegrams) {
        return list(send(TelegramDocument.answer(List.of(telegrams)))
                .expect(200)
                .json()
                .path("telegrams"));
    }

    JsonNode reservation(String number) {
        var found = reservations(number);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " reservations of booking " + number + ": " + found);
        }
        return found.get(0);
    }

    List<JsonNode> reservations(String number) {
        return list(admin.get("/api/v1/hotels/" + hotel + "/reservations?bookingNumber=" + number)
                .expect(200)
                .items());
    }

    /** The open failures of the hotel. */
    List<JsonNode> failures() {
        return list(admin.get("/api/v1/failures?hotel=" + hotel).expect(200).items());
    }

    /** The open incidents of the hotel. */
    List<JsonNode> incidents() {
        return list(
                admin.get("/api/v1/notifications?hotel=" + hotel).expect(200).items());
    }

    /** Rooms sold of a type on a night. */
    int sold(String type, LocalDate night) {
        var nights = admin.get("/api/v1/hotels/" + hotel + "/inventory?from=" + night + "&to=" + night.plusDays(1))
                .expect(200)
                .items();
        return list(nights).stream()
                .filter(row -> row.path("roomType").asText().equals(type))
                .mapToInt(row -> row.path("sold").asInt())
                .findFirst()
                .orElseThrow();
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
