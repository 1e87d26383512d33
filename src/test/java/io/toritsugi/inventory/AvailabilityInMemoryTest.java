package io.toritsugi.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.toritsugi.SettableClock;
import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.House;
import io.toritsugi.conformance.TelegramDocument;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@HttpTest
class AvailabilityInMemoryTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @LocalServerPort
    int port;

    @Autowired
    AvailabilityInMemory memory;

    @Autowired
    StoredAvailability tables;

    @Autowired
    InventoryStore inventory;

    @Autowired
    HotelLock lock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate template;

    @Autowired
    PlatformTransactionManager transactions;

    private House house;
    private Http admin;
    private int hotel;
    private LocalDate today;
    private int day;

    @BeforeEach
    void a_hotel_with_two_rooms_of_each_type() {
        house = House.open(port, 2);
        admin = house.admin;
        hotel = hotelId(house.hotel);
        today = LocalDate.now(TOKYO);
        day = Math.toIntExact(today.toEpochDay());
    }

    @Test
    void a_hotel_is_read_for_the_first_who_asks() {
        var grid = memory.of(hotel);

        assertThat(grid.types()).extracting(TypeFacts::code).containsExactly("SGL", "TWN", "DBL", "FAM", "JPN");
        assertThat(grid.firstDay()).isEqualTo(day);
        assertThat(grid.endDay()).isEqualTo(day + 540);
        assertThat(grid.freeThroughout(grid.indexOf("TWN"), day, day + 540, 2)).isTrue();
    }

    @Test
    void a_hotel_without_types_has_a_horizon_and_nothing_in_it() {
        assertThat(memory.of(hotelId(admin.newHotel())).types()).isEmpty();
    }

    @Test
    void a_booking_takes_its_nights_and_a_cancellation_gives_them_back() {
        memory.of(hotel);
        var booking = House.booking("TARO MIHON", today.plusDays(3));

        house.send(booking);

        assertThat(twins(2, 3, 4, 5)).containsExactly(2, 1, 1, 2);

        house.send(House.again(booking, "CancellationReport"));

        assertThat(twins(2, 3, 4, 5)).containsExactly(2, 2, 2, 2);
        assertAsTables();
    }

    @Test
    void a_booking_is_taken_in_without_another_look_at_the_tables() {
        house.send(House.booking("TARO MIHON", today.plusDays(10)));
        memory.of(hotel);
        // Uncounted, so that only who reads the tables again can know it.
        jdbc.sql("update inventory set rooms = 7 where hotel_id = :hotel")
                .param("hotel", hotel)
                .update();

        house.send(House.booking("HANAKO MIHON", today.plusDays(3)));

        assertThat(twins(3, 4, 10)).containsExactly(1, 1, 1);
    }

    @Test
    void a_change_by_hand_is_in_memory_when_its_answer_is() {
        memory.of(hotel);
        house.send(House.booking("TARO MIHON", today.plusDays(3)));

        var period = admin.post(
                        house.path("/rooms/TWN-001/out-of-order"),
                        Map.of(
                                "from",
                                today.plusDays(3).toString(),
                                "to",
                                today.plusDays(5).toString(),
                                "reason",
                                "水漏れ"))
                .expect(201)
                .json();
        assertThat(twins(2, 3, 4, 5)).containsExactly(2, 0, 0, 2);

        admin.delete(house.path("/rooms/TWN-001/out-of-order/") + period.get("id"))
                .expect(204);
        assertThat(twins(3)).containsExactly(1);

        admin.put(house.path("/room-types/TWN"), Map.of("rooms", 5)).expect(200);
        assertThat(twins(2, 3)).containsExactly(5, 4);

        admin.put(house.path("/room-types/TWN"), Map.of("baseRate", 7_000)).expect(200);
        assertThat(memory.of(hotel).types().get(1).baseRate()).isEqualTo(7_000);

        admin.put(house.path("/room-types/SUI"), Map.of("rooms", 1)).expect(201);
        assertThat(memory.of(hotel).indexOf("SUI")).isEqualTo(5);

        admin.put("/api/v1/hotels/" + house.hotel, Map.of("horizonDays", 30)).expect(200);
        assertThat(memory.of(hotel).endDay()).isEqualTo(day + 30);
        assertAsTables();
    }

    @Test
    void a_change_that_is_rolled_back_leaves_no_trace() {
        house.send(House.booking("TARO MIHON", today.plusDays(3)));
        var before = memory.of(hotel);

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            takeTwin(3);
            status.setRollbackOnly();
        });

        assertThat(memory.of(hotel)).isSameAs(before);
    }

    @Test
    void who_asks_first_in_the_middle_of_his_own_change_is_answered_as_it_was_before() {
        house.send(House.booking("TARO MIHON", today.plusDays(3)));
        var node = anotherNode(Clock.systemUTC());

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            takeTwin(3);
            var grid = node.of(hotel);
            assertThat(grid.free(grid.indexOf("TWN"), day + 3)).isEqualTo(1);
            status.setRollbackOnly();
        });
        house.send(House.booking("HANAKO MIHON", today.plusDays(3)));
        node.catchUp();

        assertThat(node.of(hotel).free(1, day + 3)).isZero();
    }

    @Test
    void another_node_catches_up_with_what_this_one_commits() {
        var node = anotherNode(Clock.systemUTC());
        var before = node.of(hotel);

        node.catchUp();
        assertThat(node.of(hotel)).isSameAs(before);

        house.send(House.booking("TARO MIHON", today.plusDays(3)));
        assertThat(node.of(hotel)).isSameAs(before);
        node.catchUp();

        assertThat(node.of(hotel).free(1, day + 3)).isEqualTo(1);
        assertThat(node.of(hotel).agreesWith(memory.of(hotel))).isTrue();
    }

    @Test
    void another_node_is_exact_as_soon_as_it_has_seen_the_versions_of_the_hotel() {
        var node = anotherNode(Clock.systemUTC());
        node.of(hotel);
        house.send(House.booking("TARO MIHON", today.plusDays(3)));

        new HotelVersionStore(template, node).current(List.of(hotel));

        assertThat(node.of(hotel).free(1, day + 3)).isEqualTo(1);
    }

    @Test
    void a_database_that_went_back_is_read_anew() {
        house.send(House.booking("TARO MIHON", today.plusDays(3)));
        var node = anotherNode(Clock.systemUTC());
        node.of(hotel);

        jdbc.sql("update hotel_version set inventory = inventory - 1 where hotel_id = :hotel")
                .param("hotel", hotel)
                .update();
        jdbc.sql("update inventory set sold = 0 where hotel_id = :hotel")
                .param("hotel", hotel)
                .update();
        node.catchUp();

        assertThat(node.of(hotel).free(1, day + 3)).isEqualTo(2);
    }

    @Test
    void at_the_hotels_midnight_the_horizon_moves_on() {
        var clock = new SettableClock(today.atTime(23, 59, 59).atZone(TOKYO).toInstant());
        var node = anotherNode(clock);
        house.send(House.booking("TARO MIHON", today.plusDays(1)));
        assertThat(node.of(hotel).firstDay()).isEqualTo(day);

        clock.forward(Duration.ofSeconds(1));

        var grid = node.of(hotel);
        assertThat(grid.firstDay()).isEqualTo(day + 1);
        assertThat(grid.endDay()).isEqualTo(day + 541);
        assertThat(grid.free(1, day + 1)).isEqualTo(1);
        assertThat(grid.free(1, day + 540)).isEqualTo(2);
        assertThat(node.of(hotel)).isSameAs(grid);
    }

    @Test
    void a_hotel_that_nobody_asks_for_is_let_go() {
        var clock = new SettableClock(today.atTime(9, 0).atZone(TOKYO).toInstant());
        var node = anotherNode(clock);
        node.of(hotel);
        clock.forward(Duration.ofMinutes(50));
        node.of(hotel);
        clock.forward(Duration.ofMinutes(50));
        node.catchUp();
        assertThat(node.held(hotel)).isNotNull();

        clock.forward(Duration.ofMinutes(11));
        node.catchUp();

        assertThat(node.held(hotel)).isNull();
    }

    /** With three callers at once; a seed tells again which. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatever_happens_at_once_memory_ends_as_the_tables_are(long seed) throws Exception {
        var node = anotherNode(Clock.systemUTC());
        var callers = Executors.newFixedThreadPool(3);
        try {
            for (int round = 0; round < 5; round++) {
                memory.of(hotel);
                node.of(hotel);
                var all = new ArrayList<Callable<Void>>();
                for (int caller = 0; caller < 3; caller++) {
                    all.add(caller(new Random(seed * 1_000 + round * 10 + caller), caller));
                }
                for (var done : callers.invokeAll(all)) {
                    done.get();
                }
                assertAsTables();
                node.catchUp();
                assertThat(node.of(hotel).agreesWith(memory.of(hotel))).isTrue();
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private Callable<Void> caller(Random random, int caller) {
        return () -> {
            var standing = new ArrayList<TelegramDocument>();
            for (int step = 0; step < 8; step++) {
                var from = today.plusDays(random.nextInt(6));
                var to = from.plusDays(1 + random.nextInt(4));
                switch (random.nextInt(9)) {
                    case 0, 1, 2, 3 -> {
                        var booking = House.booking("TARO MIHON", from, "000" + (1 + random.nextInt(3)));
                        house.send(booking);
                        standing.add(booking);
                    }
                    case 4 -> {
                        if (!standing.isEmpty()) {
                            house.send(House.again(
                                    standing.remove(random.nextInt(standing.size())), "CancellationReport"));
                        }
                    }
                    case 5 ->
                        admin.post(
                                house.path("/rooms/TWN-00" + (1 + random.nextInt(2)) + "/out-of-order"),
                                Map.of("from", from.toString(), "to", to.toString(), "reason", "点検"));
                    case 6 ->
                        admin.put(
                                        house.path("/calendar/overbooking"),
                                        Map.of(
                                                "roomType",
                                                "TWN",
                                                "from",
                                                from.toString(),
                                                "to",
                                                to.toString(),
                                                "rooms",
                                                random.nextInt(3)))
                                .expect(204);
                    case 7 ->
                        admin.put(
                                        house.path("/calendar/stop-sells"),
                                        Map.of(
                                                "roomType",
                                                "DBL",
                                                "from",
                                                from.toString(),
                                                "to",
                                                to.toString(),
                                                "stopped",
                                                random.nextBoolean()))
                                .expect(204);
                    default ->
                        admin.put(house.path("/room-types/N" + caller + step), Map.of("rooms", random.nextInt(4)));
                }
            }
            return null;
        };
    }

    private void assertAsTables() {
        assertThat(memory.of(hotel).agreesWith(tables.read(hotel).grid())).isTrue();
        assertAsShown();
    }

    /** The calendar is reckoned by the database alone. */
    private void assertAsShown() {
        var grid = memory.of(hotel);
        var shown = admin.get(house.path("/calendar?from=%s&to=%s".formatted(today, today.plusDays(14))))
                .items();
        assertThat(shown).hasSize(14 * grid.types().size()).allSatisfy(night -> {
            int type = grid.indexOf(night.get("roomType").asText());
            int epochDay =
                    Math.toIntExact(LocalDate.parse(night.get("date").asText()).toEpochDay());
            int free = night.get("rooms").asInt()
                    - night.get("outOfOrder").asInt()
                    - night.get("sold").asInt();
            assertThat(grid.free(type, epochDay)).as("%s", night).isEqualTo(free);
            assertThat(grid.sellable(type, epochDay))
                    .isEqualTo(free + night.get("overbooking").asInt());
            assertThat(grid.stopped(type, epochDay))
                    .isEqualTo(night.get("stopSell").asBoolean());
        });
    }

    private List<Integer> twins(int... days) {
        var grid = memory.of(hotel);
        return IntStream.of(days)
                .mapToObj(later -> grid.free(grid.indexOf("TWN"), day + later))
                .toList();
    }

    private void takeTwin(int later) {
        lock.hold(hotel);
        int twin = jdbc.sql("select id from room_type where hotel_id = :hotel and code = 'TWN'")
                .param("hotel", hotel)
                .query(Integer.class)
                .single();
        inventory.apply(new TreeMap<>(Map.of(new NightKey(twin, today.plusDays(later)), 1)));
    }

    private AvailabilityInMemory anotherNode(Clock clock) {
        return new AvailabilityInMemory(new StoredAvailability(jdbc, clock), clock, transactions);
    }

    private int hotelId(String code) {
        return jdbc.sql("select id from hotel where code = :code")
                .param("code", code)
                .query(Integer.class)
                .single();
    }
}
