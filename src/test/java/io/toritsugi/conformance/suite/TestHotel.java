package io.toritsugi.conformance.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A hotel of one case: its door for senders, and what its front desk sees. */
final class TestHotel {

    private static final Map<String, String> TYPES =
            new TreeMap<>(Map.of("0001", "SGL", "0002", "TWN", "0003", "DBL", "0005", "FAM", "0007", "JPN"));
    private static final int DAYS = 539;

    private final Instance instance;
    private final String code;
    private final String key;
    private final LocalDate firstDay;
    private final Duration patience;

    private TestHotel(Instance instance, String code, String key, LocalDate firstDay, Duration patience) {
        this.instance = instance;
        this.code = code;
        this.key = key;
        this.firstDay = firstDay;
        this.patience = patience;
    }

    /** Opens one with so many rooms of each of five types, behind the codes 0001, 0002, 0003, 0005, 0007. */
    static TestHotel open(
            Instance instance, String code, String intakeKey, int rooms, LocalDate firstDay, Duration patience) {
        var hotel = new TestHotel(instance, code, intakeKey, firstDay, patience);
        TYPES.forEach((agentCode, type) -> {
            hotel.rooms(type, rooms);
            hotel.map("*", agentCode, type);
        });
        return hotel;
    }

    /** The type behind an OTA's code. */
    static String type(String agentCode) {
        return TYPES.getOrDefault(agentCode, "?" + agentCode);
    }

    String code() {
        return code;
    }

    String key() {
        return key;
    }

    void rooms(String type, int rooms) {
        instance.put(
                        "/api/v1/hotels/" + code + "/room-types/" + type,
                        Map.of("name", type, "capacity", 5, "smoking", false, "baseRate", 10_000, "rooms", rooms))
                .expect(200, 201);
    }

    void map(String channel, String agentCode, String type) {
        instance.post(
                        "/api/v1/hotels/" + code + "/mappings",
                        Map.of("channel", channel, "code", agentCode, "roomType", type))
                .expect(201);
    }

    // ---- the sender's side

    /** One telegram by itself; waits for its outcome. */
    Receipt send(Telegram telegram) {
        return send(telegram.bytes());
    }

    /** Several telegrams as one answer of BookingInfoOutput; waits for their outcomes. */
    Receipt sendTogether(Telegram... telegrams) {
        return send(Telegram.answer(telegrams));
    }

    Receipt send(byte[] body) {
        return new Receipt(waiting(body).expect(200, 202, 422));
    }

    /** Posts, waits for the outcome, and answers whatever came. */
    Answer waiting(byte[] body) {
        var headers = headers(key);
        headers.put("Prefer", "wait=" + Math.min(30, patience.toSeconds()));
        return instance.bring(code, body, headers);
    }

    /** Posts without waiting for outcomes. */
    Answer post(byte[] body) {
        return instance.bring(code, body, headers(key));
    }

    Answer postWith(String otherKey, byte[] body) {
        return instance.bring(code, body, headers(otherKey));
    }

    Answer postWithoutKey(byte[] body) {
        return instance.bring(code, body, Map.of("Content-Type", "text/xml; charset=UTF-8"));
    }

    private static Map<String, String> headers(String bearer) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Authorization", "Bearer " + bearer);
        headers.put("Content-Type", "text/xml; charset=UTF-8");
        headers.put("Accept-Language", "en");
        return headers;
    }

    // ---- the desk's side

    /** Every reservation as {@code number status check-in to check-out, guest, TYPE [a price a night], …}. */
    List<String> reservations() {
        return whole().stream().map(TestHotel::words).sorted().toList();
    }

    /** Reservations of one number, in the words of {@link #reservations}. */
    String reservation(String number) {
        return String.join(
                "\n",
                whole().stream()
                        .filter(reservation ->
                                reservation.path("bookingNumber").asText().equals(number))
                        .map(TestHotel::words)
                        .toList());
    }

    List<JsonNode> whole() {
        return instance.items("/api/v1/hotels/" + code + "/reservations");
    }

    /** Every night on which rooms are sold, as {@code 2027-03-05 TWN × 2}. */
    List<String> sold() {
        var nights = new TreeMap<String, Integer>();
        instance.items("/api/v1/hotels/" + code + "/inventory?from=" + firstDay + "&to=" + firstDay.plusDays(DAYS))
                .forEach(night -> nights.put(
                        night.path("date").asText() + " "
                                + night.path("roomType").asText(),
                        night.path("sold").asInt()));
        return inWords(nights);
    }

    /** The nights that the standing reservations take, in the words of {@link #sold}. */
    List<String> taken() {
        var nights = new TreeMap<String, Integer>();
        for (var reservation : whole()) {
            if (!reservation.path("status").asText().equals("cancelled")) {
                reservation
                        .path("rooms")
                        .forEach(room -> room.path("nights")
                                .forEach(night -> nights.merge(
                                        night.path("date").asText() + " "
                                                + room.path("assignedType").asText(),
                                        1,
                                        Integer::sum)));
            }
        }
        return inWords(nights);
    }

    /** The open failures as {@code number CLASS code}. */
    List<String> failures() {
        return openFailures().stream()
                .map(failure -> failure.path("bookingNumber").asText("?") + " "
                        + failure.path("class").asText() + " "
                        + failure.path("code").asText())
                .sorted()
                .toList();
    }

    List<JsonNode> openFailures() {
        return instance.items("/api/v1/failures?hotel=" + code);
    }

    /** Gives the rooms of a booking that found none another type. */
    void assign(String number, String type) {
        var failure = openFailures().stream()
                .filter(open -> open.path("bookingNumber").asText().equals(number))
                .findFirst()
                .orElseThrow();
        instance.post("/api/v1/failures/" + failure.path("id").asLong() + "/assign", Map.of("roomType", type))
                .expect(200);
    }

    /** Everything that was ever received for this hotel, the newest first. */
    List<JsonNode> imports() {
        return instance.items("/api/v1/imports?hotel=" + code);
    }

    byte[] raw(long telegram) {
        return instance.get("/api/v1/imports/" + telegram + "/raw").expect(200).body();
    }

    /** Waits as long as the suite is patient; false when it did not come true. */
    boolean eventually(BooleanSupplier comesTrue) {
        try {
            Awaitility.await()
                    .atMost(patience)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(100))
                    .until(comesTrue::getAsBoolean);
            return true;
        } catch (ConditionTimeoutException tooLong) {
            return false;
        }
    }

    long pending() {
        return instance.items("/api/v1/imports?hotel=" + code + "&outcome=pending")
                .size();
    }

    boolean eventuallyDecided() {
        return eventually(() -> pending() == 0);
    }

    private static String words(JsonNode reservation) {
        var rooms = StreamSupport.stream(reservation.path("rooms").spliterator(), false)
                .map(room -> room.path("assignedType").asText() + " " + amounts(room))
                .sorted()
                .toList();
        return reservation.path("bookingNumber").asText() + " "
                + reservation.path("status").asText() + " "
                + reservation.path("checkIn").asText() + " to "
                + reservation.path("checkOut").asText() + ", "
                + reservation.path("guest").path("name").asText() + ", " + String.join(", ", rooms);
    }

    private static List<Integer> amounts(JsonNode room) {
        var amounts = new ArrayList<Integer>();
        room.path("nights").forEach(night -> amounts.add(night.path("amount").asInt()));
        return amounts;
    }

    private static List<String> inWords(Map<String, Integer> nights) {
        return nights.entrySet().stream()
                .filter(night -> night.getValue() != 0)
                .map(night -> night.getKey() + " × " + night.getValue())
                .toList();
    }
}
