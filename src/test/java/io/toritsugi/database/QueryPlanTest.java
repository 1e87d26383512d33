package io.toritsugi.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Holds the important queries to their indexes, over tables as large as after a year. */
class QueryPlanTest {

    private static final long LARGE = 10_000;
    private static final UUID OPERATION = new UUID(0x7000L, 1);

    static HikariDataSource pool;
    static JdbcClient database;
    static Set<String> large;

    @BeforeAll
    static void a_year_later() {
        pool = TestDatabase.fresh();
        database = JdbcClient.create(pool);
        new ResourceDatabasePopulator(new ClassPathResource("large-hotel-group.sql", QueryPlanTest.class))
                .execute(pool);
        large = Set.copyOf(
                database.sql("select relname from pg_class where relkind in ('r', 'i') and reltuples >= :large")
                        .param("large", LARGE)
                        .query(String.class)
                        .list());
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    static Stream<Arguments> importantQueries() {
        return Stream.of(
                query("intake/pending-telegrams", Map.of("after", 0L, "before", now(), "ahead", now(), "limit", 200)),
                query("intake/receipt-lines", Map.of("delivery", new UUID(0x7000L, 0x8000000000004e20L))),
                log("hotel", 1, "before", 150_000L),
                log("before", 150_000L),
                log("bookingNumber", "B4711"),
                log("hotel", 1, "from", now().minusDays(20), "to", now().minusDays(19)),
                query("intake/one-import", Map.of("telegram", 4711L)),
                query("intake/timeline", Map.of("telegram", 4711L, "reservation", new UUID(1, 2))),
                query("intake/raw-part", Map.of("telegram", 4711L, "part", 0, "receivedAt", now())),
                query(
                        "intake/telegrams-of-bookings",
                        Map.of(
                                "hotels",
                                new Integer[] {1, 1},
                                "channelKeys",
                                new String[] {"jalan", "booking"},
                                "bookingNumbers",
                                new String[] {"B4711", "B4712"})),
                query(
                        "reservation/reservation-by-key",
                        Map.of("hotel", 1, "channelKey", "jalan", "bookingNumber", "B4712")),
                arrivals("from", LocalDate.of(2027, 3, 1), "to", LocalDate.of(2027, 3, 8)),
                arrivals("afterArrival", LocalDate.of(2027, 3, 1), "afterId", new UUID(1, 2)),
                arrivals("bookingNumber", "B4712"),
                query("reservation/guest-search", reservations("guest", "見本")),
                query("reservation/whole", Map.of("hotel", 1, "ids", new UUID[] {new UUID(1, 2)})),
                query("reservation/rooms", Map.of("ids", new UUID[] {new UUID(1, 2)})),
                query("reservation/revisions", Map.of("id", new UUID(1, 2))),
                query("inventory/nights-of-hotel", given(List.of("roomType"), nights(Map.of("hotel", 1)))),
                query("inventory/nights-of-hotel", nights(Map.of("hotel", 1, "roomType", "T3"))),
                query("inventory/availability-of-hotel", Map.of("hotel", 1, "now", now())),
                query("inventory/changes-of-hotels", Map.of("hotels", new Integer[] {1, 2})),
                query("inventory/mark-nights", nights(Map.of("type", 1, "stopped", true))),
                query("inventory/mark-nights", nights(Map.of("type", 1, "stopped", false))),
                query(
                        "reservation/placed-rooms",
                        Map.of("hotel", 1, "from", LocalDate.of(2027, 3, 1), "to", LocalDate.of(2027, 3, 20))),
                query("reservation/placed-rooms-of", Map.of("hotel", 1, "ids", new UUID[] {new UUID(1, 2)})),
                query(
                        "upgrade/free-rooms",
                        Map.of("hotel", 1, "from", LocalDate.of(2027, 3, 1), "to", LocalDate.of(2027, 3, 20))),
                cascades("state", "proposed"),
                cascades("before", new UUID(1, 2)),
                query("upgrade/cascade-whole", Map.of("hotel", 1, "ids", new UUID[] {new UUID(1, 2)})),
                query("upgrade/cascade-moves", Map.of("ids", new UUID[] {new UUID(1, 2)})),
                query("upgrade/outdate-cascades", Map.of("before", now().minusDays(1), "now", now())),
                query("hierarchy/as-it-stands", Map.of("hotel", 1)),
                query("hierarchy/replace-edges", relations()),
                query("hierarchy/set-rules", rules()),
                query("hierarchy/revisions", given(List.of(), Map.of("hotel", 1, "rows", 51), "before", 40_000L)),
                query("hierarchy/revisions", given(List.of("before"), Map.of("hotel", 1, "rows", 1))),
                query("inventory/set-rates", nights(Map.of("type", 1, "amount", 9000, "weekdays", new Integer[] {5, 6
                }))),
                query("inventory/set-rates", nights(Map.of("type", 1, "amount", 9000, "weekdays", new Integer[] {5, 6
                }))),
                query("monitor/inventory-drift", Map.of("hotel", 7, "today", LocalDate.of(2027, 12, 1))),
                query("inventory/clear-rates", nights(Map.of("type", 1, "weekdays", new Integer[] {5, 6}))),
                failures("newest", "hotel", 1, "open", true, "before", 90_000L),
                failures("newest", "open", true, "before", 90_000L),
                failures("newest", "hotel", 7, "open", false, "state", "resolved"),
                failures("by-arrival", "hotel", 1, "open", true),
                failures("by-arrival", "open", true, "afterArrival", LocalDate.of(2027, 3, 1), "afterId", 4L),
                failures("newest", "hotel", 1, "open", true, "text", "%見本%"),
                failures("oldest", "hotel", 1, "open", true, "before", 90_000L),
                failures("oldest", "open", true, "before", 90_000L),
                failures("by-class", "hotel", 1, "open", true),
                failures("by-class", "open", true, "afterClass", "REMOTE", "afterId", 4L),
                failures("how-many", "hotel", 1, "open", true),
                failures("how-many", "open", true, "text", "%見本%"),
                failures("by-cause", "hotel", 1, "open", true),
                failures("by-cause", "open", true),
                query("failure/whole", Map.of("ids", new Long[] {4711L, 4712L}, "now", now())),
                query("failure/one-case", Map.of("id", 4711L)),
                query("failure/actions", Map.of("id", 4711L)),
                query("retry/release-healed", Map.of("now", now(), "urgentWithin", 172_800.0)),
                query("retry/moved-by-mapping", ofCodes(Map.of("now", now(), "urgentWithin", 172_800.0, "limit", 200))),
                query("retry/unmapped-by-mapping", ofCodes(Map.of("limit", 20))),
                query(
                        "retry/reservations-mapped-otherwise",
                        ofCodes(Map.of(
                                "hotel",
                                7,
                                "from",
                                LocalDate.of(2027, 3, 1),
                                "to",
                                LocalDate.of(2027, 4, 1),
                                "limit",
                                20))),
                query("retry/failures-of-same-bookings", Map.of("hotel", 1, "failures", new Long[] {4711L, 4712L})),
                query(
                        "mapping/unmapped-codes",
                        given(
                                List.of("channel", "afterArrival", "afterChannel", "afterCode"),
                                Map.of("hotel", 1, "limit", 51))),
                query(
                        "mapping/room-master",
                        given(List.of("code", "group", "afterAgent", "afterCode"), Map.of("hotel", 1, "limit", 51))),
                query("mapping/store-room-master", roomMaster()),
                query("retry/become-urgent", Map.of("now", now())),
                query("retry/hotels-with-remote", Map.of()),
                query("retry/renew-leases", claims(Map.of("leaseUntil", now()))),
                query("retry/still-held", claims(Map.of())),
                query("retry/give-back", claims(Map.of("dueAt", now()))),
                query("retry/gauges", Map.of("now", now(), "most", 20_000)),
                failures("newest", "hotel", 1, "open", true, "state", "retrying"),
                freeze("hotel", 1, "class", "ROOM_MAPPING"),
                freeze("state", "retrying"),
                query("retry/bulk-claim", Map.of("worker", "w", "leaseUntil", now(), "now", now())),
                query("retry/bulk-next-items", Map.of("operation", OPERATION, "limit", 100)),
                query(
                        "retry/bulk-items",
                        given(List.of("state"), Map.of("operation", OPERATION, "after", 40_000, "limit", 51))),
                query("retry/bulk-list", given(List.of("id", "before"), Map.of("hotel", 1, "limit", 51))),
                query("intake/telegrams-by-id", Map.of("telegrams", new Long[] {4711L, 4712L})),
                query(
                        "retry/claim-due",
                        Map.of(
                                "worker",
                                "w",
                                "leaseUntil",
                                now(),
                                "now",
                                now(),
                                "limit",
                                50,
                                "urgentDue",
                                now().minusDays(1),
                                "urgentId",
                                0L,
                                "otherDue",
                                now().minusDays(1),
                                "otherId",
                                0L,
                                "cutOff",
                                new Integer[] {7})),
                query("monitor/attempts-of-telegram", Map.of("telegram", 4711L)),
                query("monitor/attempts-of-hotel", Map.of("hotel", 7, "from", now().minusDays(1), "to", now())),
                query("monitor/open-failures", of(null, "now", now())),
                query("monitor/open-failures", of(1, "now", now())),
                query("monitor/first-to-look-at", of(1, "now", now(), "limit", 20)),
                query("monitor/first-to-look-at", of(null, "now", now(), "limit", 20)),
                query("monitor/imports-by-hour", lastDay(null)),
                query("monitor/imports-by-hour", lastDay(1)),
                query("monitor/import-times", of(null, "since", now().minusDays(1))),
                query("monitor/import-times", of(1, "since", now().minusDays(1))),
                query("monitor/healed-by-itself", of(1, "since", now().minusDays(1))),
                query("monitor/links", of(null, "now", now())),
                query("monitor/backlog", of(null, "now", now(), "late", now().minusMinutes(1))),
                query("monitor/backlog", of(1, "now", now(), "late", now().minusMinutes(1))),
                query("monitor/open-outputs", of(null)),
                query("monitor/search", search(null)),
                query("monitor/search", search(1)),
                query("monitor/open-outputs", of(1)),
                query("confirm/claim-due", Map.of("worker", "w", "now", now(), "hotel", 7)),
                query("confirm/hotels-with-due", Map.of("now", now())),
                query("confirm/settle-waiting", Map.of("now", now())),
                query("confirm/settle-by-poll", Map.of("now", now())),
                query("confirm/output-arrived", outputOfHotel("receivedAt", now(), "askedAt", now())),
                query("confirm/known-bytes", outputOfHotel("sha256", new byte[32])),
                outputs("hotel", 1, "before", 90_000L, "open", false),
                outputs("state", "due", "open", true),
                outputs("before", 90_000L, "open", false),
                query("confirm/whole", Map.of("ids", new Long[] {4711L, 4712L})),
                query(
                        "confirm/archive-failures",
                        Map.of("after", 0L, "limit", 1000, "now", now(), "resolvedBefore", now(), "clear", true)),
                query(
                        "stopsell/propose",
                        Map.of(
                                "hotels",
                                new Integer[] {1, 1},
                                "telegrams",
                                new Long[] {4711L, 4712L},
                                "types",
                                new Integer[] {1, 1},
                                "nights",
                                new String[] {"2027-03-01", "2027-03-02"},
                                "now",
                                now())),
                query("stopsell/hotels-to-follow", Map.of("now", now())),
                query("stopsell/withdraw", hotelsNow()),
                query("stopsell/propose-again", Map.of("withdrawn", new Long[] {4711L}, "now", now())),
                query("stopsell/reopen", hotelsNow()),
                query("stopsell/approved-unprepared", Map.of("now", now())),
                query("stopsell/hotels-with-due", Map.of("now", now())),
                query("stopsell/claim-due", Map.of("worker", "w", "now", now(), "hotel", 1)),
                query("stopsell/settle-proposal", Map.of("proposal", 4711L)),
                query("stopsell/mark-stopped", Map.of("proposal", 4711L, "now", now())),
                query("stopsell/mark-sold", Map.of("proposal", 4711L)),
                stopSells("hotel", 1, "before", 15_000L),
                stopSells("before", 15_000L),
                stopSells("hotel", 1, "state", "sent", "from", LocalDate.of(2027, 3, 1)),
                query("stopsell/whole", Map.of("ids", new Long[] {4711L, 4712L})),
                query("stopsell/sendings", Map.of("ids", new Long[] {4711L, 4712L})),
                query("stopsell/causes", Map.of("ids", new Long[] {4711L, 4712L})),
                query(
                        "stopsell/decisions",
                        given(List.of("reason"), Map.of("hotel", 1, "before", 15_000L, "limit", 51))),
                query(
                        "stopsell/own-stock",
                        Map.of("hotel", 1, "first", LocalDate.of(2027, 3, 1), "last", LocalDate.of(2027, 3, 29))),
                query("stopsell/reconcile-daily", Map.of("now", now())),
                query("stopsell/forget-reconciliations", Map.of("before", now().minusYears(1))),
                query("stopsell/hotels-to-reconcile", Map.of("now", now())),
                query("stopsell/claim-reconciliation", Map.of("worker", "w", "now", now(), "hotel", 1)),
                query("stopsell/keep-differences", Map.of("differences", "[]", "reconciliation", 4711L)),
                query("stopsell/reconciliations", given(List.of("id", "before"), Map.of("hotel", 1, "limit", 51))),
                query(
                        "stopsell/differences",
                        given(List.of("code", "after"), Map.of("reconciliation", 4711L, "limit", 51))),
                query("link/connection-of-hotel", Map.of("hotel", 1)),
                query("link/claim-turn", Map.of("hotel", 1, "worker", "w", "leaseUntil", now(), "now", now())),
                query(
                        "link/claim-polls",
                        Map.of(
                                "worker",
                                "w",
                                "leaseUntil",
                                now(),
                                "now",
                                now(),
                                "hotels",
                                new String[] {"H1"},
                                "limit",
                                8)),
                query("notify/incidents", incidents("hotel", 1, "living", true)),
                query("notify/incidents", incidents("living", true, "afterSeen", now(), "afterId", 4711L)),
                query("notify/one-incident", Map.of("id", 4711L)),
                query("notify/telegrams-of-incident", Map.of("id", 4711L)),
                query(
                        "upgrade/pick-up",
                        Map.of("hotel", 7, "from", LocalDate.of(2027, 3, 3), "to", LocalDate.of(2027, 6, 1))),
                decisions("telegram", 4711L),
                decisions("reservation", new UUID(1, 2)),
                decisions("before", 90_000L),
                events("next", "119500", "running", "{}"),
                // One that has been running for most of the day does not make the look at what is new any longer.
                events("next", "119500", "running", "{60000,119100}"),
                events("next", "90000", "running", "{}", "tx", "119000", "id", 119_000L, "hotels", new Integer[] {7}),
                query("notify/forget-events", Map.of("before", now().minusDays(2), "limit", 5000)),
                query("notify/open-failures", given(List.of(), Map.of(), "hotel", 7)),
                query("notify/open-failures", given(List.of("hotel"), Map.of())),
                query("notify/backlog", given(List.of(), Map.of(), "hotel", 1)),
                query("notify/running-bulk-operations", given(List.of(), Map.of(), "hotel", 1)),
                query("notify/living-incidents", given(List.of("hotel"), Map.of())));
    }

    private static Arguments events(Object... given) {
        return query(
                "notify/events-since",
                given(
                        List.of("hotels"),
                        Map.of(
                                "to",
                                "1000000:1000000:",
                                "topics",
                                new String[] {"imports"},
                                "tx",
                                "0",
                                "id",
                                0L,
                                "limit",
                                5001),
                        given));
    }

    private static Map<String, Object> of(@Nullable Integer hotel, Object... given) {
        var parameters = given(List.of("hotel"), Map.of(), given);
        parameters.put("hotel", hotel);
        return parameters;
    }

    private static Map<String, Object> search(@Nullable Integer hotel) {
        return of(
                hotel,
                "text",
                "見本",
                "prefix",
                "見本%",
                "part",
                "%見本%",
                "guests",
                true,
                "today",
                LocalDate.of(2027, 3, 1),
                "limit",
                10);
    }

    private static Map<String, Object> lastDay(@Nullable Integer hotel) {
        return of(hotel, "since", now().minusDays(1), "hourOf", now(), "zone", "Asia/Tokyo");
    }

    private static Map<String, Object> ofCodes(Map<String, Object> more) {
        return given(
                List.of(),
                Map.of("hotel", 1, "codes", new String[] {"0002"}),
                more.entrySet().stream()
                        .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                        .toArray());
    }

    private static Map<String, Object> roomMaster() {
        var row = new HashMap<String, Object>(Map.of("hotel", 1, "now", now()));
        List.of("agents", "codes", "names", "groups", "groupNames", "houseTypes", "houseTypeNames")
                .forEach(column -> row.put(column, new String[] {"1"}));
        List.of("stockAdjustable", "inUse").forEach(column -> row.put(column, new Boolean[] {true}));
        return row;
    }

    private static Arguments log(Object... given) {
        return query(
                "intake/import-log",
                given(
                        List.of(
                                "hotel",
                                "before",
                                "channel",
                                "bookingNumber",
                                "dataId",
                                "kind",
                                "outcome",
                                "class",
                                "from",
                                "to"),
                        Map.of("pending", false, "limit", 51),
                        given));
    }

    private static Map<String, Object> nights(Map<String, Object> of) {
        var parameters = new HashMap<>(of);
        parameters.put("from", LocalDate.of(2027, 3, 1));
        parameters.put("to", LocalDate.of(2027, 4, 1));
        return parameters;
    }

    private static Arguments arrivals(Object... given) {
        return query("reservation/arrivals", reservations(given));
    }

    private static Map<String, Object> reservations(Object... given) {
        return given(
                List.of("channel", "bookingNumber", "guest", "from", "to", "status", "afterArrival", "afterId"),
                Map.of("hotel", 1, "limit", 51),
                given);
    }

    private static Arguments failures(String name, Object... given) {
        return query(
                "failure/" + name,
                given(
                        List.of(
                                "hotel",
                                "state",
                                "class",
                                "code",
                                "channel",
                                "bookingNumber",
                                "fingerprint",
                                "text",
                                "arrivalFrom",
                                "arrivalTo",
                                "afterClass",
                                "before",
                                "afterArrival",
                                "afterId",
                                "afterCount",
                                "afterNewest"),
                        Map.of("limit", 51, "archived", false, "guests", true, "now", now()),
                        given));
    }

    private static Map<String, Object> relations() {
        return Map.of(
                "hotel",
                1,
                "now",
                now(),
                "fromTypes",
                new String[] {"T1"},
                "toTypes",
                new String[] {"T2"},
                "priorities",
                new Integer[] {1},
                "kinds",
                new String[] {"up"},
                "actives",
                new Boolean[] {true});
    }

    private static Map<String, Object> rules() {
        return given(
                List.of(
                        "maxUpgradeLevels",
                        "priceDifferenceLimit",
                        "priceDifferenceLimitPercent",
                        "freezeDays",
                        "placementMaxLevels",
                        "placementMaxPriceDifference"),
                Map.of("hotel", 1, "now", now()),
                "capacityRequired",
                true,
                "smoking",
                "any",
                "blackoutsFrom",
                new String[] {"2027-01-01"},
                "blackoutsTo",
                new String[] {"2027-01-02"},
                "displacementFirst",
                false,
                "excludedChannels",
                new String[] {"jalan"},
                "excludedPlans",
                new String[] {},
                "placementMode",
                "suggest");
    }

    private static Arguments decisions(Object... given) {
        return query(
                "upgrade/decisions",
                given(List.of("telegram", "reservation", "before"), Map.of("hotel", 1, "limit", 51), given));
    }

    private static Arguments cascades(Object... given) {
        return query("upgrade/cascades", given(List.of("state", "before"), Map.of("hotel", 1, "limit", 51), given));
    }

    private static Arguments outputs(Object... given) {
        return query("confirm/outputs", given(List.of("hotel", "state", "before"), Map.of("limit", 51), given));
    }

    private static Arguments stopSells(Object... given) {
        return query(
                "stopsell/list",
                given(List.of("hotel", "state", "roomType", "from", "to", "before"), Map.of("limit", 51), given));
    }

    private static Map<String, Object> hotelsNow() {
        return Map.of("hotels", new Integer[] {1, 2}, "now", now());
    }

    private static Map<String, Object> outputOfHotel(Object... given) {
        return given(List.of(), Map.of("hotel", 1, "outputId", "O4711"), given);
    }

    private static Arguments freeze(Object... given) {
        return query(
                "retry/bulk-freeze",
                given(
                        List.of(
                                "hotel",
                                "state",
                                "class",
                                "code",
                                "channel",
                                "bookingNumber",
                                "fingerprint",
                                "text",
                                "arrivalFrom",
                                "arrivalTo",
                                "failures"),
                        Map.of(
                                "operation",
                                OPERATION,
                                "most",
                                100_001,
                                "guests",
                                true,
                                "now",
                                now(),
                                "open",
                                true,
                                "archived",
                                false),
                        given));
    }

    private static Map<String, Object> claims(Map<String, Object> more) {
        var parameters = new HashMap<>(more);
        parameters.put("failures", new Long[] {4711L, 4712L});
        parameters.put("fences", new Long[] {1L, 2L});
        return parameters;
    }

    private static Map<String, Object> incidents(Object... given) {
        return given(List.of("hotel", "state", "afterSeen", "afterId"), Map.of("limit", 51), given);
    }

    /** A list's parameters as it sends them: those not given are null. */
    private static Map<String, Object> given(List<String> absent, Map<String, Object> always, Object... given) {
        var parameters = new HashMap<String, Object>(always);
        absent.forEach(name -> parameters.put(name, null));
        for (int name = 0; name < given.length; name += 2) {
            parameters.put((String) given[name], given[name + 1]);
        }
        return parameters;
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("importantQueries")
    void an_important_query_reads_no_large_table_from_end_to_end(String name, Map<String, Object> parameters) {
        var plan = plan(SqlFile.text(name), parameters);

        assertThat(wholeReads(plan)).as(plan.toPrettyString()).isEmpty();
    }

    @Test
    void two_letters_of_a_guests_name_are_enough_for_its_index() {
        var plan = plan(SqlFile.text("reservation/guest-search"), reservations("guest", "見本"));

        assertThat(plan.toString()).contains("reservation_by_guest");
    }

    @Test
    void the_tables_of_these_queries_are_large() {
        assertThat(List.of(
                        "telegram",
                        "reservation",
                        "inventory",
                        "import_failure",
                        "retry_queue",
                        "attempt",
                        "output",
                        "bulk_operation_item"))
                .allSatisfy(table -> assertThat(database.sql("select count(*) from " + table)
                                .query(Long.class)
                                .single())
                        .isGreaterThanOrEqualTo(100_000));
    }

    @Test
    void a_query_without_an_index_is_found_out() {
        assertThat(wholeReads(plan("select * from telegram where bytes = :bytes", Map.of("bytes", 7))))
                .containsExactly("Seq Scan on telegram");
        assertThat(wholeReads(
                        plan("select * from telegram where bytes = :bytes order by id limit 1", Map.of("bytes", 8000))))
                .containsExactly("Index Scan on telegram without a condition");
    }

    private static Arguments query(String name, Map<String, Object> parameters) {
        return Arguments.of(name, parameters);
    }

    private static JsonNode plan(String sql, Map<String, Object> parameters) {
        try {
            var explained = database.sql("explain (format json) " + sql)
                    .params(parameters)
                    .query(String.class)
                    .single();
            return new ObjectMapper().readTree(explained).get(0).get("Plan");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL's plan is no JSON", e);
        }
    }

    /**
     * Scans of large tables that nothing limits: sequential ones, and those that walk along a whole index, unless that index is
     * a small part of the table (the open failures, the pending telegrams).
     */
    private static List<String> wholeReads(JsonNode plan) {
        var found = new ArrayList<String>();
        var kind = plan.path("Node Type").asText();
        var table = plan.path("Relation Name").asText();
        if (large.contains(table)) {
            if (kind.equals("Seq Scan")) {
                found.add("Seq Scan on " + table);
            } else if (kind.startsWith("Index")
                    && !plan.has("Index Cond")
                    && large.contains(plan.path("Index Name").asText())) {
                found.add(kind + " on " + table + " without a condition");
            }
        }
        plan.path("Plans").forEach(child -> found.addAll(wholeReads(child)));
        return found;
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }
}
