package io.toritsugi.link;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.SettableClock;
import io.toritsugi.api.Http;
import io.toritsugi.conformance.House;
import io.toritsugi.conformance.TelegramDocument;
import io.toritsugi.simulator.Credentials;
import io.toritsugi.simulator.SimulatorOptions;
import io.toritsugi.simulator.SimulatorServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** A hotel with a TL-Lincoln of its own, and the desk's view of what came of it. */
public final class LinkedHotel implements AutoCloseable {

    /** Nothing else in the house has this text: wherever it turns up, it leaked. */
    public static final String PASSWORD = "s3cr3t-of-the-hotel";

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final LocalDate ARRIVAL = LocalDate.of(2027, 3, 5);

    public final House house;
    public final String code;
    public final Http admin;
    public final SimulatorServer lincoln;

    private final SettableClock clock;

    private LinkedHotel(int port, SettableClock clock, int rooms) {
        this.house = House.open(port, rooms);
        this.code = house.hotel;
        this.admin = house.admin.with("Accept-Language", "en");
        this.clock = clock;
        try {
            this.lincoln = SimulatorServer.start(
                    SimulatorOptions.silent(0).withHotels(Map.of(code, new Credentials("TORITSUGI", code, PASSWORD))));
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** A hotel that is not linked yet. */
    public static LinkedHotel open(int port, SettableClock clock) {
        return open(port, clock, 200);
    }

    /** One with so many rooms of each type. */
    public static LinkedHotel open(int port, SettableClock clock, int rooms) {
        return new LinkedHotel(port, clock, rooms);
    }

    /** Sets the connection up, with short time-outs; further settings win. */
    public LinkedHotel link(Map<String, Object> further) {
        var wanted = new HashMap<String, Object>(Map.of(
                "address",
                lincoln.baseUri() + "/pmsservice/V1",
                "systemId",
                "TORITSUGI",
                "user",
                code,
                "password",
                PASSWORD,
                "poll",
                true,
                "pollSeconds",
                60,
                "nightPollSeconds",
                60,
                "connectTimeoutMs",
                2000,
                "readTimeoutMs",
                1500,
                "requestsPerMinute",
                6000));
        wanted.put("breakerFailures", 100);
        wanted.putAll(further);
        var answer = admin.put(house.path("/connection"), wanted);
        if (answer.status() != 201 && answer.status() != 200) {
            throw new AssertionError(answer);
        }
        return this;
    }

    public LinkedHotel link() {
        return link(Map.of());
    }

    /** Changes some of the connection. */
    public void change(Map<String, Object> wanted) {
        admin.put(house.path("/connection"), wanted).expect(200);
    }

    public JsonNode connection() {
        return admin.get(house.path("/connection")).expect(200).json();
    }

    public JsonNode state() {
        return connection().path("state");
    }

    /** Puts so many new bookings into TL-Lincoln's queue; answers their numbers. */
    public List<String> book(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> book(House.booking("GUEST " + number, ARRIVAL.plusDays(number % 60))))
                .toList();
    }

    /** Puts a booking into TL-Lincoln's queue; answers its number. */
    public String book(TelegramDocument booking) {
        lincoln.enqueue(code, booking.xml());
        return booking.bookingNumber();
    }

    /** One whose room code is mapped to nothing. */
    public String bookUnmapped() {
        return book(House.booking("GUEST", ARRIVAL, "9999"));
    }

    /** How many reservations the hotel holds under one of these numbers. */
    public long held(List<String> numbers) {
        return numbers.stream()
                .mapToLong(number -> list(admin.get(house.path("/reservations?bookingNumber=" + number))
                                .expect(200)
                                .items())
                        .size())
                .sum();
    }

    public List<JsonNode> outputs() {
        return list(admin.get("/api/v1/outputs?hotel=" + code).expect(200).items());
    }

    public List<JsonNode> failures(String query) {
        return list(
                admin.get("/api/v1/failures?hotel=" + code + query).expect(200).items());
    }

    public List<JsonNode> incidents() {
        return list(admin.get("/api/v1/notifications?hotel=" + code).expect(200).items());
    }

    /** Waits; the clock stands still. */
    public void eventually(ThrowingRunnable assertion) {
        Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(100)).untilAsserted(assertion);
    }

    /** Waits while time goes by, two minutes at a time. */
    public void inTheCourseOfTime(ThrowingRunnable assertion) {
        inTheCourseOf(Duration.ofMinutes(2), assertion);
    }

    /** Waits while time goes by, so much at a time. */
    public void inTheCourseOf(Duration step, ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> {
                    try {
                        assertion.run();
                    } catch (Throwable notYet) {
                        clock.forward(step);
                        throw notYet;
                    }
                });
    }

    /** Lets the time of the next poll come, and waits until it was made; it has to be linked and polled once. */
    public void nextPoll() {
        eventually(() -> {
            if (state().path("polledAt").isNull()) {
                throw new AssertionError("Not polled yet");
            }
        });
        var before = state().path("polledAt").asText();
        clock.forward(Duration.ofMinutes(2));
        eventually(() -> {
            if (state().path("polledAt").asText().equals(before)) {
                throw new AssertionError("Not polled since " + before);
            }
        });
    }

    public void forward(Duration by) {
        clock.forward(by);
    }

    public static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /** Nobody asks this TL-Lincoln any more. */
    @Override
    public void close() {
        if (admin.get(house.path("/connection")).status() == 200) {
            change(Map.of("poll", false));
        }
        lincoln.close();
    }
}
