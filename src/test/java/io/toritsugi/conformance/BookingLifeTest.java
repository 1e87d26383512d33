package io.toritsugi.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What becomes of a booking whose telegrams come early, late, twice or in vain (domain notes §8; R2.5, R4). */
@HttpTest
class BookingLifeTest {

    private static final LocalDate FIFTH = LocalDate.of(2027, 3, 5);
    private static final LocalDate SIXTH = FIFTH.plusDays(1);

    @LocalServerPort
    int port;

    private Http admin;
    private Ota ota;

    @BeforeEach
    void open_a_hotel_with_one_room_of_each_type() {
        admin = Http.admin(port);
        ota = new Ota(port, admin, FixtureHotel.make(admin, 1));
    }

    @Test
    void a_second_new_telegram_of_a_booking_overlays_it_and_an_earlier_one_is_only_recorded() {
        assertOutcome(ota.send(ota.booking("B1", 10, "0001")), "imported");

        assertOutcome(ota.send(ota.booking("B1", 20, "0002")), "modified");
        assertRefused(ota.send(ota.booking("B1", 5, "0003")), "OUT_OF_ORDER", "order.stale");

        assertThat(type(ota.reservation("B1"))).isEqualTo("TWN");
        assertThat(ota.reservation("B1").path("revision").asInt()).isEqualTo(3);
        assertThat(ota.failures()).isEmpty();
        assertThat(ota.sold("SGL", FIFTH)).isZero();
        assertThat(ota.sold("TWN", FIFTH)).isEqualTo(1);
    }

    @Test
    void a_cancelled_booking_is_never_revived_by_an_older_telegram() {
        ota.send(ota.booking("B1", 10, "0001"));
        assertOutcome(ota.send(ota.cancellation("B1", 30)), "cancelled");

        assertRefused(ota.send(ota.modification("B1", 20, FIFTH, 1, "0002")), "OUT_OF_ORDER", "order.stale");

        var reservation = ota.reservation("B1");
        assertThat(reservation.path("status").asText()).isEqualTo("cancelled");
        assertThat(type(reservation))
                .as("the stay that was cancelled is the modified one")
                .isEqualTo("TWN");
        assertThat(ota.sold("SGL", FIFTH)).isZero();
        assertThat(ota.sold("TWN", FIFTH)).isZero();
        assertThat(ota.failures()).isEmpty();
    }

    @Test
    void cancelling_twice_gives_the_nights_back_once() {
        ota.send(ota.booking("B1", 10, "0001"));

        assertOutcome(ota.send(ota.cancellation("B1", 20)), "cancelled");
        assertOutcome(ota.send(ota.cancellation("B1", 30)), "cancelled");

        assertThat(ota.reservation("B1").path("cancellationCharge").asInt(-1)).isZero();
        assertThat(ota.sold("SGL", FIFTH)).isZero();
    }

    @Test
    void a_newer_new_telegram_opens_a_cancelled_booking_again() {
        ota.send(ota.booking("B1", 10, "0001"));
        ota.send(ota.cancellation("B1", 20));

        var line = ota.send(ota.booking("B1", 30, "0001"));

        assertOutcome(line, "modified");
        assertThat(texts(line.path("flags"))).containsExactly("reopened");
        var reservation = ota.reservation("B1");
        assertThat(reservation.path("status").asText()).isEqualTo("confirmed");
        assertThat(reservation.path("cancellationCharge").isNull()).isTrue();
        assertThat(ota.sold("SGL", FIFTH)).isEqualTo(1);
    }

    @Test
    void a_modification_after_the_cancellation_waits_for_a_person() {
        ota.send(ota.booking("B1", 10, "0001"));
        ota.send(ota.cancellation("B1", 20));

        assertRefused(
                ota.send(ota.modification("B1", 30, FIFTH, 1, "0001")), "OUT_OF_ORDER", "order.after_cancellation");

        assertThat(ota.failures()).hasSize(1);
        assertThat(ota.incidents()).hasSize(1);
        assertThat(ota.reservation("B1").path("status").asText()).isEqualTo("cancelled");
    }

    @Test
    void a_cancellation_of_an_unknown_booking_creates_nothing_and_is_shown() {
        assertRefused(ota.send(ota.cancellation("B1", 20)), "OUT_OF_ORDER", "order.unknown_booking");

        assertThat(ota.reservations("B1")).isEmpty();
        assertThat(ota.failures()).hasSize(1);
        assertThat(ota.incidents()).hasSize(1);

        assertOutcome(ota.send(ota.booking("B1", 10, "0001")), "imported");
        assertThat(ota.reservation("B1").path("status").asText()).isEqualTo("cancelled");
        assertThat(ota.failures()).isEmpty();
        assertThat(ota.incidents()).isEmpty();
        assertThat(ota.sold("SGL", FIFTH)).isZero();
    }

    @Test
    void a_booking_without_a_room_names_the_nights_and_heals_when_the_room_comes_free() {
        ota.send(ota.booking("B1", 10, "0001"));
        var refused = ota.send(ota.booking("B2", 11, "0001"));

        assertRefused(refused, "NO_AVAILABILITY", "availability.full");
        assertThat(refused.path("message").asText())
                .contains("SGL")
                .contains("2027-03-05")
                .contains("2027-03-06");
        assertThat(ota.reservations("B2")).isEmpty();
        var failure = ota.failures().get(0);
        assertThat(failure.path("suggestion").path("requestedAvailable").asBoolean(true))
                .isFalse();
        assertThat(failure.path("suggestion").path("none").path("reasons")).hasSize(2);

        assertOutcome(ota.send(ota.cancellation("B1", 20)), "cancelled");

        await().atMost(Duration.ofSeconds(15))
                .until(() -> !ota.reservations("B2").isEmpty());
        assertThat(ota.sold("SGL", FIFTH)).isEqualTo(1);
        assertThat(ota.failures()).isEmpty();
        assertThat(ota.incidents()).isEmpty();
    }

    @Test
    void a_booking_without_a_room_heals_when_the_hotel_gets_more_rooms() {
        ota.send(ota.booking("B1", 10, "0001"));
        ota.send(ota.booking("B2", 11, "0001"));

        admin.put(
                        "/api/v1/hotels/" + ota.hotel() + "/room-types/SGL",
                        Map.of("name", "SGL", "capacity", 1, "smoking", false, "baseRate", 9_000, "rooms", 2))
                .expect(200);

        await().atMost(Duration.ofSeconds(15))
                .until(() -> !ota.reservations("B2").isEmpty());
        assertThat(ota.sold("SGL", FIFTH)).isEqualTo(2);
    }

    @Test
    void the_nights_of_a_booking_count_as_free_for_its_own_change() {
        ota.send(ota.booking("B1", 10, "0001"));

        var moved = ota.send(ota.modification("B1", 20, SIXTH, 2, "0001"));

        assertOutcome(moved, "modified");
        assertThat(texts(moved.path("flags"))).containsExactly("night_released:2027-03-05");
        assertThat(IntStream.range(0, 4).map(day -> ota.sold("SGL", FIFTH.plusDays(day))))
                .containsExactly(0, 1, 1, 0);
    }

    @Test
    void a_change_that_finds_no_room_leaves_the_reservation_as_it_was() {
        ota.send(ota.booking("B1", 10, "0001"));
        ota.send(ota.booking("B2", 11, "0002"));

        assertRefused(ota.send(ota.modification("B1", 20, FIFTH, 2, "0002")), "NO_AVAILABILITY", "availability.full");

        assertThat(type(ota.reservation("B1"))).isEqualTo("SGL");
        assertThat(ota.failures()).hasSize(1);

        ota.send(ota.cancellation("B1", 30));
        assertThat(ota.failures()).as("a newer cancellation closes what waits").isEmpty();
    }

    @Test
    void a_booking_cancelled_before_it_was_placed_is_kept_as_cancelled_and_holds_nothing() {
        ota.send(ota.booking("B1", 10, "9999"));

        assertOutcome(ota.send(ota.cancellation("B1", 20)), "cancelled");

        var reservation = ota.reservation("B1");
        assertThat(reservation.path("status").asText()).isEqualTo("cancelled");
        assertThat(reservation.path("checkIn").asText()).isEqualTo("2027-03-05");
        assertThat(reservation.path("rooms")).isEmpty();
        assertThat(ota.failures()).isEmpty();
    }

    @Test
    void a_modification_is_placed_although_the_new_telegram_could_not_be() {
        assertRefused(ota.send(ota.booking("B1", 10, "9999")), "ROOM_MAPPING", "mapping.unknown_code");

        assertOutcome(ota.send(ota.modification("B1", 20, FIFTH, 1, "0001")), "modified");

        assertThat(ota.reservation("B1").path("status").asText()).isEqualTo("confirmed");
        assertThat(ota.failures()).as("the older one is superseded").isEmpty();
        assertThat(ota.incidents()).isEmpty();
    }

    @Test
    void thirty_failures_of_one_cause_are_one_incident_that_ends_when_the_cause_is_gone() {
        admin.put(
                        "/api/v1/hotels/" + ota.hotel() + "/room-types/TWN",
                        Map.of("name", "TWN", "capacity", 2, "smoking", false, "baseRate", 9_000, "rooms", 40))
                .expect(200);
        var telegrams = IntStream.range(0, 30)
                .mapToObj(number -> ota.booking("B" + number, number, "0011"))
                .toArray(TelegramDocument[]::new);

        ota.sendTogether(telegrams);

        assertThat(ota.failures()).hasSize(30);
        assertThat(ota.incidents()).hasSize(1);
        assertThat(ota.incidents().get(0).path("occurrences").asInt()).isEqualTo(30);

        FixtureHotel.map(admin, ota.hotel(), "0011", "TWN");
        await().atMost(Duration.ofSeconds(20)).until(() -> ota.failures().isEmpty());
        assertThat(ota.incidents()).isEmpty();
        assertThat(ota.sold("TWN", FIFTH)).isEqualTo(30);
    }

    @Test
    void one_data_id_with_two_contents_keeps_the_first_and_tells_staff() {
        var first = ota.booking("B1", 10, "0001");
        ota.send(first);
        var other = new TelegramDocument(
                first.classification(),
                first.dataId(),
                first.sentAt(),
                first.company(),
                "B1",
                "SOMEBODY ELSE",
                first.checkIn(),
                1,
                List.of("0002"),
                9_000);

        assertRefused(ota.send(other), "DUPLICATE", "duplicate.other_content");

        assertThat(type(ota.reservation("B1"))).isEqualTo("SGL");
        assertThat(ota.incidents()).hasSize(1);
        assertThat(ota.failures()).isEmpty();
    }

    @Test
    void of_two_channels_that_want_the_last_room_the_first_to_arrive_has_it() {
        var lines = ota.sendTogether(ota.booking("B1", 20, "0001"), ota.booking("B2", 10, "0001"));

        assertOutcome(lines.get(0), "imported");
        assertRefused(lines.get(1), "NO_AVAILABILITY", "availability.full");
        assertThat(ota.sold("SGL", FIFTH)).isEqualTo(1);
    }

    @Test
    void a_cancellation_and_the_new_sale_of_its_room_may_arrive_together() {
        ota.send(ota.booking("B1", 10, "0001"));

        var lines = ota.sendTogether(ota.booking("B2", 21, "0001"), ota.cancellation("B1", 20));

        assertOutcome(lines.get(1), "cancelled");
        await().atMost(Duration.ofSeconds(15))
                .until(() -> !ota.reservations("B2").isEmpty());
        assertThat(ota.sold("SGL", FIFTH)).isEqualTo(1);
    }

    private static void assertOutcome(JsonNode line, String outcome) {
        assertThat(line.path("outcome").asText()).as(line.toString()).isEqualTo(outcome);
    }

    private static void assertRefused(JsonNode line, String failureClass, String code) {
        assertOutcome(line, "rejected");
        assertThat(line.path("class").asText()).isEqualTo(failureClass);
        assertThat(line.path("code").asText()).isEqualTo(code);
    }

    private static String type(JsonNode reservation) {
        return reservation.path("rooms").get(0).path("assignedType").asText();
    }

    private static List<String> texts(JsonNode array) {
        return Ota.list(array).stream().map(JsonNode::asText).toList();
    }
}
