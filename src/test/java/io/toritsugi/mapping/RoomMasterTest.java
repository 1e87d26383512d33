package io.toritsugi.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.SettableClock;
import io.toritsugi.api.Http.Answer;
import io.toritsugi.conformance.House;
import io.toritsugi.link.HotelTurns;
import io.toritsugi.link.LinkTest;
import io.toritsugi.link.LinkedHotel;
import io.toritsugi.simulator.Fault;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The room master comes from TL-Lincoln as it is, or not at all, and proposes what nobody has mapped. */
@LinkTest
class RoomMasterTest {

    /** Five groups with each of six sales offices. */
    private static final int ROWS = 30;

    @LocalServerPort
    int port;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HotelTurns turns;

    private LinkedHotel hotel;

    @BeforeEach
    void open() {
        hotel = LinkedHotel.open(port, clock);
    }

    @AfterEach
    void close() {
        hotel.close();
    }

    @Test
    void what_was_fetched_is_listed_with_what_it_is_mapped_to() {
        hotel.link(Map.of("poll", false));

        var fetched = fetch().expect(200).json();

        assertThat(fetched.get("rows").asInt()).isEqualTo(ROWS);
        assertThat(fetched.get("added").asInt()).isEqualTo(ROWS);
        var twin = get("/room-master?code=0002&groupCode=2&limit=500").at("/items/0");
        assertThat(twin.get("agentCode").asText()).isEqualTo("001");
        assertThat(twin.get("channel").asText()).isEqualTo("ikyu");
        assertThat(twin.get("name").asText()).isEqualTo("ツイン");
        assertThat(twin.get("roomType").asText()).isEqualTo("TWN");
        assertThat(twin.get("inUse").asBoolean()).isTrue();
        var first = get("/room-master?limit=20");
        var second = get("/room-master?limit=20&cursor=" + first.get("next").asText());
        assertThat(second.get("items")).hasSize(ROWS - 20);
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void fetching_again_says_what_has_changed() {
        hotel.link(Map.of("poll", false));
        fetch().expect(200);
        int id = hotelId();
        jdbc.sql(
                        "update net_room_master set agent_type_name = 'old' where hotel_id = :hotel and agent_type_code = '0002'")
                .param("hotel", id)
                .update();
        jdbc.sql("update net_room_master set agent_code = 'gone' where hotel_id = :hotel and agent_code = '66'")
                .param("hotel", id)
                .update();

        var fetched = fetch().expect(200).json();

        assertThat(fetched.get("added").asInt()).isEqualTo(5);
        assertThat(fetched.get("removed").asInt()).isEqualTo(5);
        assertThat(fetched.get("changed").asInt()).isEqualTo(5);
        assertThat(get("/room-master?limit=500").get("items").findValuesAsText("name"))
                .hasSize(ROWS)
                .doesNotContain("old");
        var unchanged = fetch().expect(200).json();
        assertThat(unchanged.get("added").asInt()
                        + unchanged.get("removed").asInt()
                        + unchanged.get("changed").asInt())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "TOO_MANY_REQUESTS,remote.too_many_requests",
        "SOAP_FAULT,remote.soap_fault",
        "MAINTENANCE_PAGE,remote.html_page",
        "MAINTENANCE_UNAVAILABLE,remote.http_status",
        "HALF_ANSWER,remote.half_answer",
        "SUCCESS_MISSING,remote.verdict_missing",
        "LOST_ANSWER,remote.answer_lost"
    })
    void a_fetch_that_fails_says_why_and_leaves_what_was_known(Fault fault, String code) {
        hotel.link(Map.of("poll", false));
        fetch().expect(200);
        hotel.lincoln.faults().next(fault);

        var refused = fetch().expect(502);

        assertThat(refused.problem()).isEqualTo("room_master.not_fetched");
        assertThat(refused.json().get("class").asText()).isEqualTo("REMOTE");
        assertThat(refused.json().get("failure").asText()).isEqualTo(code);
        assertThat(refused.json().get("cause").asText()).isNotBlank();
        assertThat(refused.json().get("remedy").asText()).isNotBlank();
        assertThat(refused.json().get("detail").asText()).startsWith("TL-Lincoln's room master was not fetched: ");
        assertThat(refused.toString()).doesNotContain(LinkedHotel.PASSWORD);
        assertThat(get("/room-master?limit=500").get("items")).hasSize(ROWS);
    }

    @Test
    void who_was_told_to_wait_asks_nothing_until_then() {
        hotel.link(Map.of("poll", false));
        hotel.lincoln.faults().next(Fault.TOO_MANY_REQUESTS);
        fetch().expect(502);
        var asked = hotel.lincoln.requests();

        var refused = fetch().expect(502);

        assertThat(refused.json().get("failure").asText()).isEqualTo("remote.backing_off");
        assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow()))
                .isPositive();
        assertThat(hotel.lincoln.requests()).isEqualTo(asked);
        clock.forward(Duration.ofHours(1));
        fetch().expect(200);
    }

    @Test
    void nothing_found_leaves_what_was_known() {
        hotel.link(Map.of("poll", false));
        fetch().expect(200);
        hotel.lincoln.faults().next(Fault.NOTHING_FOUND);

        assertThat(fetch().expect(200).json().get("rows").asInt()).isZero();

        assertThat(get("/room-master?limit=500").get("items")).hasSize(ROWS);
    }

    @Test
    void one_at_a_time_speaks_for_a_hotel() {
        hotel.link(Map.of("poll", false));
        var turn = turns.claim(hotelId()).orElseThrow();
        var asked = hotel.lincoln.requests();

        assertThat(fetch().expect(502).json().get("failure").asText()).isEqualTo("remote.busy");

        assertThat(hotel.lincoln.requests()).isEqualTo(asked);
        turns.end(turn);
        fetch().expect(200);
        hotel.lincoln.faults().next(Fault.SOAP_FAULT);
        fetch().expect(502);
        fetch().expect(200);
    }

    @Test
    void a_hotel_without_a_connection_or_a_password_is_told_so() {
        assertThat(fetch().expect(404).problem()).isEqualTo("connection.unknown");
        hotel.admin
                .put(hotel.house.path("/connection"), Map.of("address", hotel.lincoln.baseUri(), "systemId", "T"))
                .expect(201);

        assertThat(fetch().expect(502).json().get("failure").asText()).isEqualTo("remote.no_credentials");
    }

    @Test
    void codes_that_nobody_has_mapped_are_proposed_from_the_other_codes_of_their_group() {
        hotel.link(Map.of("poll", false));
        fetch().expect(200);
        assertThat(get("/mappings/proposals").get("items")).isEmpty();
        unmap("0002");

        var byName = get("/mappings/proposals").get("items");
        hotel.admin
                .post(hotel.house.path("/mappings"), Map.of("channel", "jalan", "code", "0002", "roomType", "FAM"))
                .expect(201);
        var byGroup = get("/mappings/proposals?limit=3");

        assertThat(byName.findValuesAsText("channel"))
                .containsExactly("agoda", "booking", "expedia", "ikyu", "jalan", "rakuten");
        assertThat(byName.at("/0/proposals/0/roomType").asText()).isEqualTo("TWN");
        assertThat(byName.at("/0/proposals/0/reason").asText()).isEqualTo("name");
        assertThat(byGroup.at("/items/0/proposals/0/roomType").asText()).isEqualTo("FAM");
        assertThat(byGroup.at("/items/0/proposals/0/reason").asText()).isEqualTo("codes_of_group");
        assertThat(byGroup.at("/items/0/proposals/0/score").asDouble()).isEqualTo(0.9);
        var rest =
                get("/mappings/proposals?limit=3&cursor=" + byGroup.get("next").asText());
        assertThat(rest.get("items").findValuesAsText("channel")).containsExactly("ikyu", "rakuten");
    }

    @Test
    void groups_without_a_type_are_proposed_from_what_their_codes_are_mapped_to() {
        hotel.link(Map.of("poll", false));
        fetch().expect(200);
        hotel.admin
                .put(hotel.house.path("/room-type-groups"), Map.of("1", "SGL"))
                .expect(200);

        var proposed = get("/room-type-groups/proposals").get("items");

        assertThat(proposed.findValuesAsText("groupCode")).containsExactly("2", "3", "5", "7");
        assertThat(proposed.at("/0/name").asText()).isEqualTo("ツイン");
        assertThat(proposed.at("/0/proposals/0/roomType").asText()).isEqualTo("TWN");
        assertThat(proposed.at("/0/proposals/0/basis/0").asText()).isEqualTo("0002");
        assertThat(get("/room-type-groups").get("items")).hasSize(1);
    }

    @Test
    void a_code_that_bookings_wait_for_is_proposed_from_the_room_master() {
        hotel.link(Map.of("poll", false));
        fetch().expect(200);
        unmap("0007");
        hotel.admin
                .put(hotel.house.path("/room-type-groups"), Map.of("7", "JPN"))
                .expect(200);
        hotel.house.send(House.booking("TARO MIHON", LocalDate.of(2027, 5, 1), "0007"));

        var item = get("/mappings/unmapped").at("/items/0");

        assertThat(item.get("code").asText()).isEqualTo("0007");
        assertThat(item.at("/proposals/0/roomType").asText()).isEqualTo("JPN");
        assertThat(item.at("/proposals/0/reason").asText()).isEqualTo("group");
        assertThat(item.at("/proposals/0/score").asDouble()).isEqualTo(1.0);
    }

    private void unmap(String code) {
        var mapping = get("/mappings?code=" + code).at("/items/0/id").asLong();
        hotel.admin.delete(hotel.house.path("/mappings/" + mapping)).expect(204);
    }

    private Answer fetch() {
        return hotel.admin.post(hotel.house.path("/room-master/fetch"), Map.of());
    }

    private JsonNode get(String path) {
        return hotel.admin.get(hotel.house.path(path)).expect(200).json();
    }

    private int hotelId() {
        return jdbc.sql("select id from hotel where code = :code")
                .param("code", hotel.code)
                .query(Integer.class)
                .single();
    }
}
