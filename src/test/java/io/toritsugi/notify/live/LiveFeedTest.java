package io.toritsugi.notify.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.House;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a page hears of its hotel while it is open, and what it is told when it comes back. */
@HttpTest
class LiveFeedTest {

    private static final LocalDate ARRIVAL = LocalDate.of(2027, 4, 1);
    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HikariDataSource database;

    @Autowired
    ProducerTemplate routes;

    private final List<LiveClient> clients = new ArrayList<>();
    private House house;

    @BeforeEach
    void open_a_house() {
        house = House.open(port);
    }

    @AfterEach
    void close_the_pages() {
        clients.forEach(LiveClient::close);
    }

    @Test
    void the_snapshot_comes_first_and_then_what_happens() {
        house.send(House.booking("TARO MIHON", ARRIVAL, "9999"));
        var page = page();

        var snapshot = page.subscribe(null, topic("failures"), topic("imports"), topic("bulk"), topic("overview"));
        var line = house.send(House.booking("HANAKO REIDAI", ARRIVAL));

        assertThat(snapshot.path("gap").asBoolean()).isFalse();
        assertThat(snapshot.at("/topics").path(topic("failures"))).hasToString("""
                {"open":1,"byClass":{"ROOM_MAPPING":1},"byState":{"waiting":1}}""");
        assertThat(snapshot.at("/topics").path(topic("imports"))).hasToString("{\"backlog\":0}");
        assertThat(snapshot.at("/topics").path(topic("bulk"))).hasToString("{\"running\":[]}");
        assertThat(snapshot.at("/topics").path(topic("overview"))).hasToString("""
                {"incidents":{"open":1,"acknowledged":0}}""");
        var event = page.awaitEvent(telegram(line));
        assertThat(event.path("topic").asText()).isEqualTo(topic("imports"));
        assertThat(event.path("kind").asText()).isEqualTo("import.settled");
        assertThat(event.at("/data/outcome").asText()).isEqualTo("imported");
        assertThat(event.at("/data/hotel").asText()).isEqualTo(house.hotel);
        assertThat(event.at("/data/reservation")).isEqualTo(line.path("reservation"));
        assertThat(event.path("at").asText()).endsWith("Z");
    }

    @Test
    void a_failure_is_heard_of_from_its_opening_to_its_end_and_no_guest_is_named() {
        var page = page();
        page.subscribe(null, topic("failures"), topic("overview"));

        var line = house.send(House.booking("HIMITSU NANASHI", ARRIVAL, "9999"));
        var opened = page.awaitEvent(event -> kind(event, "failure.opened"));
        page.awaitEvent(event -> kind(event, "incident.raised"));
        house.admin
                .post(house.path("/mappings"), Map.of("channel", "*", "code", "9999", "roomType", "TWN"))
                .expect(201);
        var resolved = page.awaitEvent(event -> kind(event, "failure.resolved"));

        assertThat(opened.at("/data/telegramId")).isEqualTo(line.path("id"));
        assertThat(opened.at("/data/class").asText()).isEqualTo("ROOM_MAPPING");
        assertThat(opened.at("/data/state").asText()).isEqualTo("waiting");
        assertThat(opened.at("/data/fingerprint").asText()).hasSize(32);
        assertThat(resolved.at("/data/id")).isEqualTo(opened.at("/data/id"));
        assertThat(resolved.at("/data/was").asText()).isEqualTo("waiting");
        assertThat(page.awaitEvent(event -> kind(event, "mapping.changed"))
                        .at("/data/version")
                        .isNumber())
                .isTrue();
        page.awaitEvent(event -> kind(event, "incident.resolved"));
        page.awaitEvent(event -> kind(event, "availability.changed"));
        assertThat(page.events().toString()).doesNotContain("NANASHI");
    }

    @Test
    void who_comes_back_is_told_exactly_what_he_missed() {
        var first = page();
        first.subscribe(null, topic("imports"));
        var sending = CompletableFuture.supplyAsync(() -> send(60));
        first.awaitEvent(event -> true);
        var heard = new ArrayList<JsonNode>();

        var page = first;
        for (int turn = 0; turn < 6; turn++) {
            var cursor = page.cursor();
            page.close();
            heard.addAll(until(cursor, page));
            page = page();
            page.subscribe(cursor, topic("imports"));
            int already = heard.size();
            var current = page;
            await().atMost(SOON)
                    .until(() -> already + current.events().size() >= 60
                            || current.events().size() > 4);
        }
        var sent = sending.join();
        int already = heard.size();
        var last = page;
        await().atMost(SOON).until(() -> already + last.events().size() >= 60);
        heard.addAll(last.events());

        assertThat(heard.stream().map(event -> event.at("/data/telegramId").asText()))
                .hasSize(60)
                .containsExactlyInAnyOrderElementsOf(sent);
    }

    @Test
    void what_commits_late_is_told_late_and_not_lost_and_holds_up_nothing() throws SQLException {
        var page = page();
        page.subscribe(null, topic("overview"), topic("imports"));
        String cursor;
        try (var late = database.getConnection()) {
            late.setAutoCommit(false);
            try (var statement = late.prepareStatement("""
                    insert into outbox_event (recorded_at, hotel_id, topic, kind, payload)
                    select now(), id, 'overview', 'test.late', '{}' from hotel where code = ?
                    """)) {
                statement.setString(1, house.hotel);
                statement.executeUpdate();
            }
            // Later numbers, earlier commit: they are told now, and the cursor goes past the one that is still open.
            var line = house.send(House.booking("TARO MIHON", ARRIVAL));
            page.awaitEvent(telegram(line));
            cursor = page.cursor();
            assertThat(page.ofKind("test.late")).isEmpty();
            late.commit();
        }

        page.awaitEvent(event -> kind(event, "test.late"));
        var back = page();
        back.subscribe(cursor, topic("overview"), topic("imports"));
        back.awaitEvent(event -> kind(event, "test.late"));
        assertThat(back.ofKind("import.settled")).isEmpty();
        var again = page();
        again.subscribe(back.cursor(), topic("overview"), topic("imports"));
        var line = house.send(House.booking("HANAKO REIDAI", ARRIVAL));
        again.awaitEvent(telegram(line));
        assertThat(again.ofKind("test.late")).isEmpty();
        assertThat(page.ofKind("test.late")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no cursor", "1:2:", "999999999:999999999:", "1:2:|3:4:|5", "9:8:x"})
    void a_cursor_that_is_unknown_or_too_old_gets_a_snapshot_that_says_so(String cursor) {
        jdbc.sql("update outbox_forgotten set tx = greatest(tx, '10'::xid8)").update();
        var page = page();

        var snapshot = page.subscribe(cursor, topic("imports"));
        var line = house.send(House.booking("TARO MIHON", ARRIVAL));

        assertThat(snapshot.path("gap").asBoolean()).isTrue();
        page.awaitEvent(telegram(line));
    }

    @Test
    void a_bulk_operation_shows_how_far_it_is() {
        for (int booking = 0; booking < 3; booking++) {
            house.send(House.booking("TARO MIHON", ARRIVAL, "9999"));
        }
        var page = page();
        page.subscribe(null, topic("bulk"));

        var operation = house.admin
                .post(
                        "/api/v1/failures/bulk",
                        Map.of("action", "dismiss", "reason", "by telephone", "filter", Map.of("hotel", house.hotel)))
                .json();

        var ended = page.awaitEvent(event -> kind(event, "bulk.ended"));
        assertThat(ended.at("/data/id")).isEqualTo(operation.path("id"));
        assertThat(ended.at("/data/state").asText()).isEqualTo("done");
        assertThat(ended.at("/data/total").asInt()).isEqualTo(3);
        assertThat(page.ofKind("bulk.progress", "bulk.ended").stream()
                        .map(event -> event.at("/data/done").asInt()))
                .isSorted()
                .endsWith(3);
    }

    @Test
    void a_route_can_tell_of_something_of_its_own() {
        var page = page();
        page.subscribe(null, topic("overview"));

        routes.sendBodyAndHeader("live:overview?kind=stock.counted", Map.of("rooms", 7), "hotel", house.hotel);

        var event = page.awaitEvent(told -> kind(told, "stock.counted"));
        assertThat(event.at("/data/rooms").asInt()).isEqualTo(7);
        assertThat(event.path("topic").asText()).isEqualTo(topic("overview"));
    }

    @Test
    void all_hotels_of_a_caller_are_heard_with_a_star() {
        var other = House.open(port);
        var page = page();
        page.subscribe(null, "imports:*");

        var here = house.send(House.booking("TARO MIHON", ARRIVAL));
        var there = other.send(House.booking("TARO MIHON", ARRIVAL));

        assertThat(page.awaitEvent(telegram(here)).path("topic").asText()).isEqualTo("imports:" + house.hotel);
        assertThat(page.awaitEvent(telegram(there)).path("topic").asText()).isEqualTo("imports:" + other.hotel);
    }

    @Test
    void a_new_subscription_takes_the_place_of_the_one_before() {
        var page = page();
        page.subscribe(null, topic("imports"));
        page.subscribe(page.cursor(), topic("failures"));

        house.send(House.booking("TARO MIHON", ARRIVAL, "9999"));

        page.awaitEvent(event -> kind(event, "failure.opened"));
        assertThat(page.ofKind("import.settled")).isEmpty();
    }

    private List<String> send(int bookings) {
        var sent = new ArrayList<String>();
        for (int booking = 0; booking < bookings; booking++) {
            sent.add(house.send(House.booking("TARO MIHON", ARRIVAL)).path("id").asText());
        }
        return sent;
    }

    /** What a page had heard up to a cursor; what came between looking and closing will be told again. */
    private static List<JsonNode> until(String cursor, LiveClient page) {
        var heard = page.events();
        for (int last = heard.size() - 1; last >= 0; last--) {
            if (heard.get(last).path("cursor").asText().equals(cursor)) {
                return heard.subList(0, last + 1);
            }
        }
        return List.of(); // the cursor of the snapshot
    }

    private LiveClient page() {
        var page = LiveClient.open(port, Http.admin(port));
        clients.add(page);
        return page;
    }

    private String topic(String name) {
        return name + ":" + house.hotel;
    }

    private static boolean kind(JsonNode event, String kind) {
        return event.path("kind").asText().equals(kind);
    }

    private static Predicate<JsonNode> telegram(JsonNode line) {
        return event -> kind(event, "import.settled")
                && event.at("/data/telegramId").asLong() == line.path("id").asLong();
    }
}
