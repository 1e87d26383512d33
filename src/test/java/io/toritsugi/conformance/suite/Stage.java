package io.toritsugi.conformance.suite;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What one case plays on: hotels of its own, keys that are revoked when it has ended, and its protocol. At the end every
 * telegram that was brought must have an outcome, and the nights sold must be those that the reservations take.
 */
public final class Stage implements AutoCloseable {

    private static final AtomicInteger HOTELS = new AtomicInteger();
    private static final String RUN =
            Long.toString(System.currentTimeMillis() / 1000, 36).toUpperCase(Locale.ROOT);
    private static final int DAYS_AHEAD = 60;

    private final Theatre theatre;
    private final Protocol protocol = new Protocol();
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    private final List<TestHotel> hotels = new ArrayList<>();
    private final List<Long> keys = new ArrayList<>();
    private final List<Lincoln> lincolns = new ArrayList<>();

    Stage(Theatre theatre) {
        this.theatre = theatre;
    }

    Instance instance() {
        return theatre.instance();
    }

    Duration patience() {
        return theatre.patience();
    }

    /** @throws java.util.NoSuchElementException when the instance cannot be restarted; see {@link Need#RESTART} */
    Power power() {
        return theatre.power().orElseThrow();
    }

    Protocol protocol() {
        return protocol;
    }

    /** A hotel that nobody else knows, with twenty rooms of each type. */
    TestHotel hotel() {
        return hotel(20);
    }

    TestHotel hotel(int rooms) {
        var code = newHotelCode();
        var hotel = TestHotel.open(
                instance(), code, key("INTAKE", code), rooms, today.plusDays(DAYS_AHEAD - 10), theatre.patience());
        hotels.add(hotel);
        step("Open hotel " + code + " with " + rooms
                + " rooms of each of SGL, TWN, DBL, FAM, JPN, and a key for its sender");
        return hotel;
    }

    String newHotelCode() {
        var code = "CF" + RUN + "-" + HOTELS.incrementAndGet();
        instance().put("/api/v1/hotels/" + code, Map.of("name", "適合試験 " + code)).expect(201);
        return code;
    }

    /** A key that ends with the case. */
    String key(String role, String scope) {
        var made = instance()
                .post("/api/v1/api-keys", Map.of("name", "conformance", "role", role, "hotel", scope))
                .expect(201)
                .json();
        keys.add(made.path("id").asLong());
        return made.path("key").asText();
    }

    void revokeNewestKey() {
        instance().delete("/api/v1/api-keys/" + keys.remove(keys.size() - 1)).expect(204);
    }

    /** A TL-Lincoln that knows this hotel, until the case ends; see {@link Need#NEIGHBOUR}. */
    Lincoln lincoln(TestHotel hotel) {
        var opened = Lincoln.of(instance(), hotel.code());
        lincolns.add(opened);
        return opened;
    }

    Agency agency(String company) {
        return new Agency(company, today);
    }

    /** A day of arrival, so many days after the first that the suite uses. */
    LocalDate day(int number) {
        return today.plusDays(DAYS_AHEAD + number);
    }

    void step(String what) {
        protocol.step(what);
    }

    void same(String what, Object expected, Object found) {
        protocol.same(what, expected, found);
    }

    void holds(String what, String expected, boolean good, Object found) {
        protocol.holds(what, expected, good, found);
    }

    /** What must be true of every hotel after every case. */
    void finish() {
        for (var hotel : hotels) {
            hotel.eventuallyDecided();
            same("Afterwards: telegrams of " + hotel.code() + " without an outcome", 0L, hotel.pending());
            var taken = hotel.taken();
            var sold = hotel.sold();
            holds(
                    "Afterwards: the nights sold in " + hotel.code() + " are those that its reservations take",
                    taken.size() + " nights",
                    taken.equals(sold),
                    taken.equals(sold) ? sold.size() + " nights" : "sold " + sold + ", taken " + taken);
        }
    }

    @Override
    public void close() {
        lincolns.forEach(Lincoln::close);
        keys.forEach(key -> instance().delete("/api/v1/api-keys/" + key));
    }

    /** What all cases of a run share. */
    record Theatre(Instance instance, Duration patience, Optional<Power> power) {

        boolean offers(Need need) {
            return switch (need) {
                case NOTHING -> true;
                case RESTART -> power.isPresent();
                case NEIGHBOUR -> instance.isOnThisMachine();
            };
        }
    }
}
