package io.toritsugi.upgrade.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.House;
import io.toritsugi.conformance.TelegramDocument;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cascades as a front desk meets them: looked at, applied, taken back; the inventory exactly right after each step. */
@HttpTest
class CascadeOverHttpTest {

    private static final LocalDate DAY = LocalDate.of(2027, 4, 1);
    private static final String SINGLE = "0001";
    private static final String TWIN = "0002";
    private static final String DOUBLE = "0003";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OutdateCascades outdating;

    private House house;
    private Http desk;

    /** One room of each type; a single leads to a twin, a twin to a double. */
    @BeforeEach
    void open_a_house() {
        house = House.open(port, 1);
        desk = house.as("OPERATOR");
        rate("SGL", 10_000);
        rate("TWN", 14_000);
        rate("DBL", 17_000);
        leadsTo("SGL", "TWN");
        leadsTo("TWN", "DBL");
    }

    // ---- proposed and applied

    @Test
    void one_move_frees_the_booked_type_and_the_failed_booking_is_imported_with_it() {
        var early = house.send(booking("HANAKO REIDAI", DAY, 1, SINGLE));
        house.send(booking("JIRO MIHON", DAY.plusDays(1), 1, TWIN));
        var failed = house.send(booking("TARO MIHON", DAY, 2, SINGLE));

        var proposal = propose(Map.of("failureId", failure(failed))).expect(201).json();

        assertThat(proposal.get("state").asText()).isEqualTo("proposed");
        assertThat(proposal.get("method").asText()).isEqualTo("single");
        assertThat(proposal.at("/frees/path").toString()).isEqualTo("[\"SGL\"]");
        assertThat(proposal.get("cost").asLong()).isEqualTo(4_000);
        assertThat(proposal.get("moves")).hasSize(1);
        var move = proposal.at("/moves/0");
        assertThat(move.get("reservation").asText())
                .isEqualTo(early.get("reservation").asText());
        assertThat(move.get("guest").asText()).isEqualTo("HANAKO REIDAI");
        assertThat(move.get("from").asText() + move.get("to").asText()).isEqualTo("SGLTWN");
        assertThat(proposal.at("/evidence/proven").asBoolean()).isTrue();
        assertThat(sold("SGL")).containsExactly(1, 0, 0);

        var applied = act(proposal, "apply").expect(200).json();

        assertThat(applied.get("state").asText()).isEqualTo("applied");
        assertThat(applied.get("appliedBy").asText()).isNotEmpty();
        assertThat(sold("SGL")).containsExactly(1, 1, 0);
        assertThat(sold("TWN")).containsExactly(1, 1, 0);
        assertThat(reservation("TARO MIHON").at("/rooms/0/assignedType").asText())
                .isEqualTo("SGL");
        var moved = reservation("HANAKO REIDAI");
        assertThat(moved.at("/rooms/0/assignedType").asText()).isEqualTo("TWN");
        assertThat(moved.at("/rooms/0/bookedType").asText()).isEqualTo("SGL");
        assertThat(moved.at("/rooms/0/chargedType").asText()).isEqualTo("SGL");
        assertThat(openFailures()).isEmpty();
        assertThat(audited("cascade.proposed")).hasSize(1);
        assertThat(audited("cascade.applied"))
                .containsExactly("cascade/" + proposal.get("id").asText());
    }

    @Test
    void a_chain_of_two_moves_is_found_where_one_is_not_enough() {
        house.admin.put(house.path("/room-types/TWN"), Map.of("capacity", 2)).expect(200);
        house.send(booking("HANAKO REIDAI", DAY, 2, SINGLE));
        house.send(booking("JIRO MIHON", DAY, 1, TWIN));
        house.send(booking("SHIRO MIHON", DAY.plusDays(1), 1, DOUBLE));
        var four = stay("SGL", 0, 2);
        four.put("guests", 4);

        var proposal = propose(four).expect(201).json();

        assertThat(proposal.get("method").asText()).isEqualTo("mip");
        assertThat(proposal.at("/evidence/proven").asBoolean()).isTrue();
        assertThat(type(proposal.at("/evidence/types"), "TWN").get("code").asText())
                .isEqualTo("upgrade.capacity");
        assertThat(proposal.get("cost").asLong()).isEqualTo(2 * 4_000 + 3_000);
        assertThat(moves(proposal)).containsExactlyInAnyOrder("HANAKO REIDAI SGL->TWN", "JIRO MIHON TWN->DBL");
        act(proposal, "apply").expect(200);
        assertThat(sold("SGL")).containsExactly(0, 0, 0);
        assertThat(sold("TWN")).containsExactly(1, 1, 0);
        assertThat(sold("DBL")).containsExactly(1, 1, 0);
    }

    @Test
    void where_the_booked_type_cannot_be_freed_an_upgrade_is_and_the_failed_booking_goes_there() {
        house.send(booking("HANAKO REIDAI", DAY, 2, SINGLE));
        lock("HANAKO REIDAI");
        house.send(booking("JIRO MIHON", DAY, 1, TWIN));
        house.send(booking("SHIRO MIHON", DAY.plusDays(1), 1, DOUBLE));
        var failed = house.send(booking("TARO MIHON", DAY, 2, SINGLE));

        var proposal = propose(Map.of("failureId", failure(failed))).expect(201).json();

        assertThat(proposal.at("/frees/path").toString()).isEqualTo("[\"SGL\",\"TWN\"]");
        assertThat(moves(proposal)).containsExactly("JIRO MIHON TWN->DBL");
        assertThat(proposal.get("cost").asLong()).isEqualTo(3_000 + 2 * 4_000);
        act(proposal, "apply").expect(200);
        var placed = reservation("TARO MIHON");
        assertThat(placed.at("/rooms/0/bookedType").asText()).isEqualTo("SGL");
        assertThat(placed.at("/rooms/0/assignedType").asText()).isEqualTo("TWN");
        assertThat(sold("SGL")).containsExactly(1, 1, 0);
        assertThat(sold("TWN")).containsExactly(1, 1, 0);
        assertThat(sold("DBL")).containsExactly(1, 1, 0);
        assertThat(openFailures()).isEmpty();
    }

    @Test
    void a_failed_booking_of_two_rooms_goes_into_the_freed_upgrade_as_a_whole() {
        house.admin.put(house.path("/room-types/TWN"), Map.of("rooms", 2)).expect(200);
        house.send(booking("JIRO MIHON", DAY, 1, TWIN));
        var failed = house.send(booking("TARO MIHON", DAY, 1, SINGLE, SINGLE));

        var proposal = propose(Map.of("failureId", failure(failed))).expect(201).json();

        assertThat(proposal.at("/frees/roomType").asText()).isEqualTo("TWN");
        assertThat(proposal.at("/requested/rooms").asInt()).isEqualTo(2);
        assertThat(moves(proposal)).containsExactly("JIRO MIHON TWN->DBL");
        act(proposal, "apply").expect(200);
        assertThat(reservation("TARO MIHON").get("rooms").findValuesAsText("assignedType"))
                .containsExactly("TWN", "TWN");
        assertThat(sold("SGL")).containsExactly(0, 0, 0);
        assertThat(sold("TWN")).containsExactly(2, 0, 0);
        assertThat(sold("DBL")).containsExactly(1, 0, 0);
    }

    @Test
    void a_cascade_is_proposed_beside_a_free_upgrade_only_when_it_is_cheaper() {
        house.send(booking("HANAKO REIDAI", DAY, 1, SINGLE));

        var dear = propose(stay("SGL", 0, 2)).expect(201).json();
        assertThat(dear.get("cost").asLong()).isEqualTo(4_000);
        var twin = type(dear.at("/evidence/types"), "TWN");
        assertThat(twin.get("code").asText()).isEqualTo("upgrade.free");
        assertThat(twin.get("cost").asLong()).isEqualTo(8_000);

        var none = propose(stay("SGL", 0, 1)).expect(200).json();
        assertThat(none.at("/none/code").asText()).isEqualTo("cascade.direct");
    }

    @Test
    void an_oversold_night_is_cleared() {
        var twin = booking("HANAKO REIDAI", DAY, 1, SINGLE);
        house.send(twin);
        house.admin.put(house.path("/room-types/SGL"), Map.of("rooms", 0)).expect(200);

        var proposal = propose(Map.of("roomType", "SGL", "date", DAY.toString()))
                .expect(201)
                .json();

        assertThat(proposal.get("purpose").asText()).isEqualTo("day");
        assertThat(proposal.get("frees").isNull()).isTrue();
        act(proposal, "apply").expect(200);
        assertThat(sold("SGL")).containsExactly(0, 0, 0);
        assertThat(sold("TWN")).containsExactly(1, 0, 0);
        var done = propose(Map.of("roomType", "SGL", "date", DAY.toString()))
                .expect(200)
                .json();
        assertThat(done.at("/none/code").asText()).isEqualTo("cascade.not_needed");
    }

    @Test
    void the_rooms_of_a_family_move_together_or_not_at_all() {
        house.admin.put(house.path("/room-types/SGL"), Map.of("rooms", 2)).expect(200);
        house.send(booking("HANAKO REIDAI", DAY, 1, SINGLE, SINGLE));
        house.send(booking("JIRO MIHON", DAY.plusDays(1), 1, TWIN));
        house.send(booking("SHIRO MIHON", DAY.plusDays(1), 1, DOUBLE));

        var none = propose(stay("SGL", 0, 2)).expect(200).json();
        assertThat(none.at("/none/code").asText()).isEqualTo("cascade.none");

        house.admin.put(house.path("/room-types/TWN"), Map.of("rooms", 2)).expect(200);
        house.send(booking("SABURO MIHON", DAY.plusDays(1), 1, TWIN));
        var proposal = propose(stay("SGL", 0, 2)).expect(201).json();
        assertThat(proposal.get("moved").asInt()).isEqualTo(2);
        act(proposal, "apply").expect(200);
        assertThat(sold("SGL")).containsExactly(0, 0, 0);
        assertThat(sold("TWN")).containsExactly(2, 2, 0);
    }

    // ---- none, with its proof

    @Test
    void that_there_is_none_is_proven_with_the_nights_and_who_stays_where_he_is() {
        house.send(booking("HANAKO REIDAI", DAY, 2, SINGLE));
        house.send(booking("JIRO MIHON", DAY.plusDays(1), 1, TWIN));
        lock("HANAKO REIDAI");
        lock("JIRO MIHON");
        house.send(booking("SHIRO MIHON", DAY, 2, DOUBLE));

        var none = propose(stay("SGL", 0, 2)).expect(200).json().get("none");

        assertThat(none.get("code").asText()).isEqualTo("cascade.none");
        var proof = none.get("proof");
        assertThat(proof.get("proven").asBoolean()).isTrue();
        assertThat(proof.at("/bookings/fixed").toString()).isEqualTo("{\"locked\":2,\"no_other_type\":1}");
        assertThat(proof.at("/window/from").asText()).isEqualTo("2027-03-25");
        assertThat(proof.at("/types/0/code").asText()).isEqualTo("cascade.too_few_movable");
        assertThat(proof.at("/types/0/nights").toString())
                .isEqualTo("[{\"date\":\"2027-04-01\",\"lacking\":1,\"movable\":0},"
                        + "{\"date\":\"2027-04-02\",\"lacking\":1,\"movable\":0}]");
    }

    @Test
    void what_is_free_needs_no_cascade() {
        var none = propose(stay("SGL", 0, 2)).expect(200).json();

        assertThat(none.at("/none/code").asText()).isEqualTo("cascade.not_needed");
        assertThat(list("?state=all")).isEmpty();
    }

    // ---- taken back, outdated, raced for

    @Test
    void an_applied_cascade_is_taken_back_with_one_call() {
        var proposal = proposed();
        act(proposal, "apply").expect(200);
        assertThat(sold("TWN")).containsExactly(1, 1, 0);

        var undone = act(proposal, "undo").expect(200).json();

        assertThat(undone.get("state").asText()).isEqualTo("undone");
        assertThat(sold("SGL")).containsExactly(1, 0, 0);
        assertThat(sold("TWN")).containsExactly(0, 1, 0);
        assertThat(reservation("HANAKO REIDAI").at("/rooms/0/assignedType").asText())
                .isEqualTo("SGL");
        assertThat(act(proposal, "undo").problem()).isEqualTo("cascade.closed");
        assertThat(audited("cascade.undone")).hasSize(1);
    }

    @Test
    void it_is_not_taken_back_when_the_freed_place_was_given_away() {
        var proposal = proposed();
        act(proposal, "apply").expect(200);
        house.send(booking("TARO MIHON", DAY, 2, SINGLE));

        var refused = act(proposal, "undo");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("cascade.not_undoable");
        assertThat(refused.json().at("/changes/0/code").asText()).isEqualTo("upgrade.full");
        assertThat(refused.json().at("/changes/0/roomType").asText()).isEqualTo("SGL");
        assertThat(sold("SGL")).containsExactly(1, 1, 0);
        assertThat(show(proposal).get("state").asText()).isEqualTo("applied");
    }

    @Test
    void a_modification_in_between_makes_it_outdated() {
        var booking = booking("HANAKO REIDAI", DAY, 1, SINGLE);
        house.send(booking);
        house.send(booking("JIRO MIHON", DAY.plusDays(1), 1, TWIN));
        var proposal = propose(stay("SGL", 0, 2)).expect(201).json();
        house.send(House.again(booking, "ModificationReport"));

        var refused = act(proposal, "apply");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("cascade.outdated");
        assertThat(refused.json().at("/changes/0/code").asText()).isEqualTo("reservation.changed");
        assertThat(show(proposal).get("state").asText()).isEqualTo("outdated");
        assertThat(sold("SGL")).containsExactly(1, 0, 0);
        assertThat(sold("TWN")).containsExactly(0, 1, 0);
        assertThat(audited("cascade.outdated")).hasSize(1);
    }

    @Test
    void a_room_that_was_taken_in_between_makes_it_outdated() {
        var proposal = proposed();
        house.send(booking("TARO MIHON", DAY, 1, TWIN));

        var refused = act(proposal, "apply");

        assertThat(refused.problem()).isEqualTo("cascade.outdated");
        assertThat(refused.json().at("/changes/0/code").asText()).isEqualTo("upgrade.full");
        assertThat(refused.json().at("/changes/0/night").asText()).isEqualTo(DAY.toString());
        assertThat(sold("TWN")).containsExactly(1, 1, 0);
    }

    @Test
    void a_rule_made_in_between_makes_it_outdated() {
        var proposal = proposed();
        jdbc.sql("delete from hierarchy_edge where hotel_id = :hotel")
                .param("hotel", hotelId())
                .update();
        hierarchyChanged();

        assertThat(act(proposal, "apply").json().at("/changes/0/code").asText()).isEqualTo("reservation.not_movable");
        assertThat(sold("SGL")).containsExactly(1, 0, 0);
    }

    @Test
    void a_cancellation_and_old_age_are_noticed_without_anybody_applying() {
        var booking = booking("HANAKO REIDAI", DAY, 1, SINGLE);
        house.send(booking);
        house.send(booking("JIRO MIHON", DAY.plusDays(1), 1, TWIN));
        var cancelled = propose(stay("SGL", 0, 2)).expect(201).json();
        outdating.outdate();
        assertThat(show(cancelled).get("state").asText()).isEqualTo("proposed");

        house.send(House.again(booking, "CancellationReport"));
        outdating.outdate();
        assertThat(show(cancelled).get("state").asText()).isEqualTo("outdated");

        house.send(booking("SABURO MIHON", DAY, 1, SINGLE));
        var old = propose(stay("SGL", 0, 2)).expect(201).json();
        jdbc.sql("update cascade_proposal set proposed_at = now() - interval '25 hours' where id = :id::uuid")
                .param("id", old.get("id").asText())
                .update();
        outdating.outdate();
        assertThat(show(old).get("state").asText()).isEqualTo("outdated");
        assertThat(list("")).isEmpty();
        assertThat(list("?state=outdated")).hasSize(2);
    }

    @Test
    void of_two_people_who_apply_at_once_one_is_told() throws Exception {
        for (int round = 0; round < 3; round++) {
            open_a_house();
            var proposal = proposed();
            var both = Executors.newFixedThreadPool(2);
            try {
                Callable<Integer> applying = () -> act(proposal, "apply").status();
                var answers = both.invokeAll(List.of(applying, applying)).stream()
                        .map(answer -> {
                            try {
                                return answer.get();
                            } catch (Exception failed) {
                                throw new IllegalStateException(failed);
                            }
                        })
                        .sorted()
                        .toList();
                assertThat(answers).containsExactly(200, 409);
            } finally {
                both.shutdownNow();
            }
            assertThat(sold("SGL")).containsExactly(0, 0, 0);
            assertThat(sold("TWN")).containsExactly(1, 1, 0);
        }
    }

    @Test
    void a_rejected_proposal_is_over() {
        var proposal = proposed();

        assertThat(act(proposal, "reject").expect(200).json().get("state").asText())
                .isEqualTo("rejected");

        assertThat(act(proposal, "apply").problem()).isEqualTo("cascade.closed");
        assertThat(list("")).isEmpty();
    }

    // ---- who may, and what makes no sense

    @Test
    void a_viewer_sees_proposals_without_names_and_decides_nothing() {
        var proposal = proposed();
        var viewer = house.as("VIEWER");

        var seen = viewer.get(house.path("/upgrades/cascades")).expect(200).items();

        assertThat(seen.at("/0/moves/0/guest").asText()).isEqualTo("H**");
        assertThat(viewer.post(path(proposal, "/apply"), Map.of()).status()).isEqualTo(403);
        assertThat(viewer.post(house.path("/upgrades/cascades"), stay("SGL", 0, 1))
                        .status())
                .isEqualTo(403);
        assertThat(house.stranger("ADMIN").get(house.path("/upgrades/cascades")).status())
                .isEqualTo(403);
        var other = house.admin.newHotel();
        assertThat(house.admin
                        .post(
                                "/api/v1/hotels/" + other + "/upgrades/cascades/"
                                        + proposal.get("id").asText() + "/apply",
                                Map.of())
                        .problem())
                .isEqualTo("cascade.unknown");
    }

    @Test
    void the_list_is_read_page_by_page() {
        proposed();
        var ids = new ArrayList<String>();
        ids.add(propose(stay("SGL", 0, 2)).expect(201).json().get("id").asText());
        propose(stay("SGL", 0, 2)).expect(201);

        var first =
                desk.get(house.path("/upgrades/cascades?limit=2")).expect(200).json();
        var rest = desk.get(house.path(
                        "/upgrades/cascades?limit=2&cursor=" + first.get("next").asText()))
                .expect(200)
                .json();

        assertThat(first.get("items")).hasSize(2);
        assertThat(first.at("/items/1/id").asText()).isEqualTo(ids.get(0));
        assertThat(rest.get("items")).hasSize(1);
        assertThat(rest.get("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{};roomType",
                "{\"roomType\":\"SGL\"};checkIn",
                "{\"roomType\":\"SGL\",\"checkIn\":\"2027-04-01\",\"checkOut\":\"2027-04-01\",\"guests\":1};checkOut",
                "{\"roomType\":\"SGL\",\"checkIn\":\"2027-04-01\",\"checkOut\":\"2027-04-02\"};guests",
                "{\"roomType\":\"SGL\",\"checkIn\":\"2020-04-01\",\"checkOut\":\"2020-04-02\",\"guests\":1};checkIn",
                "{\"roomType\":\"SGL\",\"checkIn\":\"2027-04-01\",\"date\":\"2027-04-02\"};date",
                "{\"failureId\":1,\"roomType\":\"SGL\"};failureId",
                "{\"roomType\":\"SGL\",\"date\":\"2027-04-02\",\"window\":31};window"
            })
    void a_request_that_makes_no_sense_is_refused_by_its_field(String body, String field) {
        var answer = desk.send("POST", house.path("/upgrades/cascades"), body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
    }

    @Test
    void a_failure_that_lacks_no_rooms_and_one_of_another_hotel_are_refused() {
        var unmapped = house.send(booking("TARO MIHON", DAY, 1, "9999"));
        var foreign = House.open(port, 0);
        var elsewhere = foreign.send(booking("TARO MIHON", DAY, 1, SINGLE));

        assertThat(propose(Map.of("failureId", failure(unmapped))).problem()).isEqualTo("failure.nothing_to_assign");
        assertThat(propose(Map.of("failureId", failureOf(elsewhere))).problem()).isEqualTo("failure.unknown");
    }

    // ---- what the tests say

    /** One move away from a single room for two nights: a twin is free for the first of them only. */
    private JsonNode proposed() {
        house.send(booking("HANAKO REIDAI", DAY, 1, SINGLE));
        house.send(booking("JIRO MIHON", DAY.plusDays(1), 1, TWIN));
        return propose(stay("SGL", 0, 2)).expect(201).json();
    }

    private static TelegramDocument booking(String guest, LocalDate arrival, int nights, String... codes) {
        var like = House.booking(guest, arrival);
        return new TelegramDocument(
                like.classification(),
                like.dataId(),
                like.sentAt(),
                like.company(),
                like.bookingNumber(),
                guest,
                arrival,
                nights,
                List.of(codes),
                like.price());
    }

    private static Map<String, Object> stay(String type, int from, int nights) {
        var stay = new HashMap<String, Object>();
        stay.put("roomType", type);
        stay.put("checkIn", DAY.plusDays(from).toString());
        stay.put("checkOut", DAY.plusDays(from + nights).toString());
        stay.put("guests", 2);
        return stay;
    }

    private Http.Answer propose(Map<String, ?> wanted) {
        return desk.post(house.path("/upgrades/cascades"), wanted);
    }

    private Http.Answer act(JsonNode proposal, String action) {
        return desk.post(path(proposal, "/" + action), Map.of());
    }

    private JsonNode show(JsonNode proposal) {
        return desk.get(path(proposal, "")).expect(200).json();
    }

    private String path(JsonNode proposal, String rest) {
        return house.path("/upgrades/cascades/" + proposal.get("id").asText() + rest);
    }

    private JsonNode list(String query) {
        return desk.get(house.path("/upgrades/cascades" + query)).expect(200).items();
    }

    private static JsonNode type(JsonNode types, String code) {
        for (var type : types) {
            if (type.get("roomType").asText().equals(code)) {
                return type;
            }
        }
        throw new AssertionError(code + " is not among " + types);
    }

    private static List<String> moves(JsonNode proposal) {
        var moves = new ArrayList<String>();
        proposal.get("moves")
                .forEach(move -> moves.add(move.get("guest").asText() + " "
                        + move.get("from").asText() + "->" + move.get("to").asText()));
        return moves;
    }

    /** Rooms sold on three nights from {@link #DAY} on. */
    private List<Integer> sold(String type) {
        var nights = house.admin
                .get(house.path("/inventory?from=" + DAY + "&to=" + DAY.plusDays(3)))
                .expect(200)
                .items();
        return IntStream.range(0, 3)
                .map(night -> {
                    for (var item : nights) {
                        if (item.get("roomType").asText().equals(type)
                                && item.get("date")
                                        .asText()
                                        .equals(DAY.plusDays(night).toString())) {
                            return item.get("sold").asInt();
                        }
                    }
                    return 0;
                })
                .boxed()
                .toList();
    }

    private JsonNode reservation(String guest) {
        return house.admin
                .get(house.path("/reservations?guest=" + guest.replace(" ", "%20")))
                .expect(200)
                .items()
                .get(0);
    }

    private long failure(JsonNode line) {
        for (var failure : openFailures()) {
            if (failure.get("telegramId").asLong() == line.get("id").asLong()) {
                return failure.get("id").asLong();
            }
        }
        throw new AssertionError("No open failure of " + line);
    }

    private long failureOf(JsonNode line) {
        return jdbc.sql("select id from import_failure where telegram_id = :telegram")
                .param("telegram", line.get("id").asLong())
                .query(Long.class)
                .single();
    }

    private JsonNode openFailures() {
        return house.admin
                .get("/api/v1/failures?hotel=" + house.hotel)
                .expect(200)
                .items();
    }

    private List<String> audited(String action) {
        var subjects = new ArrayList<String>();
        house.admin
                .get("/api/v1/audit?hotel=" + house.hotel + "&action=" + action)
                .expect(200)
                .items()
                .forEach(entry -> subjects.add(entry.get("subject").asText()));
        return subjects;
    }

    private void rate(String type, int yen) {
        house.admin
                .put(house.path("/room-types/" + type), Map.of("baseRate", yen))
                .expect(200);
    }

    private void lock(String guest) {
        jdbc.sql("update reservation set locked = true where id = :id::uuid")
                .param("id", reservation(guest).get("id").asText())
                .update();
    }

    private void leadsTo(String from, String to) {
        jdbc.sql("""
                        insert into hierarchy_edge (hotel_id, from_type_id, to_type_id, priority)
                        select f.hotel_id, f.id, t.id, 1
                        from room_type f
                                 join room_type t on t.hotel_id = f.hotel_id
                        where f.hotel_id = :hotel and f.code = :from and t.code = :to
                        """)
                .param("hotel", hotelId())
                .param("from", from)
                .param("to", to)
                .update();
        hierarchyChanged();
    }

    private void hierarchyChanged() {
        jdbc.sql("update hotel_version set hierarchy = hierarchy + 1 where hotel_id = :hotel")
                .param("hotel", hotelId())
                .update();
    }

    private int hotelId() {
        return jdbc.sql("select id from hotel where code = :code")
                .param("code", house.hotel)
                .query(Integer.class)
                .single();
    }
}
