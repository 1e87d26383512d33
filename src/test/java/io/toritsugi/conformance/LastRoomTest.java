package io.toritsugi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import io.toritsugi.inventory.Availability;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two channels sell the last room of a night at the same moment: one has it, the other one is told so. */
@HttpTest
class LastRoomTest {

    private static final List<String> CHANNELS = List.of("じゃらんnet", "Booking.com");
    private static final List<String> CODES = List.of("0001", "0002");
    private static final int NIGHTS = 500;
    private static final int TOGETHER = 100;
    private static final int ALONE = 100;
    private static final LocalDateTime SENT = LocalDateTime.of(2027, 1, 10, 9, 0);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Availability availability;

    private House house;
    private LocalDate today;
    private final Map<String, List<String>> outcomes = new ConcurrentHashMap<>();

    @BeforeEach
    void a_hotel_with_one_room_of_each_type() {
        house = House.open(port, 1);
        today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void a_thousand_last_rooms_are_sold_once_each() throws Exception {
        var races = IntStream.range(0, CODES.size() * NIGHTS).boxed().toList();
        var start = new CyclicBarrier(CHANNELS.size());
        var senders = Executors.newFixedThreadPool(CHANNELS.size());
        try {
            var channels = new ArrayList<Callable<Void>>();
            for (int channel = 0; channel < CHANNELS.size(); channel++) {
                channels.add(channel(channel, races, start));
            }
            for (var done : senders.invokeAll(channels)) {
                done.get();
            }
        } finally {
            senders.shutdownNow();
        }

        assertThat(outcomes).hasSize(1_000);
        assertThat(outcomes.values())
                .allSatisfy(both -> assertThat(both).containsExactlyInAnyOrder("imported", "rejected NO_AVAILABILITY"));
        assertThat(soldTimes()).isEqualTo(Map.of(1, 1_000L));
        assertThat(reservations()).isEqualTo(1_000);
        var grid = availability.of(hotelId());
        int first = Math.toIntExact(today.toEpochDay());
        for (var type : List.of("SGL", "TWN")) {
            assertThat(IntStream.range(first, first + NIGHTS).map(day -> grid.free(grid.indexOf(type), day)))
                    .containsOnly(0);
        }
    }

    /** First each race by itself, then the others in answers of many; each channel in an order of its own within an answer. */
    private Callable<Void> channel(int channel, List<Integer> races, CyclicBarrier start) {
        return () -> {
            var sender = Http.withKey(port, HttpTest.INTAKE_KEY)
                    .with("Content-Type", "text/xml")
                    .with("Prefer", "wait=30");
            for (int race : races.subList(0, ALONE)) {
                start.await(30, TimeUnit.SECONDS);
                note(post(sender, telegram(channel, race).xml()));
            }
            for (int from = ALONE; from < races.size(); from += TOGETHER) {
                var some = new ArrayList<>(races.subList(from, from + TOGETHER));
                Collections.shuffle(some, new Random(31L * channel + from));
                var answer = TelegramDocument.answer(
                        some.stream().map(race -> telegram(channel, race)).toList());
                start.await(30, TimeUnit.SECONDS);
                note(post(sender, answer));
            }
            return null;
        };
    }

    private JsonNode post(Http sender, String body) {
        var receipt =
                sender.send("POST", "/ota/tl-lincoln/" + house.hotel, body).json();
        var path = "/ota/tl-lincoln/" + house.hotel + "/deliveries/"
                + receipt.get("delivery").asText();
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> sender.get(path).expect(200).json().path("telegrams"),
                        lines -> !lines.findValuesAsText("outcome").contains("pending"));
    }

    private void note(JsonNode lines) {
        for (var line : lines) {
            var race = line.get("bookingNumber").asText().substring(1);
            var outcome = line.get("class").isNull()
                    ? line.get("outcome").asText()
                    : line.get("outcome").asText() + " " + line.get("class").asText();
            outcomes.merge(race, List.of(outcome), (one, other) -> {
                var both = new ArrayList<>(one);
                both.addAll(other);
                return both;
            });
        }
    }

    /** One night, the only room of its type. */
    private TelegramDocument telegram(int channel, int race) {
        return new TelegramDocument(
                "NewBookReport",
                "20270110%d%08d".formatted(channel, race),
                SENT.plusSeconds(race),
                CHANNELS.get(channel),
                "L" + race,
                "TARO MIHON",
                today.plusDays(race % NIGHTS),
                1,
                List.of(CODES.get(race / NIGHTS)),
                10_000);
    }

    /** How many nights were sold how many times. */
    private Map<Integer, Long> soldTimes() {
        var times = new HashMap<Integer, Long>();
        jdbc.sql("select sold, count(*) as nights from inventory where hotel_id = :hotel group by sold")
                .param("hotel", hotelId())
                .query(row -> {
                    times.put(row.getInt("sold"), row.getLong("nights"));
                });
        return times;
    }

    private long reservations() {
        return jdbc.sql("select count(*) from reservation where hotel_id = :hotel and status = 'confirmed'")
                .param("hotel", hotelId())
                .query(Long.class)
                .single();
    }

    private int hotelId() {
        return jdbc.sql("select id from hotel where code = :code")
                .param("code", house.hotel)
                .query(Integer.class)
                .single();
    }
}
