package io.toritsugi.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.FixtureHotel;
import io.toritsugi.conformance.House;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One action on many failures: a frozen set, in waves, stopped by the same failure, nothing lost by a crash. */
@HttpTest
class BulkOperationTest {

    private static final LocalDate ARRIVAL = LocalDate.of(2027, 4, 1);
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final List<String> HEALING = List.of("retry", "bulk");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CamelContext camel;

    @Autowired
    DriveBulk driver;

    private House house;

    @BeforeEach
    void drive_by_hand() throws Exception {
        for (var route : HEALING) {
            camel.getRouteController().stopRoute(route);
        }
        jdbc.sql("update bulk_operation set state = 'cancelled', ended_at = now() where ended_at is null")
                .update();
        house = House.open(port, 30);
    }

    @AfterEach
    void let_the_routes_drive_again() throws Exception {
        for (var route : HEALING) {
            camel.getRouteController().startRoute(route);
        }
    }

    @Test
    void a_set_is_frozen_and_done_in_waves_of_one_ten_and_the_rest() {
        unmapped(25);
        map("9999", "TWN");
        var operation = start(Map.of("action", "retry", "filter", Map.of("code", "mapping.unknown_code")));
        var late = unmapped(1).get(0);
        assertThat(operation.get("state").asText()).isEqualTo("canary");
        assertThat(operation.get("total").asInt()).isEqualTo(25);

        driver.drive();

        var done = show(operation);
        assertThat(done.get("state").asText()).isEqualTo("done");
        assertThat(done.get("done").asInt()).isEqualTo(25);
        assertThat(done.get("pending").asInt()).isZero();
        assertThat(done.get("endedAt").isNull()).isFalse();
        assertThat(waves(operation)).containsExactly(1, 10, 14);
        assertThat(items(operation, "").findValuesAsText("result")).hasSize(25).containsOnly("resolved");
        assertThat(late.get("outcome").asText()).isEqualTo("imported"); // mapped meanwhile, and no part of the set
        assertThat(house.admin
                        .get("/api/v1/audit?action=failure.retry&hotel=" + house.hotel)
                        .items())
                .hasSize(25);
    }

    @Test
    void a_wave_that_meets_the_same_failure_again_stops_the_rest() {
        unmapped(25);
        var operation = start(Map.of("action", "retry", "filter", Map.of()));

        driver.drive();

        var paused = show(operation);
        assertThat(paused.get("state").asText()).isEqualTo("paused");
        assertThat(paused.get("wave").asInt()).isEqualTo(2);
        assertThat(paused.get("failed").asInt()).isEqualTo(1);
        assertThat(paused.get("pending").asInt()).isEqualTo(24);
        assertThat(paused.at("/met/code").asText()).isEqualTo("mapping.unknown_code");
        var failed = items(operation, "?state=failed");
        assertThat(failed).hasSize(1);
        assertThat(failed.at("/0/failureId")).isEqualTo(paused.at("/met/failureId"));
        assertThat(failed.at("/0/reason").asText()).isEqualTo("mapping.unknown_code");
        assertThat(failed.at("/0/message").asText()).isNotBlank();
        assertThat(driver.drive()).isZero();
        assertThat(retried()).isEqualTo(1);
    }

    @Test
    void somebody_can_go_on_with_what_it_met() {
        unmapped(25);
        var operation = start(Map.of("action", "retry", "filter", Map.of()));
        driver.drive();

        post(operation, "continue").expect(200);
        driver.drive();

        assertThat(show(operation).get("state").asText()).isEqualTo("done");
        assertThat(show(operation).get("failed").asInt()).isEqualTo(25);
        assertThat(show(operation).get("met").isNull()).isTrue();
        assertThat(post(operation, "continue").problem()).isEqualTo("bulk.not_paused");
    }

    @Test
    void what_is_cancelled_stays_as_it_is_and_says_why() {
        unmapped(12);
        var operation = start(Map.of("action", "retry", "filter", Map.of()));
        driver.drive();

        var cancelled = post(operation, "cancel").expect(200).json();

        assertThat(cancelled.get("state").asText()).isEqualTo("cancelled");
        assertThat(cancelled.get("skipped").asInt()).isEqualTo(11);
        assertThat(items(operation, "?state=skipped").findValuesAsText("reason"))
                .hasSize(11)
                .containsOnly("bulk.cancelled");
        assertThat(driver.drive()).isZero();
        assertThat(retried()).isEqualTo(1);
        assertThat(post(operation, "cancel").problem()).isEqualTo("bulk.closed");
    }

    @Test
    void what_was_closed_meanwhile_is_skipped_with_its_reason_and_the_canary_is_the_next_one() {
        unmapped(4);
        map("9999", "TWN");
        var operation = start(Map.of("action", "retry", "filter", Map.of()));
        var first = items(operation, "").get(0).get("failureId").asLong();
        house.as("OPERATOR")
                .post("/api/v1/failures/" + first + "/dismiss", Map.of("reason", "by hand"))
                .expect(200);

        driver.drive();

        assertThat(show(operation).get("done").asInt()).isEqualTo(3);
        assertThat(show(operation).get("skipped").asInt()).isEqualTo(1);
        var skipped = items(operation, "?state=skipped").get(0);
        assertThat(skipped.get("failureId").asLong()).isEqualTo(first);
        assertThat(skipped.get("reason").asText()).isEqualTo("failure.closed");
    }

    @Test
    void another_failure_than_before_is_no_reason_to_stop() {
        var small = House.open(port, 1);
        for (int booking = 0; booking < 3; booking++) {
            small.send(House.booking("TARO MIHON", ARRIVAL, "9999"));
        }
        FixtureHotel.map(small.admin, small.hotel, "9999", "TWN");

        var operation = small.as("OPERATOR")
                .post("/api/v1/failures/bulk", Map.of("action", "retry", "filter", Map.of("hotel", small.hotel)))
                .expect(202)
                .json();
        driver.drive();

        var done = small.admin
                .get("/api/v1/failures/bulk/" + operation.get("id").asText())
                .json();
        assertThat(done.get("state").asText()).isEqualTo("done");
        assertThat(done.get("done").asInt()).isEqualTo(1);
        assertThat(done.get("failed").asInt()).isEqualTo(2);
    }

    @Test
    void many_are_assigned_until_the_type_is_full() {
        var small = House.open(port, 2);
        for (int booking = 0; booking < 4; booking++) {
            small.send(House.booking("TARO MIHON", ARRIVAL, "9999"));
        }

        var operation = small.as("OPERATOR")
                .post(
                        "/api/v1/failures/bulk",
                        Map.of(
                                "action",
                                "assign",
                                "arguments",
                                Map.of("roomType", "FAM"),
                                "filter",
                                Map.of("hotel", small.hotel, "class", "ROOM_MAPPING"),
                                "reason",
                                "as agreed"))
                .expect(202)
                .json();
        driver.drive();

        var paused = small.admin
                .get("/api/v1/failures/bulk/" + operation.get("id").asText())
                .json();
        assertThat(paused.get("state").asText()).isEqualTo("paused");
        assertThat(paused.get("done").asInt()).isEqualTo(2);
        assertThat(paused.at("/met/code").asText()).isEqualTo("failure.type_not_free");
        assertThat(paused.get("pending").asInt()).isEqualTo(1);
    }

    @Test
    void many_are_snoozed_and_many_are_dismissed_with_a_reason() {
        unmapped(3);
        var until = OffsetDateTime.now(ZoneOffset.UTC).plusDays(5).toString();
        var snooze = start(
                Map.of("action", "snooze", "arguments", Map.of("until", until), "filter", Map.of(), "reason", "x"));
        driver.drive();
        assertThat(items(snooze, "").findValuesAsText("result")).containsOnly("snoozed");

        var dismiss = start(Map.of("action", "dismiss", "filter", Map.of(), "reason", "entered by hand"));
        driver.drive();

        assertThat(show(dismiss).get("done").asInt()).isEqualTo(3);
        var closed = house.admin
                .get("/api/v1/failures?state=dismissed&hotel=" + house.hotel)
                .items();
        assertThat(closed).hasSize(3);
        var history = house.admin
                .get("/api/v1/failures/" + closed.at("/0/id").asLong())
                .json()
                .get("actions");
        assertThat(history.findValuesAsText("action")).containsExactly("snooze", "dismiss");
        assertThat(history.findValuesAsText("who")).containsOnly("key:test");
        assertThat(history.at("/1/reason").asText()).isEqualTo("entered by hand");
    }

    @Test
    void after_a_crash_another_node_goes_on_when_the_lease_is_over_and_nothing_is_done_twice() {
        unmapped(15);
        map("9999", "TWN");
        var operation = start(Map.of("action", "retry", "filter", Map.of()));
        jdbc.sql("""
                        update bulk_operation
                        set leased_by = 'a node that crashed', lease_until = now() + interval '1 hour', fence = 41
                        where id = :id::uuid
                        """).param("id", operation.get("id").asText()).update();
        assertThat(driver.drive()).isZero();

        jdbc.sql("update bulk_operation set lease_until = now() - interval '1 second' where id = :id::uuid")
                .param("id", operation.get("id").asText())
                .update();
        driver.drive();

        assertThat(show(operation).get("done").asInt()).isEqualTo(15);
        assertThat(jdbc.sql("""
                                select max(tries)
                                from (select count(*) as tries
                                      from attempt a
                                               join bulk_operation_item i on i.operation_id = :id::uuid
                                               join import_failure f on f.id = i.failure_id
                                      where a.telegram_id = f.telegram_id and a.trigger = 'manual'
                                      group by a.telegram_id) as of_each
                                """)
                        .param("id", operation.get("id").asText())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void the_route_drives_what_is_asked_for() throws Exception {
        unmapped(3);
        map("9999", "TWN");
        var operation = start(Map.of("action", "retry", "filter", Map.of("channel", "jalan")));

        camel.getRouteController().startRoute("bulk");

        await().atMost(SOON).until(() -> show(operation).get("state").asText().equals("done"));
    }

    @Test
    void the_filter_narrows_as_in_the_list() {
        unmapped(2);
        house.send(House.booking("TARO MIHON", ARRIVAL, "8888"));
        house.send(House.again(House.booking("TARO MIHON", ARRIVAL), "CancellationReport"));
        var fingerprint = house.admin
                .get("/api/v1/failures?groupBy=fingerprint&hotel=" + house.hotel)
                .items()
                .at("/0/fingerprint")
                .asText();

        assertThat(total(Map.of("fingerprint", fingerprint))).isEqualTo(2);
        assertThat(total(Map.of("class", "ROOM_MAPPING"))).isEqualTo(3);
        assertThat(total(Map.of("code", "order.unknown_booking"))).isEqualTo(1);
        assertThat(total(Map.of("state", "waiting"))).isEqualTo(4);
    }

    @Test
    void a_set_can_name_its_failures_and_takes_only_those_that_are_open_and_meet_the_filter() {
        unmapped(3);
        house.send(House.booking("TARO MIHON", ARRIVAL, "8888"));
        var ids = house.admin
                .get("/api/v1/failures?sort=oldest&hotel=" + house.hotel)
                .items()
                .findValues("id");
        var first = ids.get(0).asLong();
        house.as("OPERATOR")
                .post("/api/v1/failures/" + first + "/dismiss", Map.of("reason", "by hand"))
                .expect(200);
        var ticked = List.of(first, ids.get(1).asLong(), ids.get(3).asLong());

        assertThat(total(Map.of("failures", ticked))).isEqualTo(2);
        assertThat(total(Map.of("failures", ticked, "class", "ROOM_MAPPING", "code", "mapping.unknown_code")))
                .isEqualTo(2);
        var operation = start(Map.of(
                "action",
                "retry",
                "filter",
                Map.of("failures", List.of(ids.get(1).asLong()))));
        assertThat(items(operation, "").findValues("failureId")).containsExactly(ids.get(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'action':'assign','filter':{}}|arguments.roomType",
                "{'action':'snooze','filter':{}}|arguments.until",
                "{'action':'snooze','arguments':{'until':'2020-01-01T00:00:00Z'},'filter':{}}|until",
                "{'action':'dismiss','filter':{}}|reason",
                "{'action':'retry'}|filter",
                "{'action':'retry','filter':{'failures':[]}}|filter.failures",
                "{'action':'retry','filter':{'state':'dismissed'}}|filter.state",
                "{'action':'retry','filter':{'code':'no.such'}}|code"
            })
    void what_makes_no_sense_is_named(String body, String field) {
        var answer = house.as("OPERATOR").send("POST", "/api/v1/failures/bulk", body.replace('\'', '"'));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
    }

    @Test
    void an_empty_set_is_refused() {
        assertThat(house.as("OPERATOR")
                        .post("/api/v1/failures/bulk", Map.of("action", "retry", "filter", Map.of()))
                        .problem())
                .isEqualTo("bulk.empty");
    }

    @Test
    void only_who_belongs_to_the_hotel_sees_and_only_an_operator_acts() {
        unmapped(1);
        var operation = start(Map.of("action", "retry", "filter", Map.of()));
        var path = "/api/v1/failures/bulk/" + operation.get("id").asText();
        var body = Map.of("action", "retry", "filter", Map.of("hotel", house.hotel));

        assertThat(house.as("VIEWER").post("/api/v1/failures/bulk", body).status())
                .isEqualTo(403);
        assertThat(house.stranger("ADMIN").post("/api/v1/failures/bulk", body).problem())
                .isEqualTo("access.forbidden_hotel");
        assertThat(house.stranger("ADMIN").get(path).problem()).isEqualTo("bulk.unknown");
        assertThat(house.stranger("ADMIN")
                        .send("POST", path + "/cancel", new byte[0])
                        .problem())
                .isEqualTo("bulk.unknown");
        assertThat(house.stranger("ADMIN").get("/api/v1/failures/bulk").items()).isEmpty();
        assertThat(house.as("VIEWER")
                        .get(path)
                        .expect(200)
                        .json()
                        .get("requestedBy")
                        .asText())
                .isEqualTo("key:test");
        assertThat(house.as("VIEWER").get("/api/v1/failures/bulk").items()).hasSize(1);
        assertThat(house.as("VIEWER")
                        .send("POST", path + "/cancel", new byte[0])
                        .status())
                .isEqualTo(403);
    }

    @Test
    void twenty_thousand_are_frozen_in_one_go_and_driven_page_by_page() {
        var failure = Case.of(house, house.send(House.booking("TARO MIHON", ARRIVAL, "9999")));
        copies(failure, 20_000);

        var operation = start(Map.of("action", "dismiss", "filter", Map.of(), "reason", "test"));

        assertThat(operation.get("total").asInt()).isEqualTo(20_001);
        var page = house.admin
                .get("/api/v1/failures/bulk/" + operation.get("id").asText() + "/items?limit=500")
                .json();
        assertThat(page.get("items")).hasSize(500);
        assertThat(page.get("next").isNull()).isFalse();
        post(operation, "cancel").expect(200);
        assertThat(show(operation).get("skipped").asInt()).isEqualTo(20_001);
    }

    private void copies(Case failure, int copies) {
        jdbc.sql("""
                        with telegrams as (
                            insert into telegram (received_at, delivery_id, line, hotel_id, kind, channel, channel_key, data_id,
                                                  booking_number, sent_at, sha256, bytes, outcome, failure_class, failure_code)
                                select t.received_at, t.delivery_id, t.line + n, t.hotel_id, t.kind, t.channel, t.channel_key,
                                       t.data_id || '-' || n, t.booking_number || '-' || n, t.sent_at, t.sha256, t.bytes,
                                       t.outcome, t.failure_class, t.failure_code
                                from telegram t, generate_series(1, :copies) as n
                                where t.id = :telegram
                                returning id, hotel_id, channel, channel_key, booking_number, kind)
                        insert into import_failure (telegram_id, hotel_id, channel, channel_key, booking_number, kind,
                                                    failure_class, failure_code, stage, fingerprint, state, created_at, updated_at)
                        select t.id, t.hotel_id, t.channel, t.channel_key, t.booking_number, t.kind, 'ROOM_MAPPING',
                               'mapping.unknown_code', 'map', 'copies', 'waiting', now(), now()
                        from telegrams t
                        """)
                .param("copies", copies)
                .param("telegram", failure.telegram())
                .update();
    }

    private List<JsonNode> unmapped(int bookings) {
        var lines = new ArrayList<JsonNode>();
        for (int booking = 0; booking < bookings; booking++) {
            lines.add(house.send(House.booking("TARO MIHON", ARRIVAL, "9999")));
        }
        return lines;
    }

    private JsonNode start(Map<String, ?> wanted) {
        return house.as("OPERATOR")
                .post("/api/v1/failures/bulk", wanted)
                .expect(202)
                .json();
    }

    private int total(Map<String, ?> filter) {
        var operation = start(Map.of("action", "retry", "filter", filter));
        post(operation, "cancel").expect(200);
        return operation.get("total").asInt();
    }

    private JsonNode show(JsonNode operation) {
        return house.admin
                .get("/api/v1/failures/bulk/" + operation.get("id").asText())
                .expect(200)
                .json();
    }

    private JsonNode items(JsonNode operation, String query) {
        return house.admin
                .get("/api/v1/failures/bulk/" + operation.get("id").asText() + "/items" + query)
                .expect(200)
                .items();
    }

    private Http.Answer post(JsonNode operation, String verb) {
        return house.as("OPERATOR")
                .send("POST", "/api/v1/failures/bulk/" + operation.get("id").asText() + "/" + verb, new byte[0]);
    }

    /** How many items ended in one commit, commit by commit. */
    private List<Integer> waves(JsonNode operation) {
        return jdbc.sql("""
                        select count(*)
                        from bulk_operation_item
                        where operation_id = :id::uuid
                        group by xmin::text::bigint
                        order by min(position)
                        """)
                .param("id", operation.get("id").asText())
                .query(Integer.class)
                .list();
    }

    private int retried() {
        return jdbc.sql("""
                        select count(*)
                        from attempt a
                                 join hotel h on h.id = a.hotel_id
                        where h.code = :hotel and a.trigger <> 'initial'
                        """).param("hotel", house.hotel).query(Integer.class).single();
    }

    private void map(String code, String type) {
        FixtureHotel.map(house.admin, house.hotel, code, type);
    }
}
