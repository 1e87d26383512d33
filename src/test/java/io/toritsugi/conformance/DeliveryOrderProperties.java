package io.toritsugi.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.toritsugi.Toritsugi;
import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import io.toritsugi.database.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Promise 2: one booking, one effect. Random bookings with random valid sequences of telegrams, delivered in any order, with
 * repetitions, in parallel and cut into answers anyhow, end in the same reservations, inventory and open failures as each
 * telegram once in the right order (R2.5; domain notes §8.3).
 *
 * <p>Short form in the build; {@code -Dtoritsugi.orders=40} delivers each set of bookings in so many orders.
 */
class DeliveryOrderProperties {

    private static final int ORDERS = Integer.getInteger("toritsugi.orders", 1);
    private static final List<String> CODES = List.of("0001", "0002", "0003", "9999");
    private static final List<String> COMPANIES = List.of("じゃらんnet", "Booking.com", "見知らぬ旅行社");

    private static ServletWebServerApplicationContext application;
    private static JdbcTemplate jdbc;
    private static ExecutorService senders;
    private static int port;

    @BeforeContainer
    static void start() {
        application = (ServletWebServerApplicationContext) new SpringApplicationBuilder(Toritsugi.class)
                .initializers(new TestDatabase.Initializer())
                .run(
                        "--server.port=0",
                        "--toritsugi.access.admin-password=" + HttpTest.ADMIN_PASSWORD,
                        "--toritsugi.access.intake-key=" + HttpTest.INTAKE_KEY,
                        "--toritsugi.demo=false");
        port = application.getWebServer().getPort();
        jdbc = application.getBean(JdbcTemplate.class);
        senders = Executors.newFixedThreadPool(4);
    }

    @AfterContainer
    static void stop() {
        senders.shutdownNow();
        application.close();
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void every_order_of_delivery_ends_in_the_state_of_the_right_order(
            @ForAll("bookings") List<List<Step>> bookings, @ForAll Random random) throws Exception {
        var inOrder = newHotel();
        var telegrams = telegrams(bookings);

        for (var telegram : telegrams) {
            post(inOrder, List.of(telegram));
        }
        awaitDecided(inOrder);
        for (int order = 0; order < ORDERS; order++) {
            var anyhow = newHotel();
            deliverAnyhow(anyhow, telegrams, random);
            awaitDecided(anyhow);
            same(inOrder, anyhow);
        }
    }

    private static void same(String inOrder, String anyhow) {
        assertThat(reservations(anyhow)).isEqualTo(reservations(inOrder));
        assertThat(openFailures(anyhow)).isEqualTo(openFailures(inOrder));
        assertThat(inventory(anyhow)).isEqualTo(inventory(inOrder));
        assertThat(inventory(anyhow)).isEqualTo(nightsOfReservations(anyhow));
    }

    /** What may happen to a booking next. */
    enum Happening {
        NEW,
        MODIFIED,
        CANCELLED
    }

    /** One telegram of a booking: what happened, and the stay that it describes. */
    record Step(Happening happening, boolean sameSecond, int checkIn, int nights, List<String> rooms, int price) {}

    @Provide
    Arbitrary<List<List<Step>>> bookings() {
        return booking().list().ofMinSize(1).ofMaxSize(5);
    }

    private Arbitrary<List<Step>> booking() {
        return step().list().ofMinSize(1).ofMaxSize(7).map(DeliveryOrderProperties::valid);
    }

    private Arbitrary<Step> step() {
        var rooms = Arbitraries.of(CODES).list().ofMinSize(1).ofMaxSize(2);
        return net.jqwik.api.Combinators.combine(
                        Arbitraries.frequency(
                                net.jqwik.api.Tuple.of(2, Happening.NEW),
                                net.jqwik.api.Tuple.of(5, Happening.MODIFIED),
                                net.jqwik.api.Tuple.of(3, Happening.CANCELLED)),
                        Arbitraries.of(true, false, false),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(1, 3),
                        rooms,
                        Arbitraries.integers().between(5_000, 9_000))
                .as(Step::new);
    }

    /** New, then modifications, then perhaps a cancellation, then perhaps new again: what an OTA may send. */
    private static List<Step> valid(List<Step> raw) {
        var steps = new ArrayList<Step>();
        boolean alive = false;
        for (var step : raw) {
            var happening = alive ? step.happening() : Happening.NEW;
            alive = happening != Happening.CANCELLED;
            steps.add(
                    new Step(happening, step.sameSecond(), step.checkIn(), step.nights(), step.rooms(), step.price()));
        }
        return steps;
    }

    private static List<TelegramDocument> telegrams(List<List<Step>> bookings) {
        var telegrams = new ArrayList<TelegramDocument>();
        for (int booking = 0; booking < bookings.size(); booking++) {
            var sentAt = LocalDateTime.of(2027, 1, 10, 9, 0);
            Happening last = null;
            for (var step : bookings.get(booking)) {
                boolean mayShare =
                        step.sameSecond() && last != null && step.happening().compareTo(last) > 0;
                sentAt = mayShare ? sentAt : sentAt.plusSeconds(1);
                last = step.happening();
                telegrams.add(new TelegramDocument(
                        switch (step.happening()) {
                            case NEW -> "NewBookReport";
                            case MODIFIED -> "ModificationReport";
                            case CANCELLED -> "CancellationReport";
                        },
                        "2027011000000%04d".formatted(telegrams.size()),
                        sentAt,
                        COMPANIES.get(booking % COMPANIES.size()),
                        "B" + booking,
                        "GUEST " + telegrams.size(),
                        LocalDate.of(2027, 3, 1).plusDays(step.checkIn()),
                        step.nights(),
                        step.rooms(),
                        step.price()));
            }
        }
        return telegrams;
    }

    private static void deliverAnyhow(String hotel, List<TelegramDocument> telegrams, Random random) throws Exception {
        var shuffled = new ArrayList<>(telegrams);
        telegrams.stream().filter(telegram -> random.nextInt(4) == 0).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);
        List<Callable<Void>> deliveries = new ArrayList<>();
        for (int begin = 0; begin < shuffled.size(); ) {
            int end = Math.min(shuffled.size(), begin + 1 + random.nextInt(5));
            var part = List.copyOf(shuffled.subList(begin, end));
            deliveries.add(() -> {
                post(hotel, part);
                return null;
            });
            begin = end;
        }
        for (var sent : senders.invokeAll(deliveries)) {
            sent.get();
        }
    }

    private static void post(String hotel, List<TelegramDocument> telegrams) {
        boolean bare = telegrams.size() == 1;
        var answer = Http.withKey(port, HttpTest.INTAKE_KEY)
                .with("Content-Type", "text/xml")
                .send(
                        "POST",
                        "/ota/tl-lincoln/" + hotel,
                        bare ? telegrams.get(0).xml() : TelegramDocument.answer(telegrams));
        assertThat(answer.status()).as(answer.toString()).isIn(200, 202);
        if (bare) {
            awaitDecided(hotel);
        }
    }

    private static void awaitDecided(String hotel) {
        await().pollInterval(Duration.ofMillis(2))
                .atMost(Duration.ofSeconds(30))
                .until(() -> Boolean.TRUE.equals(jdbc.queryForObject("""
                        select not exists (select 1
                                           from telegram t
                                                    join hotel h on h.id = t.hotel_id
                                           where h.code = ? and t.outcome is null)
                        """, Boolean.class, hotel)));
    }

    private static String newHotel() {
        var admin = Http.admin(port);
        var hotel = admin.newHotel();
        for (int type = 1; type <= 3; type++) {
            admin.put(
                            "/api/v1/hotels/" + hotel + "/room-types/T" + type,
                            Map.of(
                                    "name",
                                    "Type " + type,
                                    "capacity",
                                    4,
                                    "smoking",
                                    false,
                                    "baseRate",
                                    9000,
                                    "rooms",
                                    40))
                    .expect(201);
            admin.post(
                            "/api/v1/hotels/" + hotel + "/mappings",
                            Map.of("channel", "*", "code", "000" + type, "roomType", "T" + type))
                    .expect(201);
        }
        return hotel;
    }

    private static List<Map<String, Object>> reservations(String hotel) {
        return jdbc.queryForList("""
                select r.channel_key, r.booking_number, r.status, r.check_in, r.check_out, r.guest_name, r.room_total,
                       r.header_total, r.cancellation_charge, r.settlement, r.due_on_site, r.flags::text as flags, r.revision,
                       (select string_agg(format('%s %s %s %s %s', room.room_no, room.code, t.code, room.first_night, room.amounts), '; '
                                          order by room.room_no)
                        from reservation_room room join room_type t on t.id = room.assigned_type_id
                        where room.reservation_id = r.id) as rooms
                from reservation r
                         join hotel h on h.id = r.hotel_id
                where h.code = ?
                order by r.booking_number
                """, hotel);
    }

    private static List<Map<String, Object>> openFailures(String hotel) {
        return jdbc.queryForList("""
                select t.data_id, f.failure_class, f.failure_code, f.failure_args::text as arguments, t.outcome
                from import_failure f
                         join telegram t on t.id = f.telegram_id
                         join hotel h on h.id = f.hotel_id
                where h.code = ? and f.state in ('waiting', 'retrying', 'escalated')
                order by t.data_id
                """, hotel);
    }

    private static List<Map<String, Object>> inventory(String hotel) {
        return jdbc.queryForList("""
                select t.code, i.night, i.sold::integer as sold
                from inventory i
                         join room_type t on t.id = i.room_type_id
                         join hotel h on h.id = i.hotel_id
                where h.code = ? and i.sold > 0
                order by t.code, i.night
                """, hotel);
    }

    private static List<Map<String, Object>> nightsOfReservations(String hotel) {
        return jdbc.queryForList("""
                select t.code, room.first_night + n.ordinality::integer - 1 as night, count(*)::integer as sold
                from reservation r
                         join hotel h on h.id = r.hotel_id
                         join reservation_room room on room.reservation_id = r.id
                         join room_type t on t.id = room.assigned_type_id
                         cross join unnest(room.amounts) with ordinality as n (amount, ordinality)
                where h.code = ? and r.status = 'confirmed'
                group by 1, 2
                order by 1, 2
                """, hotel);
    }
}
