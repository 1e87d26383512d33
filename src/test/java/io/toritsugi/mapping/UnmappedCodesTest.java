package io.toritsugi.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.api.Http.Answer;
import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.House;
import io.toritsugi.conformance.TelegramDocument;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is seen and not mapped is listed once, with what it may stand for; a person accepts, all or nothing. */
@HttpTest
class UnmappedCodesTest {

    private static final LocalDate ARRIVAL = LocalDate.of(2027, 4, 1);

    @LocalServerPort
    int port;

    private House house;

    @BeforeEach
    void open_a_house() {
        house = House.open(port);
    }

    @Test
    void a_code_stands_once_for_each_channel_with_what_waits_for_it() {
        send("じゃらんnet", ARRIVAL.plusDays(5), "9999");
        send("じゃらんnet", ARRIVAL, "9999");
        send("Booking.com", ARRIVAL.plusDays(2), "9999");

        var items = unmapped("").get("items");

        assertThat(items.findValuesAsText("channel")).containsExactly("jalan", "booking");
        var jalan = items.get(0);
        assertThat(jalan.get("code").asText()).isEqualTo("9999");
        assertThat(jalan.get("failures").asInt()).isEqualTo(2);
        assertThat(jalan.get("nearestArrival").asText()).isEqualTo(ARRIVAL.toString());
        assertThat(jalan.get("names")).extracting(JsonNode::asText).containsExactly("Room 9999");
        assertThat(jalan.get("firstSeen").asText())
                .isLessThan(jalan.get("lastSeen").asText());
        assertThat(unmapped("?channel=booking").get("items")).hasSize(1);
    }

    @Test
    void every_name_and_group_of_a_code_is_shown() {
        house.deliver(named("ツインA", "2"));
        house.deliver(named("ツインB", "2"));

        var item = unmapped("").at("/items/0");

        assertThat(item.get("names")).extracting(JsonNode::asText).containsExactly("ツインA", "ツインB");
        assertThat(item.get("groups")).extracting(JsonNode::asText).containsExactly("2");
    }

    @Test
    void what_is_mapped_is_listed_no_more_and_what_the_booking_still_lacks_is() {
        send("じゃらんnet", ARRIVAL, "9999", "8888");
        assertThat(unmapped("").get("items").findValuesAsText("code")).containsExactly("8888", "9999");

        house.admin
                .post(house.path("/mappings"), Map.of("channel", "*", "code", "9999", "roomType", "TWN"))
                .expect(201);

        assertThat(unmapped("").get("items").findValuesAsText("code")).containsExactly("8888");
    }

    @Test
    void the_list_is_read_page_by_page() {
        for (int number = 0; number < 5; number++) {
            send("じゃらんnet", ARRIVAL.plusDays(number / 2), "99" + number);
        }

        var first = unmapped("?limit=2");
        var second = unmapped("?limit=2&cursor=" + first.get("next").asText());
        var third = unmapped("?limit=2&cursor=" + second.get("next").asText());

        assertThat(first.get("items").findValuesAsText("code")).containsExactly("990", "991");
        assertThat(second.get("items").findValuesAsText("code")).containsExactly("992", "993");
        assertThat(third.get("items").findValuesAsText("code")).containsExactly("994");
        assertThat(third.get("next").isNull()).isTrue();
        assertThat(house.admin
                        .get(house.path("/mappings/unmapped?cursor=eA"))
                        .expect(400)
                        .problem())
                .isEqualTo("request.invalid");
    }

    @Test
    void the_type_of_its_group_is_proposed_before_a_name_that_is_alike() {
        house.admin.put(house.path("/room-types/TWN"), Map.of("name", "ツイン")).expect(200);
        house.admin.put(house.path("/room-type-groups"), Map.of("4", "FAM")).expect(200);
        house.deliver(named("ﾂｲﾝ(禁煙)", "4"));

        var proposals = unmapped("").at("/items/0/proposals");

        assertThat(proposals.findValuesAsText("roomType")).containsExactly("FAM", "TWN");
        assertThat(proposals.findValuesAsText("reason")).containsExactly("group", "name");
        assertThat(proposals.at("/1/score").asDouble()).isEqualTo(0.8);
        assertThat(proposals.at("/1/basis")).extracting(JsonNode::asText).containsExactly("ﾂｲﾝ(禁煙)", "ツイン");
    }

    @Test
    void a_name_alone_maps_nothing() {
        house.admin.put(house.path("/room-types/TWN"), Map.of("name", "ツイン")).expect(200);

        var line = house.deliver(named("ツイン", "2")).at("/telegrams/0");

        assertThat(line.get("code").asText()).isEqualTo("mapping.unknown_code");
    }

    @Test
    void accepted_proposals_become_mappings_and_heal() {
        var one = send("じゃらんnet", ARRIVAL, "9999");
        var other = send("Booking.com", ARRIVAL, "8888");

        var made = accept(List.of(mapping("jalan", "9999", "TWN"), mapping("booking", "8888", "DBL")))
                .expect(201)
                .items();

        assertThat(made.findValuesAsText("roomType")).containsExactly("TWN", "DBL");
        await().atMost(Duration.ofSeconds(20)).until(() -> imported(one) && imported(other));
        assertThat(house.admin.get("/api/v1/audit?hotel=" + house.hotel).items().findValuesAsText("action"))
                .startsWith("mapping.created", "mapping.created");
    }

    @Test
    void of_a_list_with_conflicts_nothing_is_made_and_each_is_named() {
        var refused = accept(List.of(
                        mapping("*", "9999", "TWN"),
                        mapping("*", "0002", "DBL"),
                        mapping("*", "8888", "NOPE"),
                        mapping("*", "9999", "DBL")))
                .expect(409);

        assertThat(refused.problem()).isEqualTo("mapping.items_refused");
        var items = refused.json().get("refused");
        assertThat(items.findValuesAsText("item")).containsExactly("1", "2", "3");
        assertThat(items.findValuesAsText("code"))
                .contains("mapping.overlap", "room_type.not_of_hotel", "mapping.overlap");
        assertThat(items.at("/0/conflict/roomType").asText()).isEqualTo("TWN");
        assertThat(items.at("/2/conflictingItem").asInt()).isZero();
        assertThat(house.admin.get(house.path("/mappings?code=9999")).items()).isEmpty();
    }

    @Test
    void groups_are_set_shown_and_taken_away() {
        var path = house.path("/room-type-groups");
        house.as("OPERATOR").put(path, Map.of("1", "SGL", " 2 ", "TWN")).expect(200);

        var shown = house.admin.put(path, Map.of("2", "DBL")).expect(200).items();

        assertThat(shown.findValuesAsText("groupCode")).containsExactly("1", "2");
        assertThat(shown.findValuesAsText("roomType")).containsExactly("SGL", "DBL");
        house.admin.delete(path + "/1").expect(204);
        assertThat(house.admin.get(path).items().findValuesAsText("groupCode")).containsExactly("2");
        assertThat(house.admin.delete(path + "/1").expect(404).problem()).isEqualTo("room_type_group.unknown");
        assertThat(house.admin.put(path, Map.of("3", "SGL", "4", "NOPE")).problem())
                .isEqualTo("room_type.not_of_hotel");
        assertThat(house.admin.get(path).items()).hasSize(1);
        assertThat(house.admin.put(path, Map.of(" ", "SGL")).status()).isEqualTo(400);
        var audited = house.admin.get("/api/v1/audit?hotel=" + house.hotel).items();
        assertThat(audited.findValuesAsText("action")).startsWith("room_type_group.deleted", "room_type_group.changed");
        assertThat(audited.at("/1/before/2").asText()).isEqualTo("TWN");
        assertThat(audited.at("/1/after/2").asText()).isEqualTo("DBL");
        assertThat(audited.at("/1/after").size()).isEqualTo(1);
    }

    @Test
    void only_who_belongs_to_the_hotel_sees_and_only_an_operator_changes() {
        var viewer = house.as("VIEWER");
        var stranger = house.stranger("OPERATOR");

        for (var path : List.of("/mappings/unmapped", "/mappings/proposals", "/room-type-groups", "/room-master")) {
            assertThat(viewer.get(house.path(path)).status()).as(path).isEqualTo(200);
            assertThat(stranger.get(house.path(path)).status()).as(path).isEqualTo(403);
        }
        assertThat(viewer.put(house.path("/room-type-groups"), Map.of("1", "SGL"))
                        .status())
                .isEqualTo(403);
        assertThat(viewer.post(house.path("/mappings/proposals/accept"), Map.of("mappings", List.of()))
                        .status())
                .isEqualTo(403);
        assertThat(viewer.post(house.path("/room-master/fetch"), Map.of()).status())
                .isEqualTo(403);
    }

    private Answer accept(List<Map<String, String>> mappings) {
        return house.as("OPERATOR").post(house.path("/mappings/proposals/accept"), Map.of("mappings", mappings));
    }

    private static Map<String, String> mapping(String channel, String code, String type) {
        return new HashMap<>(Map.of("channel", channel, "code", code, "roomType", type));
    }

    private boolean imported(JsonNode line) {
        return house.admin
                .get("/api/v1/imports/" + line.get("id").asLong())
                .json()
                .get("outcome")
                .asText()
                .equals("imported");
    }

    private JsonNode unmapped(String query) {
        return house.admin
                .get(house.path("/mappings/unmapped" + query))
                .expect(200)
                .json();
    }

    private JsonNode send(String company, LocalDate arrival, String... codes) {
        return house.send(of(company, arrival, codes));
    }

    /** A booking of code 9999 under this name, with TL-Lincoln's own rows and their group. */
    private static byte[] named(String name, String group) {
        var plain = of("じゃらんnet", ARRIVAL, "9999").xml().replace("Room 9999", name);
        var rows = plain.substring(plain.indexOf("<RoomAndGuestList>"), plain.indexOf("</RoomAndGuestInformation>"))
                .replace("RoomAndGuestList", "RoomAndRoomRateInformation")
                .replace("<RoomTypeName>", "<NetRmTypeGroupCode>" + group + "</NetRmTypeGroupCode><RoomTypeName>");
        return plain.replace(
                        "</AllotmentBookingReport>",
                        "<RisaplsInformation><RisaplsCommonInformation>" + rows
                                + "</RisaplsCommonInformation></RisaplsInformation></AllotmentBookingReport>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static TelegramDocument of(String company, LocalDate arrival, String... codes) {
        var booking = House.booking("TARO MIHON", arrival);
        return new TelegramDocument(
                booking.classification(),
                booking.dataId(),
                booking.sentAt(),
                company,
                booking.bookingNumber(),
                booking.guest(),
                booking.checkIn(),
                booking.nights(),
                List.of(codes),
                booking.price());
    }
}
