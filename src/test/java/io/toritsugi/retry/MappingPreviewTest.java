package io.toritsugi.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.House;
import io.toritsugi.conformance.TelegramDocument;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the preview of a mapping says is what saving it brings, and looking changes nothing. */
@HttpTest
class MappingPreviewTest {

    private static final LocalDate ARRIVAL = LocalDate.of(2027, 4, 1);
    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private House house;
    private Http operator;

    @BeforeEach
    void open_a_house() {
        house = House.open(port, 1);
        operator = house.as("OPERATOR").with("Accept-Language", "en");
    }

    @Test
    void a_failure_that_would_heal_is_shown_with_what_it_becomes() {
        var failure = unmapped("じゃらんnet", ARRIVAL, "9999");

        var preview = preview(Map.of("channel", "*", "code", "9999", "roomType", "TWN"));

        var item = preview.at("/items/0");
        assertThat(item.get("failureId").asLong()).isEqualTo(failure.id());
        assertThat(item.get("telegramId").asLong()).isEqualTo(failure.telegram());
        assertThat(item.get("channel").asText()).isEqualTo("jalan");
        assertThat(item.get("arrival").asText()).isEqualTo(ARRIVAL.toString());
        assertThat(item.get("code").asText()).isEqualTo("mapping.unknown_code");
        assertThat(item.at("/becomes/outcome").asText()).isEqualTo("imported");
        assertThat(item.at("/becomes/roomTypes/0").asText()).isEqualTo("TWN");
        assertThat(preview.at("/counts/concerned").asInt()).isEqualTo(1);
        assertThat(preview.at("/counts/healed").asInt()).isEqualTo(1);
        assertThat(preview.at("/counts/probably").asInt()).isZero();
    }

    @Test
    void looking_changes_nothing() {
        var failure = unmapped("じゃらんnet", ARRIVAL, "9999");
        var before = traces();

        preview(Map.of("channel", "*", "code", "9999", "roomType", "TWN"));

        assertThat(traces()).isEqualTo(before);
        assertThat(failure.state()).isEqualTo("waiting");
        assertThat(failure.version()).isEqualTo(1);
        assertThat(house.admin.get(house.path("/mappings?code=9999")).items()).isEmpty();
    }

    @Test
    void a_mapping_that_was_only_looked_at_is_used_by_nobody() {
        var looked = unmapped("じゃらんnet", ARRIVAL, "9999");
        preview(Map.of("channel", "*", "code", "9999", "roomType", "TWN"));

        // The same version number that the trial had, for something else.
        map(Map.of("channel", "*", "code", "8888", "roomType", "FAM"));
        var other = house.send(House.booking("TARO MIHON", ARRIVAL, "8888"));
        var still = house.send(House.booking("TARO MIHON", ARRIVAL.plusDays(9), "9999"));

        assertThat(other.get("outcome").asText()).isEqualTo("imported");
        assertThat(still.get("code").asText()).isEqualTo("mapping.unknown_code");
        assertThat(looked.state()).isEqualTo("waiting");
    }

    @Test
    void a_booking_with_two_unknown_codes_stays_and_names_the_other() {
        unmapped("じゃらんnet", ARRIVAL, "9999", "8888");

        var preview = agree(Map.of("channel", "*", "code", "9999", "roomType", "TWN"));

        var becomes = preview.at("/items/0/becomes");
        assertThat(becomes.get("class").asText()).isEqualTo("ROOM_MAPPING");
        assertThat(becomes.get("message").asText()).contains("8888").doesNotContain("9999");
        assertThat(preview.at("/counts/waiting").asInt()).isEqualTo(1);
    }

    @Test
    void the_last_room_goes_to_the_first_of_those_that_want_it() {
        var first = unmapped("じゃらんnet", ARRIVAL, "9999");
        unmapped("Booking.com", ARRIVAL.plusDays(1), "9999");
        unmapped("じゃらんnet", ARRIVAL.plusDays(1), "9999");
        unmapped("じゃらんnet", ARRIVAL.plusDays(3), "9999");

        var preview = agree(Map.of("channel", "*", "code", "9999", "roomType", "TWN"));

        assertThat(preview.at("/items/0/failureId").asLong()).isEqualTo(first.id());
        assertThat(preview.findValues("becomes"))
                .extracting(becomes -> becomes.get("outcome").asText())
                .containsExactly("imported", "rejected", "rejected", "imported");
        assertThat(preview.at("/items/1/becomes/code").asText()).isEqualTo("availability.full");
    }

    @Test
    void a_full_type_is_said_before_anybody_maps_to_it() {
        house.send(House.booking("TARO MIHON", ARRIVAL, "0002"));
        unmapped("じゃらんnet", ARRIVAL, "9999");

        var preview = agree(Map.of("channel", "*", "code", "9999", "roomType", "TWN"));

        assertThat(preview.at("/items/0/becomes/class").asText()).isEqualTo("NO_AVAILABILITY");
        assertThat(preview.at("/counts/healed").asInt()).isZero();
    }

    @Test
    void a_channels_own_mapping_concerns_that_channel_and_the_check_in_dates_it_holds_for() {
        var concerned = unmapped("じゃらんnet", ARRIVAL, "9999");
        unmapped("Booking.com", ARRIVAL, "9999");
        unmapped("じゃらんnet", ARRIVAL.plusDays(40), "9999");
        unmapped("じゃらんnet", ARRIVAL, "09999");

        var preview = agree(Map.of(
                "channel", "Jalan",
                "code", " 9999 ",
                "roomType", "TWN",
                "validFrom", ARRIVAL.toString(),
                "validTo", ARRIVAL.toString()));

        assertThat(preview.get("items").findValuesAsText("failureId")).containsExactly(String.valueOf(concerned.id()));
    }

    @Test
    void what_a_channel_has_of_its_own_is_not_moved_by_a_mapping_for_all() {
        map(Map.of("channel", "jalan", "code", "9999", "roomType", "TWN"));
        house.send(ofCompany(House.booking("TARO MIHON", ARRIVAL, "9999"), "じゃらんnet"));
        var full = unmapped("じゃらんnet", ARRIVAL, "9999");
        var other = unmapped("Booking.com", ARRIVAL, "9999");

        var preview = agree(Map.of("channel", "*", "code", "9999", "roomType", "FAM"));

        assertThat(preview.get("items").findValuesAsText("failureId")).containsExactly(String.valueOf(other.id()));
        assertThat(full.attempts()).isEqualTo(1);
    }

    @Test
    void another_type_for_a_code_heals_who_found_no_room() {
        house.send(House.booking("TARO MIHON", ARRIVAL, "0002"));
        var waiting = Case.of(house, house.send(House.booking("HANAKO REIDAI", ARRIVAL, "0002")));
        var mapping = house.admin.get(house.path("/mappings?code=0002")).items().get(0);

        var preview =
                preview(Map.of("id", mapping.get("id").asLong(), "channel", "*", "code", "0002", "roomType", "FAM"));

        assertThat(preview.at("/items/0/failureId").asLong()).isEqualTo(waiting.id());
        assertThat(preview.at("/items/0/becomes/roomTypes/0").asText()).isEqualTo("FAM");
        var standing = preview.get("reservations");
        assertThat(standing.get("count").asInt()).isEqualTo(1);
        assertThat(standing.at("/items/0/mappedTo").asText()).isEqualTo("TWN");
        assertThat(standing.at("/items/0/wouldMapTo").asText()).isEqualTo("FAM");
    }

    @Test
    void a_mapping_that_goes_shows_what_loses_its_type() {
        house.send(House.booking("TARO MIHON", ARRIVAL, "0002"));
        var waiting = Case.of(house, house.send(House.booking("HANAKO REIDAI", ARRIVAL, "0002")));
        unmapped("じゃらんnet", ARRIVAL.plusDays(9), "9999");
        var mapping = house.admin.get(house.path("/mappings?code=0002")).items().get(0);

        var preview = preview(Map.of("delete", mapping.get("id").asLong()));

        assertThat(preview.get("items")).isEmpty();
        assertThat(preview.at("/failures/items/0/failureId").asLong()).isEqualTo(waiting.id());
        assertThat(preview.at("/failures/items/0/wouldMapTo").isNull()).isTrue();
        assertThat(preview.at("/failures/count").asInt()).isEqualTo(1);
        assertThat(preview.at("/reservations/items/0/wouldMapTo").isNull()).isTrue();
        assertThat(house.admin.get(house.path("/mappings/" + mapping.get("id"))).status())
                .isEqualTo(200);
    }

    @Test
    void of_a_booking_and_its_change_the_newer_one_stands_and_the_older_one_is_over() {
        var booking = ofCompany(House.booking("TARO MIHON", ARRIVAL, "9999"), "じゃらんnet");
        var made = Case.of(house, house.send(booking));
        var changed = Case.of(house, house.send(House.again(booking, "ModificationReport")));

        var preview = agree(Map.of("channel", "*", "code", "9999", "roomType", "TWN"));

        assertThat(preview.get("items").findValuesAsText("failureId"))
                .containsExactlyInAnyOrder(String.valueOf(made.id()), String.valueOf(changed.id()));
        assertThat(preview.at("/counts/healed").asInt()).isEqualTo(1);
        assertThat(preview.at("/counts/closed").asInt()).isEqualTo(1);
    }

    @Test
    void beyond_two_hundred_they_are_only_counted() {
        var telegrams = IntStream.range(0, 205)
                .mapToObj(number -> House.booking("GUEST " + number, ARRIVAL.plusDays(number), "9999"))
                .toList();
        house.deliver(TelegramDocument.answer(telegrams).getBytes(StandardCharsets.UTF_8));

        var counts = preview(Map.of("channel", "*", "code", "9999", "roomType", "TWN"))
                .get("counts");

        assertThat(counts.get("concerned").asInt()).isEqualTo(205);
        assertThat(counts.get("probably").asInt()).isEqualTo(5);
        assertThat(counts.get("imported").asInt() + counts.get("waiting").asInt())
                .isEqualTo(200);
    }

    @Test
    void preview_and_saving_agree_about_a_house_full_of_drawn_failures() {
        var random = new Random(20270401);
        var codes = List.of("9999", "9999", "9999", "9999", "8888", "0007");
        for (int number = 0; number < 40; number++) {
            var rooms = random.nextInt(4) == 0
                    ? List.of(codes.get(random.nextInt(6)), codes.get(random.nextInt(6)))
                    : List.of(codes.get(random.nextInt(6)));
            var company = random.nextBoolean() ? "じゃらんnet" : "Booking.com";
            house.send(ofCompany(withRooms(ARRIVAL.plusDays(random.nextInt(12)), rooms), company));
        }

        var preview = agree(Map.of(
                "channel", "*",
                "code", "9999",
                "roomType", "JPN",
                "validTo", ARRIVAL.plusDays(9).toString()));

        assertThat(preview.at("/counts/healed").asInt()).isPositive();
        assertThat(preview.at("/counts/waiting").asInt()).isPositive();
    }

    @Test
    void what_saving_would_refuse_is_refused() {
        var wanted = Map.of("channel", "*", "code", "0002", "roomType", "FAM");
        var path = house.path("/mappings/preview");

        assertThat(operator.post(path, wanted).expect(409).problem()).isEqualTo("mapping.overlap");
        assertThat(operator.post(path, Map.of("channel", "*", "code", "9999", "roomType", "NOPE"))
                        .expect(422)
                        .problem())
                .isEqualTo("room_type.not_of_hotel");
        assertThat(operator.post(path, Map.of("channel", "*", "roomType", "FAM"))
                        .expect(400)
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("code");
        assertThat(operator.post(path, Map.of("delete", 1)).expect(404).problem())
                .isEqualTo("mapping.unknown");
        assertThat(house.as("VIEWER").post(path, wanted).status()).isEqualTo(403);
        assertThat(house.stranger("OPERATOR").post(path, wanted).status()).isEqualTo(403);
    }

    /** Previews, saves, and waits until every failure is what the preview said; those it did not name were not tried. */
    private JsonNode agree(Map<String, Object> mapping) {
        var triesBefore = tries();
        var preview = preview(mapping);
        map(mapping);
        var said = new HashMap<Long, JsonNode>();
        preview.get("items").forEach(item -> said.put(item.get("telegramId").asLong(), item.get("becomes")));
        await().atMost(SOON)
                .until(() -> said.keySet().stream()
                        .allMatch(telegram -> tries().get(telegram) > triesBefore.get(telegram) || isDone(telegram)));
        said.forEach((telegram, becomes) ->
                assertThat(became(telegram)).as("telegram " + telegram).isEqualTo(says(becomes)));
        var triesAfter = tries();
        triesBefore.keySet().removeAll(said.keySet());
        assertThat(triesAfter).containsAllEntriesOf(triesBefore);
        return preview;
    }

    private boolean isDone(long telegram) {
        return !telegramCase(telegram).get("outcome").asText().equals("rejected");
    }

    private static List<String> says(JsonNode becomes) {
        var words = new ArrayList<String>();
        words.add(becomes.get("outcome").asText());
        words.add(becomes.path("code").asText("none"));
        becomes.path("roomTypes").forEach(type -> words.add(type.asText()));
        return words;
    }

    private List<String> became(long telegram) {
        var line = telegramCase(telegram);
        var words = new ArrayList<String>();
        words.add(line.get("outcome").asText());
        words.add(line.path("code").asText("none").replace("null", "none"));
        if (!words.get(0).equals("rejected")) {
            house.admin
                    .get(house.path("/reservations?bookingNumber="
                            + line.get("bookingNumber").asText()))
                    .items()
                    .path(0)
                    .get("rooms")
                    .forEach(room -> words.add(room.get("assignedType").asText()));
        }
        return words;
    }

    private JsonNode telegramCase(long telegram) {
        return house.admin.get("/api/v1/imports/" + telegram).expect(200).json();
    }

    private Map<Long, Integer> tries() {
        var tries = new HashMap<Long, Integer>();
        jdbc.sql("""
                        select a.telegram_id, count(*)::integer as tries
                        from attempt a join hotel h on h.id = a.hotel_id
                        where h.code = :hotel group by 1
                        """).param("hotel", house.hotel).query(row -> {
            tries.put(row.getLong(1), row.getInt(2));
        });
        return tries;
    }

    /** Everything of this hotel that a trial must not leave behind. */
    private List<Map<String, Object>> traces() {
        return jdbc.sql("""
                        select (select count(*) from reservation r where r.hotel_id = h.id)     as reservations,
                               (select count(*) from room_mapping m where m.hotel_id = h.id)    as mappings,
                               (select count(*) from attempt a where a.hotel_id = h.id)         as attempts,
                               (select count(*) from audit a where a.hotel_id = h.id)           as audited,
                               (select count(*) from outbox_event e where e.hotel_id = h.id)    as events,
                               (select sum(sold) from inventory i where i.hotel_id = h.id)      as sold,
                               (select due_at::text from retry_queue q where q.hotel_id = h.id) as due,
                               (select mapping from hotel_version v where v.hotel_id = h.id)    as version
                        from hotel h
                        where h.code = :hotel
                        """).param("hotel", house.hotel).query().listOfRows();
    }

    private JsonNode preview(Map<String, ?> wanted) {
        return operator.post(house.path("/mappings/preview"), wanted)
                .expect(200)
                .json();
    }

    private void map(Map<String, ?> mapping) {
        house.admin.post(house.path("/mappings"), mapping).expect(201);
    }

    private Case unmapped(String company, LocalDate arrival, String... codes) {
        return Case.of(house, house.send(ofCompany(withRooms(arrival, List.of(codes)), company)));
    }

    private static TelegramDocument ofCompany(TelegramDocument booking, String company) {
        return of(booking, company, booking.rooms());
    }

    private static TelegramDocument withRooms(LocalDate arrival, List<String> codes) {
        var booking = House.booking("TARO MIHON", arrival);
        return of(booking, booking.company(), codes);
    }

    private static TelegramDocument of(TelegramDocument booking, String company, List<String> codes) {
        return new TelegramDocument(
                booking.classification(),
                booking.dataId(),
                booking.sentAt(),
                company,
                booking.bookingNumber(),
                booking.guest(),
                booking.checkIn(),
                booking.nights(),
                codes,
                booking.price());
    }
}
