package io.toritsugi.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The sample telegrams, sent as an OTA would, give what {@code expected.json} says (domain notes; R2.1, R2.2, R2.5). */
@HttpTest
class SampleTelegramsOverHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode EXPECTED = expected();

    @LocalServerPort
    int port;

    private Http admin;
    private Http sender;
    private String hotel;

    @BeforeEach
    void open_a_hotel() {
        admin = Http.admin(port);
        sender = Http.withKey(port, HttpTest.INTAKE_KEY)
                .with("Content-Type", "text/xml; charset=UTF-8")
                .with("Prefer", "wait=20");
        hotel = FixtureHotel.make(admin);
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_telegram_ends_as_expected_and_sent_again_changes_nothing(String name) {
        var expected = EXPECTED.path("telegrams").path(name);
        if (expected.has("requires")) {
            line(send(expected.get("requires").asText()));
        }

        var line = line(send(name));

        assertOutcome(line, expected);
        var before = reservations(expected);
        assertReservation(before, expected);
        var inventory = inventory();

        var again = line(send(name));
        assertThat(again.path("outcome").asText()).isEqualTo("rejected");
        assertThat(again.path("class").asText()).isEqualTo("DUPLICATE");
        assertThat(again.path("original").path("id").asLong())
                .isEqualTo(line.path("id").asLong());
        assertThat(again.path("original").path("outcome").asText())
                .isEqualTo(line.path("outcome").asText());
        assertThat(again.path("original").path("class").asText())
                .isEqualTo(line.path("class").asText());
        assertThat(reservations(expected)).isEqualTo(before);
        assertThat(inventory()).isEqualTo(inventory);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_change_that_comes_before_its_booking_waits_and_is_applied_by_itself(String name) {
        var expected = EXPECTED.path("telegrams").path(name);

        var early = line(send(name));
        assertThat(early.path("outcome").asText()).isEqualTo("rejected");
        assertThat(early.path("class").asText()).isEqualTo("OUT_OF_ORDER");
        assertThat(reservations(expected)).isEmpty();

        assertThat(line(send(expected.get("requires").asText())).path("outcome").asText())
                .isEqualTo("imported");
        assertReservation(reservations(expected), expected);
    }

    @Test
    void an_unknown_room_code_heals_by_itself_once_it_is_mapped() {
        var name = "18_new_ikyu_unknown_room_type";
        var expected = EXPECTED.path("telegrams").path(name);
        send(name);

        FixtureHotel.map(
                admin,
                hotel,
                "9999",
                expected.path("after_mapping").path("9999").asText());

        await().atMost(Duration.ofSeconds(15))
                .until(() -> !reservations(expected).isEmpty());
        var reservation = reservations(expected).get(0);
        assertThat(reservation
                        .path("rooms")
                        .get(0)
                        .path("nights")
                        .get(0)
                        .path("amount")
                        .asInt())
                .isEqualTo(52_000);
        assertThat(reservation.path("rooms").get(0).path("assignedType").asText())
                .isEqualTo("TWN");
    }

    @Test
    void an_empty_answer_is_a_receipt_without_lines() {
        var receipt = post("01_bookinginfo_empty").expect(200).json();

        assertThat(receipt.path("telegrams")).isEmpty();
    }

    @Test
    void an_escaped_answer_holds_the_telegram_that_also_comes_bare() {
        var receipt = post("02_bookinginfo_one_escaped").expect(200).json();

        assertThat(receipt.path("telegrams")).hasSize(1);
        assertThat(line(receipt).path("outcome").asText()).isEqualTo("imported");
        var bare = line(send("12_new_rakuten_seisan_fuyo"));
        assertThat(bare.path("class").asText()).isEqualTo("DUPLICATE");
        assertThat(bare.path("code").asText()).isEqualTo("duplicate.same_content");
    }

    @Test
    void the_second_of_five_bookings_holds_up_none_of_the_others() {
        var receipt = post("03_bookinginfo_many_cdata").expect(200).json();

        assertThat(outcomes(receipt))
                .containsExactly(
                        "imported", "rejected(room_mapping)", "imported", "modified", "rejected(out_of_order)");
    }

    @Test
    void the_cancellation_in_the_answer_finds_a_booking_that_came_before() {
        send("12_new_rakuten_seisan_fuyo");

        var receipt = post("03_bookinginfo_many_cdata").expect(200).json();

        assertThat(outcomes(receipt))
                .containsExactly("imported", "rejected(room_mapping)", "imported", "modified", "cancelled");
    }

    private void assertOutcome(JsonNode line, JsonNode expected) {
        assertThat(outcome(line)).isEqualTo(expected.path("classification").asText());
        assertThat(line.path("channel").asText())
                .isEqualTo(expected.path("channel").asText());
        assertThat(line.path("bookingNumber").asText())
                .isEqualTo(expected.path("booking_number").asText());
        assertThat(line.path("dataId").asText())
                .isEqualTo(expected.path("data_id").asText());
        expected.path("reason_mentions")
                .forEach(word -> assertThat(line.path("message").asText()).contains(word.asText()));
    }

    private void assertReservation(List<JsonNode> reservations, JsonNode expected) {
        if (expected.path("status").isNull()) {
            assertThat(reservations).isEmpty();
            return;
        }
        assertThat(reservations).hasSize(1);
        var reservation = reservations.get(0);
        assertThat(reservation.path("status").asText())
                .isEqualTo(expected.path("status").asText());
        assertThat(reservation.path("guest").path("name").asText())
                .isEqualTo(expected.path("guest_name").asText());
        assertThat(texts(reservation.path("flags"))).isEqualTo(texts(expected.path("flags")));
        assertText(reservation, "checkIn", expected, "check_in");
        assertText(reservation, "checkOut", expected, "check_out");
        assertText(reservation, "roomTotal", expected, "room_total");
        assertText(reservation, "optionsTotal", expected, "options_total");
        assertText(reservation, "headerTotal", expected, "header_total");
        assertText(reservation, "discountTotal", expected, "discount_total");
        assertText(reservation, "settlement", expected, "settlement");
        assertText(reservation, "dueOnSite", expected, "due_on_site");
        assertText(reservation, "cancellationCharge", expected, "cancellation_charge");
        if (expected.has("guest_kana")) {
            assertThat(reservation.path("guest").path("kana").asText())
                    .isEqualTo(expected.path("guest_kana").asText());
        }
        if (expected.has("rooms")) {
            assertThat(rooms(reservation.path("rooms"), "bookedType")).isEqualTo(rooms(expected.path("rooms"), "type"));
            assertThat(rooms(reservation.path("rooms"), "assignedType"))
                    .isEqualTo(rooms(expected.path("rooms"), "type"));
        }
        assertThat(soldNights()).isEqualTo(expected.path("status").asText().equals("confirmed") ? nights(expected) : 0);
    }

    private static void assertText(JsonNode reservation, String member, JsonNode expected, String name) {
        if (expected.has(name)) {
            assertThat(reservation.path(member).asText())
                    .as(member)
                    .isEqualTo(expected.path(name).asText());
        }
    }

    private static List<String> rooms(JsonNode rooms, String typeMember) {
        var described = new ArrayList<String>();
        for (var room : rooms) {
            described.add("%s %s %s+%s %s"
                    .formatted(
                            room.path("code").asText(),
                            room.path(typeMember).asText(),
                            room.path("adults").asText(),
                            room.path("children").asText(),
                            room.path("nights")));
        }
        return described;
    }

    private static int nights(JsonNode expected) {
        return StreamSupport.stream(expected.path("rooms").spliterator(), false)
                .mapToInt(room -> room.path("nights").size())
                .sum();
    }

    private int soldNights() {
        return StreamSupport.stream(inventory().spliterator(), false)
                .mapToInt(night -> night.path("sold").asInt())
                .sum();
    }

    private JsonNode inventory() {
        return admin.get("/api/v1/hotels/" + hotel + "/inventory?from=2027-03-01&to=2027-08-01")
                .expect(200)
                .items();
    }

    private List<JsonNode> reservations(JsonNode expected) {
        var items = admin.get("/api/v1/hotels/" + hotel + "/reservations?bookingNumber="
                        + expected.path("booking_number").asText())
                .expect(200)
                .items();
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private JsonNode send(String name) {
        return post(name).expect(200).json();
    }

    private Http.Answer post(String name) {
        return sender.send("POST", "/ota/tl-lincoln/" + hotel, sample(name + ".xml"));
    }

    private static JsonNode line(JsonNode receipt) {
        return receipt.path("telegrams").get(0);
    }

    private static List<String> outcomes(JsonNode receipt) {
        return StreamSupport.stream(receipt.path("telegrams").spliterator(), false)
                .map(SampleTelegramsOverHttpTest::outcome)
                .toList();
    }

    private static String outcome(JsonNode line) {
        var outcome = line.path("outcome").asText();
        return outcome.equals("rejected")
                ? "rejected(" + line.path("class").asText().toLowerCase(Locale.ROOT) + ")"
                : outcome;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    static Stream<String> names() {
        return fields();
    }

    static Stream<String> changes() {
        return fields().filter(name -> EXPECTED.path("telegrams").path(name).has("requires"));
    }

    private static Stream<String> fields() {
        var names = new ArrayList<String>();
        EXPECTED.path("telegrams").fieldNames().forEachRemaining(names::add);
        return names.stream();
    }

    private static JsonNode expected() {
        try {
            return JSON.readTree(sample("expected.json"));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String sample(String file) {
        try (var stream = SampleTelegramsOverHttpTest.class.getResourceAsStream("/samples/" + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(file, unreadable);
        }
    }
}
