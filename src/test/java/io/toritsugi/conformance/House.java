package io.toritsugi.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A hotel with its staff and its OTA: telegrams go in as from outside, what became of them is read as at the desk. */
public final class House {

    private static final AtomicLong NUMBERS = new AtomicLong(1000);
    private static final LocalDateTime SENT = LocalDateTime.of(2027, 1, 10, 9, 0);

    public final Http admin;
    public final String hotel;

    private final int port;

    private House(int port, int rooms) {
        this.port = port;
        this.admin = Http.admin(port);
        this.hotel = FixtureHotel.make(admin, rooms);
    }

    /** A hotel that no other test knows, with twenty rooms of each type. */
    public static House open(int port) {
        return new House(port, 20);
    }

    public static House open(int port, int rooms) {
        return new House(port, rooms);
    }

    /** Somebody of this hotel, and of no other. */
    public Http as(String role) {
        return key(role, hotel);
    }

    /** Somebody of another hotel that exists as well. */
    public Http stranger(String role) {
        return key(role, admin.newHotel());
    }

    private Http key(String role, String scope) {
        return Http.withKey(port, admin.newKey(role, scope).get("key").asText());
    }

    public String path(String rest) {
        return "/api/v1/hotels/" + hotel + rest;
    }

    /** Sends bytes as an OTA would, and waits for their outcome. */
    public JsonNode deliver(byte[] document) {
        return Http.withKey(port, HttpTest.INTAKE_KEY)
                .with("Content-Type", "text/xml")
                .with("Prefer", "wait=20")
                .send("POST", "/ota/tl-lincoln/" + hotel, document)
                .json();
    }

    /** Sends a telegram; answers its line of the receipt. */
    public JsonNode send(TelegramDocument telegram) {
        return deliver(telegram.xml().getBytes(StandardCharsets.UTF_8))
                .path("telegrams")
                .path(0);
    }

    /** Sends a sample; answers its line of the receipt. */
    public JsonNode sendSample(String name) {
        return deliver(sample(name)).path("telegrams").path(0);
    }

    public static byte[] sample(String name) {
        try (var stream = House.class.getResourceAsStream("/samples/" + name + ".xml")) {
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }

    /** A new booking of one twin for two nights, under a number of its own. */
    public static TelegramDocument booking(String guest, LocalDate arrival) {
        return booking(guest, arrival, "0002");
    }

    public static TelegramDocument booking(String guest, LocalDate arrival, String code) {
        var number = NUMBERS.incrementAndGet();
        return new TelegramDocument(
                "NewBookReport",
                "2027011000000" + number,
                SENT.plusSeconds(number),
                "じゃらんnet",
                "B" + number,
                guest,
                arrival,
                2,
                List.of(code),
                10_000);
    }

    /** What a booking becomes when its OTA sends it again under another class. */
    public static TelegramDocument again(TelegramDocument booking, String classification) {
        var number = NUMBERS.incrementAndGet();
        return new TelegramDocument(
                classification,
                "2027011000000" + number,
                SENT.plusSeconds(number),
                booking.company(),
                booking.bookingNumber(),
                booking.guest(),
                booking.checkIn(),
                booking.nights(),
                booking.rooms(),
                booking.price());
    }
}
