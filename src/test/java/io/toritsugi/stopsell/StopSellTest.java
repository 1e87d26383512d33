package io.toritsugi.stopsell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.SettableClock;
import io.toritsugi.conformance.TelegramDocument;
import io.toritsugi.link.LinkTest;
import io.toritsugi.link.LinkedHotel;
import io.toritsugi.simulator.StockFigure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A full house stops the sale of exactly what is full, and sells again what is free, as the hotel wants it. */
@LinkTest
class StopSellTest {

    private static final int STOPPED_THERE = 2;
    private static final int ON_SALE_THERE = 1;

    @LocalServerPort
    int port;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    private StopSells house;

    @BeforeEach
    void open() {
        house = StopSells.open(port, clock, jdbc, 1);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_booking_without_a_room_proposes_its_full_nights_and_no_others() {
        house.book(10);
        house.book(11);

        var proposal = house.only("");

        assertThat(proposal.path("state").asText()).isEqualTo("proposed");
        assertThat(proposal.path("action").asText()).isEqualTo("stop");
        assertThat(proposal.path("roomType").asText()).isEqualTo("TWN");
        assertThat(nights(proposal)).isEqualTo(house.in(11) + ".." + house.in(12));
        assertThat(proposal.path("why").asText()).isEqualTo("no_availability");
        assertThat(proposal.path("message").asText()).isEqualTo("A booking found no room.");
        assertThat(proposal.path("causes")).hasSize(1);
        assertThat(proposal.path("causes").get(0).path("failureId").isNumber()).isTrue();
        assertThat(house.hotel.lincoln.adjustments(house.hotel.code)).isEmpty();
        assertThat(house.stopped("TWN")).isEmpty();
    }

    @Test
    void what_is_approved_is_stopped_there_and_marked_here() {
        house.book(10);
        house.book(11);

        house.act(house.only(""), "approve").expect(202);

        eventuallySent(house.only(""));
        assertThat(house.there("2")).containsOnlyKeys(house.in(11));
        assertThat(house.there("2").get(house.in(11)).salesStatus()).isEqualTo(STOPPED_THERE);
        assertThat(house.stopped("TWN")).containsExactly(house.in(11));
        var sent = house.only("");
        assertThat(sent.path("decidedBy").asText()).isEqualTo("admin");
        assertThat(sent.at("/sendings/0/rows/0/result").asText()).isEqualTo("done");
        assertThat(sent.at("/sendings/0/requestId").asText()).hasSize(8);
        assertThat(house.act(sent, "approve").expect(409).problem()).isEqualTo("stop_sell.decided");
    }

    @Test
    void nights_are_sold_again_when_a_room_is_left_that_no_booking_waits_for() {
        var first = house.book(10);
        var second = house.book(11);
        house.act(house.only(""), "approve").expect(202);
        eventuallySent(house.only(""));

        house.cancel(first);
        house.hotel.eventually(() ->
                assertThat(house.hotel.held(List.of(second.bookingNumber()))).isEqualTo(1));
        house.cancel(second);

        house.hotel.eventually(() -> assertThat(house.list("&state=proposed")).hasSize(1));
        var reopening = house.only("&state=proposed");
        assertThat(reopening.path("action").asText()).isEqualTo("sell");
        assertThat(reopening.path("why").asText()).isEqualTo("rooms_free");
        assertThat(nights(reopening)).isEqualTo(house.in(11) + ".." + house.in(12));
        assertThat(house.there("2").get(house.in(11)).salesStatus()).isEqualTo(STOPPED_THERE);

        house.act(reopening, "approve").expect(202);

        eventuallySent(reopening);
        assertThat(house.there("2"))
                .containsOnly(Map.entry(house.in(11), new StockFigure("2", house.in(11), 1, ON_SALE_THERE)));
        assertThat(house.stopped("TWN")).isEmpty();
        assertThat(house.list("")).hasSize(2);
    }

    @Test
    void a_second_booking_joins_the_open_proposal_and_adds_only_its_new_nights() {
        house.book(10);
        house.book(12);
        house.book(11);
        house.book(10);

        assertThat(house.list(""))
                .extracting(StopSellTest::nights)
                .containsExactlyInAnyOrder(house.in(10) + ".." + house.in(11), house.in(11) + ".." + house.in(13));
        var wide = house.list("").stream()
                .filter(proposal -> proposal.path("causes").size() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(nights(wide)).isEqualTo(house.in(11) + ".." + house.in(13));
        assertThat(house.decisions())
                .extracting(decision -> decision.path("reason").asText())
                .containsExactlyInAnyOrder("proposed", "proposed", "already_proposed");
    }

    @Test
    void by_rule_it_is_stopped_and_sold_again_without_a_person() {
        house.policy(Map.of("mode", "rule", "reopenAutomatically", true));
        var first = house.book(10);
        var second = house.book(10);

        house.hotel.eventually(() -> assertThat(house.stopped("TWN")).containsExactly(house.in(10), house.in(11)));
        assertThat(house.only("").path("decidedBy").asText()).isEqualTo("rule");

        house.cancel(second);
        house.cancel(first);

        house.hotel.eventually(() -> assertThat(house.stopped("TWN")).isEmpty());
        house.hotel.eventually(() -> assertThat(house.list("&state=sent")).hasSize(2));
        assertThat(house.there("2").values())
                .extracting(StockFigure::salesStatus)
                .containsExactly(ON_SALE_THERE, ON_SALE_THERE);
        var audit = LinkedHotel.list(house.admin
                .get("/api/v1/audit?hotel=" + house.hotel.code)
                .expect(200)
                .items());
        assertThat(audit)
                .filteredOn(entry -> entry.path("action").asText().equals("stop_sell.proposed"))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.path("who").asText()).isEqualTo("system"));
    }

    @Test
    void rooms_that_the_hotel_keeps_do_not_reopen_a_night() {
        house.rooms("SGL", 2);
        house.policy(Map.of("mode", "rule", "reopenAutomatically", true, "keepClosedMargin", 1));
        var first = house.book(10);
        var second = house.book(10);
        house.hotel.eventually(() -> assertThat(house.stopped("TWN")).hasSize(2));
        house.cancel(second);
        house.cancel(first);

        lookOnceMore();

        assertThat(house.stopped("TWN")).hasSize(2);
        house.policy(Map.of("mode", "rule", "reopenAutomatically", true, "keepClosedMargin", 0));
        house.hotel.eventually(() -> assertThat(house.stopped("TWN")).isEmpty());
    }

    @Test
    void that_nothing_is_to_be_done_is_written_down_with_its_reason() {
        house.noGroup("2");
        house.book(10);
        house.book(10);

        assertThat(house.list("")).isEmpty();
        assertThat(house.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.path("reason").asText()).isEqualTo("no_group");
            assertThat(decision.path("message").asText()).contains("No net room-type group");
            assertThat(decision.path("stopSell").isNull()).isTrue();
            assertThat(nights(decision)).isEqualTo(house.in(10) + ".." + house.in(12));
        });

        house.group("2", "TWN");
        house.policy(Map.of("mode", "rule"));
        house.book(10);
        house.hotel.eventually(() -> assertThat(house.stopped("TWN")).hasSize(2));
        house.book(10);

        assertThat(house.decisions())
                .extracting(decision -> decision.path("reason").asText())
                .containsExactly("already_stopped", "proposed", "no_group");
    }

    @Test
    void a_hotel_that_is_not_linked_says_so() {
        try (var unlinked = StopSells.unlinked(port, clock, jdbc, 1)) {
            unlinked.group("2", "TWN");
            unlinked.book(10);
            unlinked.book(10);

            assertThat(unlinked.list("")).isEmpty();
            assertThat(unlinked.decisions())
                    .singleElement()
                    .satisfies(decision ->
                            assertThat(decision.path("reason").asText()).isEqualTo("not_linked"));
            assertThat(unlinked.want("stop", "TWN", unlinked.in(1), unlinked.in(2))
                            .expect(404)
                            .problem())
                    .isEqualTo("connection.unknown");
        }
    }

    @Test
    void the_same_decision_for_a_telegram_that_is_tried_again_is_counted() {
        house.book(10);
        house.book(10);
        assertThat(house.decisions())
                .singleElement()
                .satisfies(once -> assertThat(once.path("times").asInt()).isEqualTo(1));

        house.hotel.forward(Duration.ofMinutes(3));

        house.hotel.eventually(() -> assertThat(house.decisions())
                .extracting(decision -> decision.path("reason").asText())
                .containsExactly("already_proposed", "proposed"));
        house.hotel.forward(Duration.ofMinutes(10));
        house.hotel.eventually(
                () -> assertThat(house.decisions().get(0).path("times").asInt()).isGreaterThanOrEqualTo(2));
        assertThat(house.list("")).hasSize(1);
    }

    @Test
    void a_proposal_is_withdrawn_where_rooms_come_free_before_it_is_decided() {
        var first = house.book(10);
        var second = house.book(12);
        house.hotel.house.send(new TelegramDocument(
                "NewBookReport",
                "D-" + house.hotel.code,
                second.sentAt().plusMinutes(1),
                second.company(),
                "LONG-" + house.hotel.code,
                "GUEST",
                house.in(10),
                4,
                List.of("0002"),
                10_000));
        assertThat(nights(house.only(""))).isEqualTo(house.in(10) + ".." + house.in(14));
        var waiting = house.hotel.failures("&class=NO_AVAILABILITY").get(0);
        house.admin
                .post(
                        "/api/v1/failures/" + waiting.path("id").asLong() + "/dismiss",
                        Map.of("reason", "placed in the annex"))
                .expect(200);

        house.cancel(first);

        house.hotel.eventually(() -> assertThat(house.list("&state=dismissed")).hasSize(1));
        var withdrawn = house.only("&state=dismissed");
        assertThat(withdrawn.path("decidedBy").asText()).isEqualTo("rule");
        assertThat(withdrawn.path("decision").asText()).startsWith("Withdrawn because rooms came free");
        assertThat(nights(house.only("&state=proposed"))).isEqualTo(house.in(12) + ".." + house.in(14));
    }

    @Test
    void an_approval_that_finds_no_group_any_more_is_taken_back_and_says_why() {
        house.book(10);
        house.book(10);
        house.noGroup("2");

        house.act(house.only(""), "approve").expect(202);

        house.hotel.eventually(
                () -> assertThat(house.only("").path("state").asText()).isEqualTo("dismissed"));
        assertThat(house.only("").path("decidedBy").asText()).isEqualTo("rule");
        assertThat(house.only("").path("decision").asText()).startsWith("No net room-type group");
    }

    @Test
    void what_a_person_dismissed_is_not_proposed_again_for_the_same_booking() {
        house.book(10);
        house.book(10);
        house.dismiss(house.only(""), "we walk them to the annex").expect(200);

        house.hotel.forward(Duration.ofMinutes(3));

        house.hotel.eventually(() -> assertThat(house.decisions())
                .extracting(decision -> decision.path("reason").asText())
                .containsExactly("declined", "proposed"));
        assertThat(house.list("")).hasSize(1);
        house.book(10);
        assertThat(house.list("&state=proposed")).hasSize(1);
    }

    @Test
    void whoever_dismisses_a_reopening_keeps_the_night_closed() {
        house.policy(Map.of("mode", "rule"));
        var first = house.book(10);
        var second = house.book(10);
        house.hotel.eventually(() -> assertThat(house.stopped("TWN")).hasSize(2));
        house.cancel(second);
        house.cancel(first);
        house.hotel.eventually(() -> assertThat(house.list("&state=proposed")).hasSize(1));

        house.dismiss(house.only("&state=proposed"), "a group is expected").expect(200);

        assertThat(house.only("&state=dismissed").path("decision").asText()).isEqualTo("a group is expected");
        lookOnceMore();
        assertThat(house.list("&roomType=TWN&state=proposed")).isEmpty();
        assertThat(house.stopped("TWN")).hasSize(2);
    }

    @Test
    void what_a_person_stopped_is_not_sold_again_by_itself() {
        var stop = house.want("stop", "TWN", house.in(10), house.in(13))
                .expect(201)
                .json();
        eventuallySent(stop);
        assertThat(house.stopped("TWN")).hasSize(3);
        assertThat(stop.path("why").asText()).isEqualTo("by_hand");

        lookOnceMore();

        assertThat(house.list("&roomType=TWN&state=proposed")).isEmpty();
        var sell = house.want("sell", "TWN", house.in(11), house.in(12))
                .expect(201)
                .json();
        eventuallySent(sell);
        assertThat(house.stopped("TWN")).containsExactly(house.in(10), house.in(12));
        assertThat(house.there("2").get(house.in(11))).isEqualTo(new StockFigure("2", house.in(11), 1, ON_SALE_THERE));
    }

    @Test
    void a_night_that_a_person_stopped_in_the_calendar_stays_his() {
        house.policy(Map.of("mode", "rule", "reopenAutomatically", true));
        var first = house.book(10);
        house.stopInTheCalendar(house.in(10));
        var second = house.book(10);
        house.hotel.eventually(() -> assertThat(house.list("&state=sent")).hasSize(1));

        house.cancel(second);
        house.cancel(first);

        house.hotel.eventually(() -> assertThat(house.stopped("TWN")).containsExactly(house.in(10)));
        assertThat(house.there("2").get(house.in(10)).salesStatus()).isEqualTo(STOPPED_THERE);
    }

    @Test
    void a_night_that_a_stop_sell_closed_is_a_persons_once_he_stops_it_in_the_calendar_too() {
        house.policy(Map.of("mode", "rule", "reopenAutomatically", true));
        var first = house.book(10);
        var second = house.book(10);
        house.hotel.eventually(
                () -> assertThat(house.stopped("TWN")).contains(house.in(10)).hasSizeGreaterThan(1));

        house.stopInTheCalendar(house.in(10));
        house.cancel(second);
        house.cancel(first);

        house.hotel.eventually(() -> assertThat(house.stopped("TWN"))
                .as("the other nights are sold again")
                .containsExactly(house.in(10)));
        lookOnceMore();
        assertThat(house.stopped("TWN")).containsExactly(house.in(10));
        assertThat(house.there("2").get(house.in(10)).salesStatus()).isEqualTo(STOPPED_THERE);
        assertThat(house.hotel
                        .admin
                        .get("/api/v1/audit?hotel=" + house.hotel.code + "&action=stop_sell.kept_closed")
                        .expect(200)
                        .items())
                .hasSize(1);
    }

    @Test
    void a_type_of_several_groups_is_stopped_in_all_and_shared_when_it_is_sold() {
        house.noGroup("7");
        house.group("7", "TWN");
        house.rooms("TWN", 5);

        eventuallySent(house.want("stop", "TWN", house.in(10), house.in(11))
                .expect(201)
                .json());
        assertThat(house.there("2").get(house.in(10)).salesStatus()).isEqualTo(STOPPED_THERE);
        assertThat(house.there("7").get(house.in(10)).salesStatus()).isEqualTo(STOPPED_THERE);

        eventuallySent(house.want("sell", "TWN", house.in(10), house.in(11))
                .expect(201)
                .json());
        assertThat(house.there("2").get(house.in(10)).remainingCount()).isEqualTo(3);
        assertThat(house.there("7").get(house.in(10)).remainingCount()).isEqualTo(2);
    }

    @Test
    void a_wish_that_meets_an_open_proposal_is_refused_and_names_it() {
        house.book(10);
        house.book(10);
        var open = house.only("");

        var refused = house.want("stop", "TWN", house.in(9), house.in(11)).expect(409);

        assertThat(refused.problem()).isEqualTo("stop_sell.overlap");
        assertThat(refused.json().path("conflict").asLong())
                .isEqualTo(open.path("id").asLong());
        house.dismiss(open, "not needed").expect(200);
        house.want("stop", "TWN", house.in(9), house.in(11)).expect(201);
    }

    @Test
    void wishes_that_make_no_sense_are_refused() {
        house.noGroup("7");
        assertThat(house.want("stop", "JPN", house.in(1), house.in(2))
                        .expect(422)
                        .problem())
                .isEqualTo("stop_sell.no_group");
        assertThat(house.want("stop", "XXX", house.in(1), house.in(2))
                        .expect(422)
                        .problem())
                .isEqualTo("room_type.not_of_hotel");
        assertThat(house.want("stop", "TWN", house.in(2), house.in(2))
                        .expect(400)
                        .problem())
                .isEqualTo("request.invalid");
        assertThat(house.want("stop", "TWN", house.in(-2), house.in(2))
                        .expect(400)
                        .problem())
                .isEqualTo("request.invalid");
        house.admin.get("/api/v1/stop-sells?state=open").expect(400);
        house.admin.get("/api/v1/stop-sells/999999999").expect(404);
    }

    @Test
    void a_hotel_sees_and_decides_only_its_own() {
        house.book(10);
        house.book(10);
        var open = house.only("");
        var viewer = house.hotel.house.as("VIEWER");
        var stranger = house.hotel.house.stranger("MANAGER");

        assertThat(viewer.get("/api/v1/stop-sells").expect(200).items()).hasSize(1);
        viewer.post("/api/v1/stop-sells/" + open.path("id").asLong() + "/approve", Map.of())
                .expect(403);
        stranger.get("/api/v1/stop-sells/" + open.path("id").asLong()).expect(403);
        assertThat(stranger.get("/api/v1/stop-sells").expect(200).items()).isEmpty();
        house.hotel
                .house
                .as("OPERATOR")
                .put(house.hotel.house.path("/stop-sell-policy"), Map.of("mode", "rule"))
                .expect(403);
    }

    @Test
    void a_policy_is_by_hand_until_it_is_set_and_keeps_within_bounds() {
        var path = house.hotel.house.path("/stop-sell-policy");
        var unset = house.admin.get(path).expect(200).json();
        assertThat(unset.path("mode").asText()).isEqualTo("hand");
        assertThat(unset.path("reopenAutomatically").asBoolean()).isFalse();
        assertThat(unset.path("rowsPerBatch").asInt()).isEqualTo(30);
        assertThat(unset.path("daysPerBatch").asInt()).isEqualTo(30);

        house.policy(Map.of("mode", "rule", "rowsPerBatch", 10));

        assertThat(house.admin.get(path).json().path("rowsPerBatch").asInt()).isEqualTo(10);
        house.admin.put(path, Map.of("mode", "rule", "rowsPerBatch", 0)).expect(400);
        house.admin.put(path, Map.of("mode", "sometimes")).expect(400);
        house.admin.put(path, Map.of()).expect(400);
    }

    @Test
    void the_list_is_narrowed_by_state_type_and_nights() {
        house.book(10);
        house.book(10);
        house.want("stop", "JPN", house.in(40), house.in(45)).expect(201);

        assertThat(house.list("&roomType=JPN")).hasSize(1);
        assertThat(house.list("&roomType=TWN&state=proposed")).hasSize(1);
        assertThat(house.list("&from=" + house.in(44))).hasSize(1);
        assertThat(house.list("&from=" + house.in(45))).isEmpty();
        assertThat(house.list("&to=" + house.in(11))).hasSize(1);
        var page = house.admin
                .get("/api/v1/stop-sells?limit=1&hotel=" + house.hotel.code)
                .expect(200)
                .json();
        assertThat(page.at("/items/0/roomType").asText()).isEqualTo("JPN");
        assertThat(house.list("&limit=1&cursor=" + page.path("next").asText()))
                .singleElement()
                .satisfies(older -> assertThat(older.path("roomType").asText()).isEqualTo("TWN"));
    }

    /** Stops something of another type and waits until it is to be sold again: then every night was looked at once more. */
    private void lookOnceMore() {
        eventuallySent(house.want("stop", "SGL", house.in(100), house.in(101), Map.of("reopens", true))
                .expect(201)
                .json());
        house.hotel.eventually(() -> assertThat(house.list("&roomType=SGL"))
                .anySatisfy(
                        stopSell -> assertThat(stopSell.path("action").asText()).isEqualTo("sell")));
    }

    private void eventuallySent(JsonNode stopSell) {
        house.hotel.eventually(
                () -> assertThat(house.show(stopSell).path("state").asText()).isEqualTo("sent"));
    }

    private static String nights(JsonNode item) {
        return item.path("from").asText() + ".." + item.path("to").asText();
    }
}
