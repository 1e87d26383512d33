package io.toritsugi.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.House;
import io.toritsugi.inventory.AvailabilityDrifted.Kept;
import io.toritsugi.inventory.DriftedCounter.Counter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@HttpTest
class DriftTest {

    @LocalServerPort
    int port;

    @Autowired
    AvailabilityInMemory memory;

    @Autowired
    StoredAvailability tables;

    @Autowired
    CompareAvailability comparing;

    @Autowired
    HotelLock lock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MeterRegistry meters;

    private House house;
    private int hotel;
    private LocalDate today;

    @BeforeEach
    void a_hotel_with_bookings() {
        house = House.open(port, 20);
        today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
        hotel = jdbc.sql("select id from hotel where code = :code")
                .param("code", house.hotel)
                .query(Integer.class)
                .single();
        house.send(House.booking("TARO MIHON", today.plusDays(3)));
    }

    @Test
    void every_corrupted_number_in_memory_is_found_and_put_right() {
        var held = memory.of(hotel);
        var planted = new ArrayList<DriftedCounter>();
        var corrupted = new ArrayList<NightCounter>();
        var random = new Random(1);
        random.ints(0, 5 * 540).distinct().limit(300).forEach(cell -> {
            var night = new CorruptedNight(held, cell / 540, held.firstDay() + cell % 540, random.nextInt(3));
            planted.add(night.drifted());
            corrupted.add(night.counter());
        });
        plant(held.with(corrupted));

        var found = compared();

        assertThat(found).containsExactlyInAnyOrderElementsOf(planted).hasSize(300);
        assertThat(memory.of(hotel).agreesWith(held)).isTrue();
        assertThat(compared()).isEmpty();
    }

    /** A night that is wrong by one in one of its three numbers. */
    private record CorruptedNight(AvailabilityGrid held, int type, int day, int which) {

        private static final List<Counter> NUMBERS = List.of(Counter.FREE, Counter.OVERBOOKING, Counter.STOP_SELL);

        NightCounter counter() {
            var right = numbers();
            int free = right[0] + (which == 0 ? 1 : 0);
            int overbooking = right[1] + (which == 1 ? 1 : 0);
            return new NightCounter(held.types().get(type).id(), day, free, overbooking, which == 2);
        }

        DriftedCounter drifted() {
            int right = numbers()[which];
            return new DriftedCounter(
                    held.types().get(type).code(), LocalDate.ofEpochDay(day), NUMBERS.get(which), right, right + 1);
        }

        private int[] numbers() {
            int free = held.free(type, day);
            return new int[] {free, held.sellable(type, day) - free, 0};
        }
    }

    @Test
    void a_fact_of_a_type_that_is_not_as_stored_is_found_too() {
        memory.of(hotel);
        jdbc.sql("update room_type set base_rate = 1, capacity = 9 where hotel_id = :hotel and code = 'TWN'")
                .param("hotel", hotel)
                .update();
        jdbc.sql(
                        "insert into room_type (hotel_id, code, name, capacity, base_rate, sort_order) values (:hotel, 'NEW', 'NEW', 1, 1, 9)")
                .param("hotel", hotel)
                .update();

        assertThat(compared())
                .containsExactlyInAnyOrder(
                        new DriftedCounter("TWN", null, Counter.CAPACITY, 9, 5),
                        new DriftedCounter("TWN", null, Counter.BASE_RATE, 1, 10_000),
                        new DriftedCounter("NEW", null, Counter.ROOM_TYPE, 1, 0));
        assertThat(memory.of(hotel).indexOf("NEW")).isEqualTo(5);
    }

    @Test
    void a_drift_is_counted_and_an_incident_until_the_next_comparison_finds_none() {
        var held = memory.of(hotel);
        double before = drifted();
        plant(held.with(List.of(new NightCounter(held.types().get(1).id(), held.firstDay(), 1, 0, false))));

        comparing.compare();

        assertThat(drifted()).isGreaterThanOrEqualTo(before + 1);
        var incident = incidents().get(0);
        assertThat(incident.get("code").asText()).isEqualTo("system.availability_drifted");
        assertThat(incident.get("message").asText()).contains("TWN " + today);

        comparing.compare();

        assertThat(incidents()).isEmpty();
    }

    @Test
    void a_hotel_that_is_only_behind_has_not_drifted() {
        memory.of(hotel);
        jdbc.sql("update inventory set sold = sold + 1 where hotel_id = :hotel")
                .param("hotel", hotel)
                .update();
        jdbc.sql("update hotel_version set inventory = inventory + 1 where hotel_id = :hotel")
                .param("hotel", hotel)
                .update();

        assertThat(compared()).isEmpty();
    }

    @Test
    void bookings_that_come_in_meanwhile_are_no_drift() {
        memory.of(hotel);
        var sending = CompletableFuture.runAsync(() -> {
            for (int guest = 0; guest < 15; guest++) {
                house.send(House.booking("HANAKO MIHON", today.plusDays(guest)));
            }
        });
        var found = new ArrayList<DriftedCounter>();

        do {
            found.addAll(compared());
        } while (!sending.isDone());
        sending.join();

        assertThat(found).isEmpty();
        assertThat(compared()).isEmpty();
        assertThat(memory.of(hotel).agreesWith(tables.read(hotel).grid())).isTrue();
    }

    private List<DriftedCounter> compared() {
        var events = new ArrayList<Object>();
        new CompareAvailability(memory, tables, lock, transactions, events::add, Clock.systemUTC()).compare();
        return events.stream()
                .filter(AvailabilityDrifted.class::isInstance)
                .map(AvailabilityDrifted.class::cast)
                .filter(event -> event.hotelId() == hotel && event.kept() == Kept.MEMORY)
                .flatMap(event -> event.found().stream())
                .toList();
    }

    private void plant(AvailabilityGrid wrong) {
        var base = memory.held(hotel).base();
        memory.replace(hotel, new AvailabilityAt(base.change(), base.from(), base.until(), wrong));
    }

    private double drifted() {
        return meters.counter("toritsugi.inventory.drift", "kept", "memory").count();
    }

    private List<JsonNode> incidents() {
        var items = house.admin
                .get("/api/v1/notifications?hotel=" + house.hotel)
                .expect(200)
                .items();
        return items.findParents("code").stream()
                .filter(incident -> incident.get("code").asText().startsWith("system."))
                .toList();
    }
}
