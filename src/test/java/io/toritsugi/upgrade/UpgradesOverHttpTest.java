package io.toritsugi.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.House;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HttpTest
class UpgradesOverHttpTest {

    private static final Map<String, String> CODES =
            Map.of("SGL", "0001", "TWN", "0002", "DBL", "0003", "FAM", "0005", "JPN", "0007");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private House house;
    private LocalDate today;
    private LocalDate arrival;

    @BeforeEach
    void a_hotel_with_one_room_of_each_type() {
        house = House.open(port, 1);
        today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
        arrival = today.plusDays(40);
        type("SGL", 1, 8_000);
        type("TWN", 2, 14_000);
        type("DBL", 2, 12_000);
        type("FAM", 4, 20_000);
        type("JPN", 4, 20_000);
    }

    @Test
    void a_full_type_has_its_upgrades_in_order_with_path_and_evidence() {
        relate("TWN", "JPN", 2);
        relate("TWN", "DBL", 1);
        relate("DBL", "FAM", 3);
        relate("JPN", "FAM", 1);
        fill("TWN", arrival);
        fill("DBL", arrival.plusDays(1));

        var answer = ask("TWN", arrival, arrival.plusDays(2), 2);

        assertThat(answer.fieldNames()).toIterable().contains("requestedAvailable", "options", "none");
        assertThat(answer.get("requestedAvailable").asBoolean()).isFalse();
        assertThat(answer.get("none").isNull()).isTrue();
        assertThat(answer.at("/options").findValuesAsText("roomType")).containsExactly("FAM", "JPN");
        var family = answer.at("/options/0");
        assertThat(family.get("path").toString()).isEqualTo("[\"TWN\",\"DBL\",\"FAM\"]");
        assertThat(family.get("priority").toString()).isEqualTo("[1,3]");
        assertThat(family.get("levels").asInt()).isEqualTo(2);
        assertThat(family.get("priceDifference").asInt()).isEqualTo(6_000);
        assertThat(family.get("nights").toString())
                .isEqualTo("[{\"date\":\"%s\",\"free\":1},{\"date\":\"%s\",\"free\":1}]"
                        .formatted(arrival, arrival.plusDays(1)));
    }

    @Test
    void options_are_listed_also_when_the_requested_type_is_free() {
        relate("TWN", "DBL", 1);

        var answer = ask("TWN", arrival, arrival.plusDays(1), 2);

        assertThat(answer.get("requestedAvailable").asBoolean()).isTrue();
        assertThat(answer.at("/options/0/roomType").asText()).isEqualTo("DBL");
        assertThat(answer.at("/options/0/priceDifference").asInt()).isEqualTo(-2_000);
        assertThat(answer.get("none").isNull()).isTrue();
    }

    @Test
    void none_names_the_requested_type_and_every_type_in_reach_with_what_blocks_it() {
        relate("TWN", "DBL", 1);
        relate("DBL", "SGL", 1);
        fill("TWN", arrival);
        fill("DBL", arrival.plusDays(1));

        var answer = ask("TWN", arrival, arrival.plusDays(2), 2);

        assertThat(answer.get("options")).isEmpty();
        var reasons = answer.at("/none/reasons");
        assertThat(reasons).hasSize(3);
        assertThat(reasons.get(0).toString())
                .isEqualTo(
                        "{\"roomType\":\"TWN\",\"code\":\"upgrade.full\",\"night\":\"%s\",\"detail\":\"free=0 rooms=1 nights=2\"}"
                                .formatted(arrival));
        assertThat(reasons.get(1).toString())
                .isEqualTo(
                        "{\"roomType\":\"DBL\",\"code\":\"upgrade.full\",\"night\":\"%s\",\"detail\":\"free=0 rooms=1 nights=1\"}"
                                .formatted(arrival.plusDays(1)));
        assertThat(reasons.get(2).toString())
                .isEqualTo(
                        "{\"roomType\":\"SGL\",\"code\":\"upgrade.capacity\",\"night\":null,\"detail\":\"capacity=1 guests=2\"}");
    }

    @Test
    void without_a_relation_that_is_the_reason() {
        relate("DBL", "FAM", 1);

        var reasons = ask("FAM", arrival, arrival.plusDays(1), 2).at("/none/reasons");

        assertThat(reasons.toString())
                .isEqualTo("[{\"roomType\":\"FAM\",\"code\":\"upgrade.no_relation\",\"night\":null,\"detail\":null}]");
    }

    @Test
    void a_full_type_on_the_way_does_not_block_the_way() {
        relate("SGL", "DBL", 1);
        relate("DBL", "FAM", 1);
        fill("DBL", arrival);

        var options = ask("SGL", arrival, arrival.plusDays(1), 1).get("options");

        assertThat(options.findValuesAsText("roomType")).containsExactly("FAM");
        assertThat(options.at("/0/levels").asInt()).isEqualTo(2);
    }

    @Test
    void as_many_rooms_as_asked_for_must_be_free_on_each_night() {
        relate("SGL", "DBL", 1);
        relate("SGL", "FAM", 2);
        house.admin.put(house.path("/room-types/FAM"), Map.of("rooms", 2)).expect(200);

        var options = house.admin
                .get(question("SGL", arrival, arrival.plusDays(1), 1) + "&rooms=2")
                .expect(200)
                .json()
                .get("options");

        assertThat(options.findValuesAsText("roomType")).containsExactly("FAM");
        assertThat(options.at("/0/nights/0/free").asInt()).isEqualTo(2);
    }

    @Test
    void a_change_of_the_hierarchy_is_in_the_very_next_answer() {
        relate("SGL", "DBL", 2);
        assertThat(ask("SGL", arrival, arrival.plusDays(1), 1)
                        .at("/options/0/roomType")
                        .asText())
                .isEqualTo("DBL");

        relate("SGL", "FAM", 1);

        assertThat(ask("SGL", arrival, arrival.plusDays(1), 1)
                        .at("/options/0/roomType")
                        .asText())
                .isEqualTo("FAM");
    }

    @Test
    void a_change_of_a_types_capacity_is_in_the_very_next_answer() {
        relate("SGL", "DBL", 1);
        assertThat(ask("SGL", arrival, arrival.plusDays(1), 2).get("options")).hasSize(1);

        type("DBL", 1, 12_000);

        assertThat(ask("SGL", arrival, arrival.plusDays(1), 2)
                        .at("/none/reasons/0/code")
                        .asText())
                .isEqualTo("upgrade.capacity");
    }

    @Test
    void a_stay_beyond_the_horizon_or_in_the_past_is_answered_from_the_tables() {
        relate("SGL", "DBL", 1);
        relate("SGL", "FAM", 2);
        for (var night : new LocalDate[] {today.plusDays(900), today.minusDays(30), today.plusDays(540)}) {
            fill("DBL", night);

            var answer = ask("SGL", night.minusDays(1), night.plusDays(1), 1);

            assertThat(answer.get("options").findValuesAsText("roomType")).containsExactly("FAM");
            assertThat(answer.at("/options/0/nights/1/free").asInt()).isEqualTo(1);
        }
    }

    @Test
    void what_the_import_keeps_with_a_booking_is_what_the_desk_is_told() {
        relate("TWN", "FAM", 1);
        fill("TWN", arrival);

        house.send(House.booking("HANAKO REIDAI", arrival));

        var kept = house.admin
                .get("/api/v1/failures?hotel=" + house.hotel)
                .items()
                .get(0)
                .get("suggestion");
        assertThat(kept.at("/options/0/roomType").asText()).isEqualTo("FAM");
        assertThat(kept).isEqualTo(ask("TWN", arrival, arrival.plusDays(2), 2));
    }

    @ParameterizedTest
    @CsvSource({
        "roomType=TWN&checkIn=2027-03-05&checkOut=2027-03-05&guests=2,400,request.invalid",
        "roomType=TWN&checkIn=2027-03-05&checkOut=2029-03-05&guests=2,400,request.invalid",
        "roomType=TWN&checkIn=9999-03-05&checkOut=9999-03-06&guests=2,400,request.invalid",
        "roomType=TWN&checkIn=2027-03-05&checkOut=2027-03-06&guests=0,400,request.invalid",
        "roomType=TWN&checkIn=2027-03-05&checkOut=2027-03-06&guests=2&rooms=0,400,request.invalid",
        "roomType=TWN&checkIn=2027-02-30&checkOut=2027-03-06&guests=2,400,request.invalid",
        "roomType=TWN&checkOut=2027-03-06&guests=2,400,request.invalid",
        "checkIn=2027-03-05&checkOut=2027-03-06&guests=2,400,request.invalid",
        "roomType=NONE&checkIn=2027-03-05&checkOut=2027-03-06&guests=2,422,room_type.not_of_hotel"
    })
    void a_question_that_makes_no_sense_is_refused(String query, int status, String code) {
        var answer = house.admin.get(house.path("/upgrades?" + query));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(code);
    }

    @Test
    void only_who_may_see_the_hotel_may_ask() {
        var question = question("TWN", arrival, arrival.plusDays(1), 2);

        assertThat(house.as("VIEWER").get(question).status()).isEqualTo(200);
        assertThat(house.stranger("MANAGER").get(question).problem()).isEqualTo("access.forbidden_hotel");
        assertThat(Http.nobody(port).get(question).status()).isEqualTo(401);
    }

    @Test
    void all_paths_between_two_types_are_shown_best_first() {
        relate("SGL", "FAM", 3);
        relate("SGL", "DBL", 1);
        relate("SGL", "TWN", 2);
        relate("DBL", "FAM", 2);
        relate("TWN", "DBL", 1);

        var found = house.admin
                .get(house.path("/upgrades/paths?roomType=SGL&to=FAM&limit=2"))
                .expect(200)
                .json();

        assertThat(found.get("total").asLong()).isEqualTo(3);
        assertThat(found.get("paths").toString())
                .isEqualTo(
                        "[{\"path\":[\"SGL\",\"DBL\",\"FAM\"],\"levels\":2,\"priority\":[1,2],\"permitted\":true},"
                                + "{\"path\":[\"SGL\",\"TWN\",\"DBL\",\"FAM\"],\"levels\":3,\"priority\":[2,1,2],\"permitted\":true}]");
        assertThat(house.admin
                        .get(house.path("/upgrades/paths?roomType=SGL&to=NONE"))
                        .problem())
                .isEqualTo("room_type.not_of_hotel");
    }

    @Test
    void an_upgrade_costs_what_the_past_says_that_it_displaces_unless_the_hotel_does_not_want_to_know() {
        relate("DBL", "FAM", 1);
        relate("DBL", "TWN", 2);
        bookedThreeDaysAhead("FAM");
        var nextWeek = today.plusDays(7);

        var told = ask("DBL", nextWeek, nextWeek.plusDays(1), 2).get("options");

        // A family room was booked on every such night: that at least one more comes is 1 - 1/e, and 8,000 yen a night
        // hang on it.
        assertThat(told.at("/0/displacementCost").asLong()).isEqualTo(Math.round(8_000 * (1 - Math.exp(-1))));
        assertThat(told.at("/1/displacementCost").asLong()).isZero();

        var path = house.path("/upgrades/displacement");
        assertThat(house.admin.get(path).expect(200).json().toString())
                .isEqualTo("{\"reported\":true,\"historyDays\":90}");
        house.as("MANAGER")
                .put(path, Map.of("reported", false, "historyDays", 30))
                .expect(200);
        assertThat(ask("DBL", nextWeek, nextWeek.plusDays(1), 2)
                        .at("/options/0/displacementCost")
                        .isNull())
                .isTrue();
        assertThat(house.admin.get("/api/v1/audit?hotel=" + house.hotel).items().findValuesAsText("action"))
                .contains("displacement.changed");
        assertThat(house.as("OPERATOR")
                        .put(path, Map.of("reported", true, "historyDays", 90))
                        .problem())
                .isEqualTo("access.forbidden");
        assertThat(house.admin.put(path, Map.of("reported", true)).problem()).isEqualTo("request.invalid");
    }

    /** One room of the type for this weekday of each of the past thirteen weeks. */
    private void bookedThreeDaysAhead(String type) {
        IntStream.rangeClosed(1, 13).mapToObj(week -> today.minusWeeks(week)).forEach(night -> {
            var booking = House.booking("TARO MIHON", night, CODES.get(type));
            house.send(booking);
            jdbc.sql("""
                                    update reservation
                                    set created_at = (check_in - 3) at time zone 'Asia/Tokyo'
                                    where booking_number = :number
                                    """).param("number", booking.bookingNumber()).update();
        });
    }

    private void type(String code, int capacity, int baseRate) {
        house.admin
                .put(house.path("/room-types/" + code), Map.of("capacity", capacity, "baseRate", baseRate))
                .expect(200);
    }

    private void relate(String from, String to, int priority) {
        jdbc.sql("""
                        with hotel as (select id from hotel where code = :hotel),
                             version as (
                                 insert into hotel_version as v (hotel_id, hierarchy)
                                     select id, 1 from hotel
                                     on conflict (hotel_id) do update set hierarchy = v.hierarchy + 1)
                        insert into hierarchy_edge (hotel_id, from_type_id, to_type_id, priority)
                        select lower.hotel_id, lower.id, upper.id, :priority
                        from room_type lower
                                 join room_type upper on upper.hotel_id = lower.hotel_id and upper.code = :to
                        where lower.hotel_id = (select id from hotel)
                          and lower.code = :from
                        """)
                .param("hotel", house.hotel)
                .param("from", from)
                .param("to", to)
                .param("priority", priority)
                .update();
    }

    /** Sells the one room of the type for two nights. */
    private void fill(String type, LocalDate night) {
        assertThat(house.send(House.booking("TARO MIHON", night, CODES.get(type)))
                        .get("outcome")
                        .asText())
                .isEqualTo("imported");
    }

    private JsonNode ask(String type, LocalDate checkIn, LocalDate checkOut, int guests) {
        return house.admin
                .get(question(type, checkIn, checkOut, guests))
                .expect(200)
                .json();
    }

    private String question(String type, LocalDate checkIn, LocalDate checkOut, int guests) {
        return house.path(
                "/upgrades?roomType=%s&checkIn=%s&checkOut=%s&guests=%d".formatted(type, checkIn, checkOut, guests));
    }
}
