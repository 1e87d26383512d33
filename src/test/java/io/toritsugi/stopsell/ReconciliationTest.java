package io.toritsugi.stopsell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.SettableClock;
import io.toritsugi.conformance.House;
import io.toritsugi.link.LinkTest;
import io.toritsugi.link.LinkedHotel;
import io.toritsugi.simulator.Fault;
import io.toritsugi.simulator.LincolnService;
import io.toritsugi.simulator.StockFigure;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever differs between TL-Lincoln's stock and ours is found, explained, and can be mended by what is proposed. */
@LinkTest
class ReconciliationTest {

    private static final int ON_SALE = 1;
    private static final int STOPPED = 2;
    private static final int STOPPED_FOR_NOW = 3;

    @LocalServerPort
    int port;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ReconcileStock reconcile;

    private StopSells house;

    @BeforeEach
    void open() {
        // As many rooms as the simulator has where nothing was adjusted.
        house = StopSells.open(port, clock, jdbc, 20);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void where_nothing_differs_nothing_is_found() {
        var result = reconciled();

        assertThat(result.path("state").asText()).isEqualTo("done");
        assertThat(result.path("from").asText()).isEqualTo(house.today.toString());
        assertThat(result.path("to").asText()).isEqualTo(house.in(540).toString());
        assertThat(result.path("compared").asInt()).isEqualTo(5 * 540);
        assertThat(result.path("differences").asInt()).isZero();
        assertThat(house.hotel.incidents()).isEmpty();
    }

    @Test
    void every_kind_of_difference_is_found_and_explained() {
        house.rooms("FAM", 1);
        house.hotel.house.send(House.booking("GUEST", house.in(20), "0005"));
        var stop = house.want("stop", "SGL", house.in(30), house.in(33))
                .expect(201)
                .json();
        house.hotel.eventually(
                () -> assertThat(house.show(stop).path("state").asText()).isEqualTo("sent"));
        for (int day = 0; day < 540; day++) {
            plant("5", day, day == 20 || day == 21 ? 0 : 1, ON_SALE);
        }
        house.noGroup("7");
        house.noGroup("3");
        house.group("99", "DBL");

        plant("2", 10, 21, ON_SALE);
        plant("2", 11, 21, ON_SALE);
        plant("2", 28, 25, ON_SALE);
        plant("2", 29, 25, ON_SALE);
        plant("2", 12, 3, ON_SALE);
        plant("2", 14, 20, STOPPED);
        plant("2", 15, 20, STOPPED_FOR_NOW);
        plant("1", 31, 4, ON_SALE);
        plant("5", 20, 2, ON_SALE);
        house.hotel.lincoln.endStock(house.hotel.code, house.in(500));

        var result = reconciled();

        var found = differences(result);
        assertThat(found)
                .extracting(ReconciliationTest::shown)
                .containsExactlyInAnyOrder(
                        line("sells_more", "TWN", "2", 10, 12),
                        line("sells_more", "TWN", "2", 28, 30),
                        line("sells_fewer", "TWN", "2", 12, 13),
                        line("stopped_though_free", "TWN", "2", 14, 15),
                        line("stopped_though_free", "TWN", "2", 15, 16),
                        line("open_though_stopped", "SGL", "1", 31, 32),
                        line("open_though_full", "FAM", "5", 20, 21),
                        line("type_without_group", "JPN", null, 0, 540),
                        line("group_unmapped", null, "3", 0, 500),
                        line("group_unmapped", null, "7", 0, 500),
                        line("group_unknown_there", "DBL", "99", 0, 522),
                        line("night_missing", "DBL", "99", 522, 540),
                        line("night_missing", "FAM", "5", 500, 540),
                        line("night_missing", "SGL", "1", 500, 540),
                        line("night_missing", "TWN", "2", 500, 540));
        assertThat(found).allSatisfy(difference -> {
            assertThat(difference.path("message").asText()).isNotBlank().doesNotContain("{", "…");
            assertThat(difference.path("next").asText()).isNotBlank();
        });
        var more = found.stream()
                .filter(difference -> shown(difference).equals(line("sells_more", "TWN", "2", 10, 12)))
                .findFirst()
                .orElseThrow();
        assertThat(more.path("message").asText()).isEqualTo("TL-Lincoln has 21 left to sell, we have 20.");
        assertThat(more.at("/expected/rooms").asInt()).isEqualTo(20);
        assertThat(more.at("/found/rooms").asInt()).isEqualTo(21);
        assertThat(house.hotel.incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.path("code").asText()).isEqualTo("remote.stock_differs");
            assertThat(incident.path("severity").asText()).isEqualTo("critical");
        });
    }

    @Test
    void what_is_proposed_mends_it() {
        house.rooms("FAM", 1);
        house.hotel.house.send(House.booking("GUEST", house.in(20), "0005"));
        for (int day = 0; day < 540; day++) {
            plant("5", day, 1, ON_SALE);
        }
        plant("2", 10, 21, ON_SALE);
        plant("2", 12, 3, ON_SALE);
        plant("2", 14, 20, STOPPED);

        for (var difference : differences(reconciled())) {
            house.admin
                    .post(house.hotel.house.path("/stop-sells"), difference.path("proposal"))
                    .expect(201);
        }
        house.hotel.eventually(() -> assertThat(house.list("&state=sent")).hasSize(4));

        assertThat(differences(reconciled())).isEmpty();
        assertThat(house.hotel.incidents()).isEmpty();
    }

    @Test
    void figures_changed_anywhere_are_all_found_and_no_others() {
        var random = new Random(20270305);
        var groups = Map.of("1", "SGL", "2", "TWN", "3", "DBL", "5", "FAM", "7", "JPN");
        var planted = new HashMap<String, String>();
        while (planted.size() < 200) {
            var group = List.copyOf(groups.keySet()).get(random.nextInt(groups.size()));
            int day = random.nextInt(540);
            int remaining = random.nextInt(40);
            int status = random.nextInt(4);
            if (status < STOPPED && remaining == 20) {
                continue;
            }
            plant(group, day, remaining, status);
            planted.put(
                    groups.get(group) + " " + house.in(day),
                    status >= STOPPED ? "stopped_though_free" : remaining > 20 ? "sells_more" : "sells_fewer");
        }

        var found = new HashMap<String, String>();
        differences(reconciled())
                .forEach(difference -> nights(difference)
                        .forEach(night -> found.put(
                                difference.path("roomType").asText() + " " + night,
                                difference.path("code").asText())));

        assertThat(found).isEqualTo(planted);
    }

    @Test
    void several_groups_of_a_type_are_compared_together() {
        house.noGroup("7");
        house.group("7", "TWN");
        house.rooms("TWN", 40);
        plant("7", 10, 25, ON_SALE);
        plant("2", 11, 15, ON_SALE);
        plant("7", 11, 25, ON_SALE);

        var found = differences(reconciled());

        assertThat(found)
                .extracting(ReconciliationTest::shown)
                .containsExactlyInAnyOrder(
                        line("sells_more", "TWN", null, 10, 11), line("type_without_group", "JPN", null, 0, 540));
    }

    @Test
    void it_goes_on_where_tl_lincoln_did_not_answer() {
        plant("2", 300, 5, ON_SALE);
        house.hotel.lincoln.faults().next(LincolnService.STOCK_SEARCH, Fault.SOAP_FAULT, 1);
        house.hotel.lincoln.faults().next(LincolnService.STOCK_SEARCH, Fault.HALF_ANSWER, 1);
        house.hotel.lincoln.faults().next(LincolnService.STOCK_SEARCH, Fault.TOO_MANY_REQUESTS, 1);
        var asked = house.admin.post(path(""), Map.of()).expect(202).json();

        untilDone(asked);

        assertThat(differences(asked))
                .singleElement()
                .satisfies(difference ->
                        assertThat(shown(difference)).isEqualTo(line("sells_fewer", "TWN", "2", 300, 301)));
    }

    @Test
    void a_search_that_finds_nothing_leaves_every_night_unanswered() {
        house.hotel.lincoln.faults().next(LincolnService.STOCK_SEARCH, Fault.NOTHING_FOUND, 1);

        var found = differences(reconciled());

        assertThat(found).hasSize(5).allSatisfy(difference -> {
            assertThat(difference.path("code").asText()).isEqualTo("night_missing");
            assertThat(nights(difference)).hasSize(29);
        });
    }

    @Test
    void the_daily_job_asks_for_every_linked_hotel_once() {
        assertThat(reconcile.askForAll()).isPositive();
        var first = LinkedHotel.list(house.admin.get(path("")).expect(200).items());
        assertThat(first)
                .singleElement()
                .satisfies(reconciliation ->
                        assertThat(reconciliation.path("askedBy").asText()).isEqualTo("rule"));

        reconcile.askForAll();

        assertThat(house.admin.get(path("")).expect(200).items()).hasSize(1);
        var hurried = house.admin.post(path(""), Map.of()).expect(202).json();
        assertThat(hurried.path("id").asLong())
                .isEqualTo(first.get(0).path("id").asLong());
        house.hotel.eventually(
                () -> assertThat(show(hurried).path("state").asText()).isEqualTo("done"));
        assertThat(jdbc.sql("""
                                select count(*)
                                from audit a
                                         join hotel h on h.id = a.hotel_id
                                where h.code = :hotel and a.action = 'stock.reconciliation_asked'
                                """)
                        .param("hotel", house.hotel.code)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void what_was_compared_more_than_three_months_ago_is_forgotten_with_what_it_found() {
        house.noGroup("2");
        var older = reconciled();
        assertThat(older.path("differences").asInt()).isPositive();
        var younger = reconciled();
        ended(older, Duration.ofDays(91));
        ended(younger, Duration.ofDays(89));

        assertThat(reconcile.forgetOld()).isPositive();

        assertThat(LinkedHotel.list(house.admin.get(path("")).expect(200).items()))
                .singleElement()
                .satisfies(left -> assertThat(left.path("id")).isEqualTo(younger.path("id")));
        assertThat(house.admin
                        .get(path("/" + younger.path("id").asLong() + "/differences"))
                        .expect(200)
                        .items())
                .isNotEmpty();
    }

    private void ended(JsonNode reconciliation, Duration ago) {
        jdbc.sql("update stock_reconciliation set ended_at = :ended where id = :id")
                .param("ended", OffsetDateTime.now(clock).minus(ago))
                .param("id", reconciliation.path("id").asLong())
                .update();
    }

    @Test
    void only_the_hotels_own_people_see_and_ask() {
        var result = reconciled();

        house.hotel.house.as("VIEWER").post(path(""), Map.of()).expect(403);
        house.hotel
                .house
                .as("VIEWER")
                .get(path("/" + result.path("id").asLong()))
                .expect(200);
        house.hotel.house.stranger("MANAGER").get(path("")).expect(403);
        assertThat(house.admin.get(path("/999999999/differences")).expect(404).problem())
                .isEqualTo("stock.reconciliation_unknown");
        try (var unlinked = StopSells.unlinked(port, clock, jdbc, 1)) {
            assertThat(house.admin
                            .post(unlinked.hotel.house.path("/reconciliation"), Map.of())
                            .expect(404)
                            .problem())
                    .isEqualTo("connection.unknown");
        }
    }

    /** Time goes on only while the comparison waits: a clock that ran meanwhile would end the claims of whoever works at it. */
    private void untilDone(JsonNode asked) {
        house.hotel.eventually(() -> {
            var reconciliation = show(asked);
            if (reconciliation.path("dueAt").isTextual()) {
                var due = OffsetDateTime.parse(reconciliation.path("dueAt").asText());
                var wait = Duration.between(clock.instant(), due);
                if (!wait.isNegative()) {
                    clock.forward(wait.plusSeconds(1));
                }
            }
            assertThat(reconciliation.path("state").asText()).isEqualTo("done");
        });
    }

    private JsonNode reconciled() {
        var asked = house.admin.post(path(""), Map.of()).expect(202).json();
        house.hotel.eventually(
                () -> assertThat(show(asked).path("state").asText()).isEqualTo("done"));
        return show(asked);
    }

    private JsonNode show(JsonNode reconciliation) {
        return house.admin
                .get(path("/" + reconciliation.path("id").asLong()))
                .expect(200)
                .json();
    }

    private List<JsonNode> differences(JsonNode reconciliation) {
        return LinkedHotel.list(house.admin
                .get(path("/" + reconciliation.path("id").asLong() + "/differences?limit=500"))
                .expect(200)
                .items());
    }

    private String path(String rest) {
        return house.hotel.house.path("/reconciliation" + rest);
    }

    private void plant(String group, int inDays, int remaining, int status) {
        house.hotel.lincoln.plant(house.hotel.code, new StockFigure(group, house.in(inDays), remaining, status));
    }

    private static List<LocalDate> nights(JsonNode difference) {
        return LocalDate.parse(difference.path("from").asText())
                .datesUntil(LocalDate.parse(difference.path("to").asText()))
                .toList();
    }

    private String line(String code, String type, String group, int from, int to) {
        return code + " " + type + " " + group + " " + house.in(from) + ".." + house.in(to);
    }

    private static String shown(JsonNode difference) {
        return "%s %s %s %s..%s"
                .formatted(
                        difference.path("code").asText(),
                        difference.path("roomType").asText(null),
                        difference.path("group").asText(null),
                        difference.path("from").asText(),
                        difference.path("to").asText());
    }
}
