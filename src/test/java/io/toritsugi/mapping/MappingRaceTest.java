package io.toritsugi.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.toritsugi.api.Http.Answer;
import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.House;
import io.toritsugi.inventory.RoomTypeRef;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Whoever changes mappings at the same time as somebody else gets a clear answer, and one of them is right. */
@HttpTest
class MappingRaceTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Autowired
    RoomMappings mappings;

    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private House house;

    @BeforeEach
    void open_a_house() {
        house = House.open(port, 1);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void of_overlapping_periods_made_at_once_those_that_stand_do_not_overlap() throws Exception {
        var before = version();
        var answers = atOnce(IntStream.range(0, 8)
                .mapToObj(number -> call(() -> house.admin.post(
                        house.path("/mappings"),
                        Map.of(
                                "channel",
                                "*",
                                "code",
                                "9999",
                                "roomType",
                                number % 2 == 0 ? "TWN" : "DBL",
                                "validFrom",
                                "2027-03-0" + (1 + number % 4),
                                "validTo",
                                "2027-03-0" + (2 + number % 4)))))
                .toList());

        var made = answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(made).isNotEmpty();
        assertThat(answers).filteredOn(answer -> answer.status() != 201).allSatisfy(refused -> {
            assertThat(refused.problem()).isEqualTo("mapping.overlap");
            assertThat(refused.json().at("/conflict/code").asText()).isEqualTo("9999");
        });
        assertThat(house.admin.get(house.path("/mappings?code=9999")).items()).hasSize(made.size());
        assertThat(version()).isEqualTo(before + made.size());
    }

    @Test
    void two_who_move_their_mappings_to_the_same_days_cannot_both() throws Exception {
        var one = map("9999", "TWN", "2027-03-01", "2027-03-05");
        var other = map("9999", "DBL", "2027-03-11", "2027-03-15");

        var answers = atOnce(List.of(
                call(() -> change(one, "TWN", "2027-03-01", "2027-03-08")),
                call(() -> change(other, "DBL", "2027-03-08", "2027-03-15"))));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        var refused = answers.stream()
                .filter(answer -> answer.status() == 409)
                .findFirst()
                .orElseThrow();
        assertThat(refused.problem()).isEqualTo("mapping.overlap");
        assertThat(refused.json().at("/conflict/id").asLong()).isIn(one, other);
    }

    @Test
    void what_slips_in_without_the_lock_is_named_all_the_same() throws Exception {
        try (var outside = database.getConnection()) {
            outside.setAutoCommit(false);
            var slipped = insert(outside, "9999", "FAM");

            var answer = threads.submit(() -> house.admin.post(
                    house.path("/mappings"), Map.of("channel", "*", "code", "9999", "roomType", "TWN")));
            untilSomebodyWaitsFor(outside);
            outside.commit();

            assertOverlap(answer, slipped);
        }
    }

    @Test
    void a_change_that_meets_what_slipped_in_is_refused_with_its_name() throws Exception {
        var mine = map("8888", "TWN", "2027-03-01", "2027-03-05");
        var before = version();
        try (var outside = database.getConnection()) {
            outside.setAutoCommit(false);
            var slipped = insert(outside, "9999", "FAM");

            var answer = threads.submit(() -> house.admin.put(
                    house.path("/mappings/" + mine), Map.of("channel", "*", "code", "9999", "roomType", "TWN")));
            untilSomebodyWaitsFor(outside);
            outside.commit();

            assertOverlap(answer, slipped);
        }
        assertThat(house.admin
                        .get(house.path("/mappings/" + mine))
                        .json()
                        .get("code")
                        .asText())
                .isEqualTo("8888");
        assertThat(version()).isEqualTo(before);
    }

    @Test
    void what_slipped_in_and_was_taken_back_is_in_nobodys_way() throws Exception {
        try (var outside = database.getConnection()) {
            outside.setAutoCommit(false);
            insert(outside, "9999", "FAM");

            var answer = threads.submit(() -> house.admin.post(
                    house.path("/mappings"), Map.of("channel", "*", "code", "9999", "roomType", "TWN")));
            untilSomebodyWaitsFor(outside);
            outside.rollback();

            assertThat(answer.get().status()).isEqualTo(201);
        }
    }

    @Test
    void looking_and_saving_at_once_leaves_what_was_saved() throws Exception {
        for (int number = 0; number < 5; number++) {
            house.send(House.booking("TARO MIHON", LocalDate.of(2027, 4, 1).plusDays(3 * number), "9999"));
        }
        var calls = new ArrayList<Callable<Answer>>();
        for (var type : List.of("FAM", "DBL", "JPN", "SGL", "FAM", "DBL")) {
            calls.add(call(() -> house.admin.post(
                    house.path("/mappings/preview"), Map.of("channel", "jalan", "code", "9999", "roomType", type))));
        }
        calls.add(
                3,
                call(() -> house.admin.post(
                        house.path("/mappings"), Map.of("channel", "*", "code", "9999", "roomType", "TWN"))));

        var answers = atOnce(calls);

        assertThat(answers).extracting(Answer::status).containsOnly(200, 201);
        var table = mappings.tableOf(hotelId());
        assertThat(table.roomType("jalan", "9999", LocalDate.of(2027, 4, 1)).map(RoomTypeRef::code))
                .hasValue("TWN");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> house.admin
                                .get("/api/v1/failures?hotel=" + house.hotel)
                                .items()
                                .size()
                        == 0);
        assertThat(house.admin.get(house.path("/reservations")).items().findValuesAsText("assignedType"))
                .containsOnly("TWN");
    }

    private void assertOverlap(Future<Answer> answer, long conflict) throws Exception {
        var refused = answer.get();
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("mapping.overlap");
        assertThat(refused.json().at("/conflict/id").asLong()).isEqualTo(conflict);
        assertThat(refused.json().at("/conflict/roomType").asText()).isEqualTo("FAM");
    }

    /** As a program would that knows nothing of the hotel's lock. */
    private long insert(Connection outside, String code, String type) {
        return JdbcClient.create(new SingleConnectionDataSource(outside, true))
                .sql("""
                        insert into room_mapping (hotel_id, channel, code, room_type_id, validity)
                        select hotel_id, '*', :code, id, '(,)' from room_type where hotel_id = :hotel and code = :type
                        returning id
                        """)
                .param("code", code)
                .param("hotel", hotelId())
                .param("type", type)
                .query(Long.class)
                .single();
    }

    private void untilSomebodyWaitsFor(Connection outside) {
        int holder = JdbcClient.create(new SingleConnectionDataSource(outside, true))
                .sql("select pg_backend_pid()")
                .query(Integer.class)
                .single();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> jdbc.sql(
                                "select exists (select from pg_stat_activity where :holder = any (pg_blocking_pids(pid)))")
                        .param("holder", holder)
                        .query(Boolean.class)
                        .single());
    }

    private List<Answer> atOnce(List<Callable<Answer>> calls) throws Exception {
        var answers = new ArrayList<Answer>();
        for (var done : threads.invokeAll(calls)) {
            answers.add(done.get());
        }
        return answers;
    }

    private static Callable<Answer> call(Supplier<Answer> calling) {
        return calling::get;
    }

    private long map(String code, String type, String from, String to) {
        return house.admin
                .post(house.path("/mappings"), body(code, type, from, to))
                .expect(201)
                .json()
                .get("id")
                .asLong();
    }

    private Answer change(long id, String type, String from, String to) {
        return house.admin.put(house.path("/mappings/" + id), body("9999", type, from, to));
    }

    private static Map<String, String> body(String code, String type, String from, String to) {
        return Map.of("channel", "*", "code", code, "roomType", type, "validFrom", from, "validTo", to);
    }

    private long version() {
        return mappings.currentVersions(List.of(hotelId())).get(hotelId());
    }

    private int hotelId() {
        return jdbc.sql("select id from hotel where code = :code")
                .param("code", house.hotel)
                .query(Integer.class)
                .single();
    }
}
