package io.toritsugi.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.FixtureHotel;
import io.toritsugi.conformance.House;
import io.toritsugi.conformance.TelegramDocument;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person does about a failure is processed at once, on record, and undone by nothing that was sent before (R4.5). */
@HttpTest
class ManualActionTest {

    private static final LocalDate ARRIVAL = LocalDate.of(2027, 4, 1);
    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private House house;

    @BeforeEach
    void open_a_house() {
        house = House.open(port, 1);
    }

    // ---- another room type

    @Test
    void an_unmapped_room_is_assigned_for_this_booking_only() {
        var booking = House.booking("TARO MIHON", ARRIVAL, "9999");
        var failure = Case.of(house, house.send(booking));
        var other = Case.of(house, house.send(House.booking("HANAKO REIDAI", ARRIVAL.plusDays(5), "9999")));

        var closed = failure.act("assign", Map.of("roomType", "DBL", "reason", "as agreed"))
                .expect(200)
                .json();

        assertThat(closed.get("state").asText()).isEqualTo("resolved");
        assertThat(closed.get("resolution").asText()).isEqualTo("healed");
        assertThat(closed.at("/actions/0/action").asText()).isEqualTo("assign");
        assertThat(closed.at("/actions/0/reason").asText()).isEqualTo("as agreed");
        assertThat(closed.at("/actions/0/changes/0/after/1").asText()).isEqualTo("DBL");
        var reservation = failure.reservation(booking.bookingNumber());
        assertThat(reservation.at("/rooms/0/assignedType").asText()).isEqualTo("DBL");
        assertThat(reservation.at("/rooms/0/code").asText()).isEqualTo("9999");
        assertThat(reservation.get("flags").toString()).contains("room_assigned_by_hand");
        assertThat(sold("DBL", ARRIVAL)).isEqualTo(1);
        assertThat(other.state()).isEqualTo("waiting");
        assertThat(other.tries(jdbc)).containsExactly("initial");
        assertThat(failure.tries(jdbc)).containsExactly("initial", "manual");
        assertThat(audited("failure.assign")).containsExactly("failure/" + failure.id());
    }

    @Test
    void a_room_that_found_none_keeps_what_was_sold_as_its_booked_type() {
        house.send(House.booking("TARO MIHON", ARRIVAL, "0002"));
        var booking = House.booking("HANAKO REIDAI", ARRIVAL, "0002");
        var failure = Case.of(house, house.send(booking));

        failure.act("assign", Map.of("roomType", "FAM")).expect(200);

        var room = failure.reservation(booking.bookingNumber()).at("/rooms/0");
        assertThat(room.get("bookedType").asText()).isEqualTo("TWN");
        assertThat(room.get("assignedType").asText()).isEqualTo("FAM");
        assertThat(room.get("chargedType").asText()).isEqualTo("TWN");
        assertThat(sold("FAM", ARRIVAL)).isEqualTo(1);
        assertThat(sold("TWN", ARRIVAL)).isEqualTo(1);
    }

    @Test
    void only_the_rooms_that_need_it_are_assigned() {
        house.send(House.booking("TARO MIHON", ARRIVAL, "0002"));
        var booking = withRooms(List.of("0003", "0002", "9999"));
        var failure = Case.of(house, house.send(booking));

        failure.act("assign", Map.of("roomType", "JPN", "rooms", List.of(3))).expect(200);
        assertThat(failure.show().get("code").asText()).isEqualTo("availability.full");
        failure.act("assign", Map.of("roomType", "FAM")).expect(200);

        var rooms = failure.reservation(booking.bookingNumber()).get("rooms");
        assertThat(rooms.findValuesAsText("bookedType")).containsExactly("DBL", "TWN", "JPN");
        assertThat(rooms.findValuesAsText("assignedType")).containsExactly("DBL", "FAM", "JPN");
    }

    @Test
    void of_several_rooms_of_a_full_type_only_those_are_assigned_that_find_none() {
        house.admin.put(house.path("/room-types/TWN"), Map.of("rooms", 2)).expect(200);
        var booking = withRooms(List.of("0002", "0002", "0002"));
        var failure = Case.of(house, house.send(booking));

        failure.act("assign", Map.of("roomType", "FAM")).expect(200);

        var rooms = failure.reservation(booking.bookingNumber()).get("rooms");
        assertThat(rooms.findValuesAsText("assignedType")).containsExactly("TWN", "TWN", "FAM");
    }

    @Test
    void a_type_that_is_not_free_is_refused_and_nothing_is_changed() {
        house.send(House.booking("TARO MIHON", ARRIVAL, "0003"));
        var failure = Case.of(house, house.send(House.booking("HANAKO REIDAI", ARRIVAL, "9999")));
        var before = failure.show();

        var answer = failure.act("assign", Map.of("roomType", "DBL"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("failure.type_not_free");
        assertThat(answer.json().get("nights").toString()).contains("2027-04-01", "2027-04-02");
        assertThat(failure.show()).isEqualTo(before);
        assertThat(failure.tries(jdbc)).containsExactly("initial");
        assertThat(overrides(failure)).isZero();
    }

    @Test
    void a_type_that_the_hotel_has_not_and_a_room_that_the_booking_has_not_are_refused() {
        var failure = Case.of(house, house.send(House.booking("TARO MIHON", ARRIVAL, "9999")));

        assertThat(failure.act("assign", Map.of("roomType", "XXX")).problem()).isEqualTo("room_type.not_of_hotel");
        assertThat(failure.act("assign", Map.of("roomType", "TWN", "rooms", List.of(2)))
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("rooms");
        assertThat(failure.act("assign", Map.of()).status()).isEqualTo(400);
    }

    @Test
    void what_was_assigned_outlives_a_change_of_the_mapping_and_a_cancellation_gives_back_the_assigned_room() {
        var booking = House.booking("TARO MIHON", ARRIVAL, "9999");
        var failure = Case.of(house, house.send(booking));
        failure.act("assign", Map.of("roomType", "DBL")).expect(200);
        FixtureHotel.map(house.admin, house.hotel, "9999", "JPN");

        house.send(House.again(booking, "CancellationReport"));

        assertThat(failure.reservation(booking.bookingNumber()).get("status").asText())
                .isEqualTo("cancelled");
        assertThat(sold("DBL", ARRIVAL)).isZero();
    }

    @Test
    void the_original_sent_again_is_a_duplicate_and_a_later_modification_goes_by_the_mappings_again() {
        var booking = House.booking("TARO MIHON", ARRIVAL, "9999");
        var failure = Case.of(house, house.send(booking));
        failure.act("assign", Map.of("roomType", "DBL")).expect(200);
        var before = failure.reservation(booking.bookingNumber());

        var repeated = house.send(booking);
        assertThat(repeated.get("class").asText()).isEqualTo("DUPLICATE");
        assertThat(failure.reservation(booking.bookingNumber())).isEqualTo(before);

        var modified = house.send(House.again(booking, "ModificationReport"));
        assertThat(modified.get("class").asText()).isEqualTo("ROOM_MAPPING");
        assertThat(failure.reservation(booking.bookingNumber()).get("rooms")).isEqualTo(before.get("rooms"));
        FixtureHotel.map(house.admin, house.hotel, "9999", "JPN");
        var second = Case.of(house, modified);
        await().atMost(SOON).until(() -> second.state().equals("resolved"));
        assertThat(failure.reservation(booking.bookingNumber())
                        .at("/rooms/0/assignedType")
                        .asText())
                .isEqualTo("JPN");
        assertThat(sold("DBL", ARRIVAL)).isZero();
    }

    // ---- a corrected field

    @Test
    void a_trial_says_what_would_happen_and_changes_nothing() {
        var failure = contradicting();
        var before = failure.show();

        var answer = failure.act("edit", Map.of("fields", Map.of("checkOut", "2027-04-03"), "dryRun", true))
                .expect(200)
                .json();

        assertThat(answer.get("dryRun").asBoolean()).isTrue();
        assertThat(answer.get("outcome").asText()).isEqualTo("imported");
        assertThat(change(answer, "checkOut").get("before").asText()).isEqualTo("2027-04-01");
        assertThat(change(answer, "checkOut").get("after").asText()).isEqualTo("2027-04-03");
        assertThat(failure.show()).isEqualTo(before);
        assertThat(overrides(failure)).isZero();
        assertThat(audited("failure.edit")).isEmpty();
        assertThat(failure.tries(jdbc)).containsExactly("initial");
    }

    @Test
    void a_trial_names_what_would_still_be_wrong() {
        var failure = contradicting();

        var answer = failure.act("edit", Map.of("fields", Map.of("checkOut", "2027-04-05"), "dryRun", true))
                .expect(200)
                .json();

        assertThat(answer.get("outcome").asText()).isEqualTo("rejected");
        assertThat(answer.get("code").asText()).isEqualTo("validation.nights_missing");
        assertThat(answer.get("message").asText()).contains("2027-04-03");
    }

    @Test
    void a_corrected_field_makes_the_booking_and_the_original_stays_as_it_was() {
        var booking = booking();
        var failure = Case.of(house, sendContradicting(booking));
        var raw = raw(failure);

        var answer = failure.act(
                        "edit", Map.of("fields", Map.of("checkOut", "2027-04-03"), "reason", "see the OTA's own page"))
                .expect(200)
                .json();

        assertThat(answer.get("outcome").asText()).isEqualTo("imported");
        assertThat(answer.at("/failure/state").asText()).isEqualTo("resolved");
        assertThat(answer.at("/failure/actions/0/who").asText()).isEqualTo("key:test");
        assertThat(answer.at("/failure/actions/0/reason").asText()).isEqualTo("see the OTA's own page");
        assertThat(answer.at("/failure/actions/0/changes/0/field").asText()).isEqualTo("checkOut");
        var reservation = failure.reservation(booking.bookingNumber());
        assertThat(reservation.get("checkOut").asText()).isEqualTo("2027-04-03");
        assertThat(reservation.get("flags").toString()).contains("corrected_by_hand");
        assertThat(raw(failure)).isEqualTo(raw);
        assertThat(overrides(failure)).isEqualTo(1);
        assertThat(audited("failure.edit")).hasSize(1);
        assertThat(sendContradicting(booking).get("class").asText()).isEqualTo("DUPLICATE");
        assertThat(failure.reservation(booking.bookingNumber())).isEqualTo(reservation);
    }

    @Test
    void rooms_and_guest_are_corrected_by_the_same_rules() {
        var booking = House.booking("TARO MIHON", ARRIVAL, "9999");
        var failure = Case.of(house, house.send(booking));
        var rooms = List.of(
                Map.of("code", "0002", "adults", 2, "children", 0, "amounts", List.of(11_000, 12_000)),
                Map.of("code", "0003", "adults", 1, "children", 1, "amounts", List.of(9_000, 9_500)));

        failure.act("edit", Map.of("fields", Map.of("guestName", "見本 一郎", "rooms", rooms)))
                .expect(200);

        var reservation = failure.reservation(booking.bookingNumber());
        assertThat(reservation.at("/guest/name").asText()).isEqualTo("見本 一郎");
        assertThat(reservation.get("rooms").findValuesAsText("bookedType")).containsExactly("TWN", "DBL");
        assertThat(reservation.at("/rooms/1/adults").asInt()).isEqualTo(1);
        assertThat(reservation.at("/rooms/1/children").asInt()).isEqualTo(1);
        assertThat(reservation.at("/rooms/0/nights/1/amount").asInt()).isEqualTo(12_000);
        assertThat(reservation.get("roomTotal").asInt()).isEqualTo(41_500);
    }

    @Test
    void a_correction_that_is_no_valid_booking_is_refused_and_nothing_is_changed() {
        var failure = contradicting();

        var answer = failure.act("edit", Map.of("fields", Map.of("checkOut", "2027-03-30")));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("failure.edit_invalid");
        assertThat(answer.json().get("failure").asText()).isEqualTo("validation.check_out_not_after_check_in");
        assertThat(failure.show().get("message").asText()).endsWith("(check-in 2027-04-01, check-out 2027-04-01).");
        assertThat(overrides(failure)).isZero();
        assertThat(failure.attempts()).isEqualTo(1);
        assertThat(failure.act("edit", Map.of("fields", Map.of())).status()).isEqualTo(400);
    }

    @Test
    void a_second_correction_replaces_the_first_from_the_original() {
        var booking = House.booking("TARO MIHON", ARRIVAL, "9999");
        var failure = Case.of(house, house.send(booking));
        failure.act("edit", Map.of("fields", Map.of("guestName", "WRONG NAME"))).expect(200);
        assertThat(failure.state()).isEqualTo("waiting");
        var rooms = List.of(Map.of("code", "0002", "adults", 2, "children", 0, "amounts", List.of(10_000, 10_000)));

        failure.act("edit", Map.of("fields", Map.of("rooms", rooms))).expect(200);

        assertThat(failure.state()).isEqualTo("resolved");
        assertThat(failure.reservation(booking.bookingNumber())
                        .at("/guest/name")
                        .asText())
                .isEqualTo("TARO MIHON");
        assertThat(overrides(failure)).isEqualTo(2);
        assertThat(jdbc.sql(
                                "select array_agg(version order by id) from telegram_override where telegram_id = :telegram")
                        .param("telegram", failure.telegram())
                        .query((row, number) -> row.getArray(1).toString())
                        .single())
                .isEqualTo("{1,2}");
    }

    @Test
    void a_correction_outlives_what_comes_later_and_is_superseded_by_a_newer_modification() {
        var booking = booking();
        var failure = Case.of(house, sendContradicting(booking));
        failure.act("edit", Map.of("fields", Map.of("checkOut", "2027-04-03", "guestName", "CORRECTED NAME")))
                .expect(200);

        var modification = sentAgain(booking, "ModificationReport", ARRIVAL.plusDays(1));
        assertThat(house.send(modification).get("outcome").asText()).isEqualTo("modified");

        var reservation = failure.reservation(booking.bookingNumber());
        assertThat(reservation.at("/guest/name").asText()).isEqualTo("TARO MIHON");
        assertThat(reservation.get("flags").toString()).doesNotContain("corrected_by_hand");
        assertThat(reservation.get("checkIn").asText()).isEqualTo("2027-04-02");
    }

    @Test
    void what_a_person_mended_settles_what_waited_before_it() {
        var booking = House.booking("TARO MIHON", ARRIVAL, "9999");
        var first = Case.of(house, house.send(booking));
        var newest = Case.of(house, house.send(House.again(booking, "ModificationReport")));

        newest.act("assign", Map.of("roomType", "FAM")).expect(200);

        assertThat(newest.state()).isEqualTo("resolved");
        assertThat(first.state()).isEqualTo("resolved");
        assertThat(first.show().get("resolution").asText()).isEqualTo("superseded");
        assertThat(sold("FAM", ARRIVAL)).isEqualTo(1);
    }

    @Test
    void what_a_person_mended_leaves_a_successor_with_another_reason_waiting() {
        var booking = House.booking("TARO MIHON", ARRIVAL, "9999");
        var first = Case.of(house, house.send(booking));
        var successor = Case.of(house, house.send(sentAgain(booking, "ModificationReport", ARRIVAL.plusDays(1))));

        first.act("assign", Map.of("roomType", "FAM")).expect(200);

        assertThat(first.state()).isEqualTo("resolved");
        assertThat(successor.state()).isEqualTo("waiting");
        assertThat(first.reservation(booking.bookingNumber()).get("checkIn").asText())
                .isEqualTo(ARRIVAL.toString());
        FixtureHotel.map(house.admin, house.hotel, "9999", "JPN");
        await().atMost(SOON).until(() -> successor.state().equals("resolved"));
        assertThat(first.reservation(booking.bookingNumber()).get("checkIn").asText())
                .isEqualTo(ARRIVAL.plusDays(1).toString());
    }

    @Test
    void overrides_are_append_only() {
        var failure = Case.of(house, house.send(House.booking("TARO MIHON", ARRIVAL, "9999")));
        failure.act("assign", Map.of("roomType", "TWN")).expect(200);

        assertThatThrownBy(() ->
                        jdbc.sql("update telegram_override set made_by = 'x'").update())
                .hasMessageContaining("append-only");
    }

    // ---- two at once, what is possible, on record

    @Test
    void of_two_who_act_at_once_the_second_is_told() throws Exception {
        for (int round = 0; round < 5; round++) {
            var failure = Case.of(house, house.send(House.booking("TARO MIHON", ARRIVAL.plusDays(3L * round), "9999")));
            var body = Map.of("roomType", "TWN");
            var together = Executors.newFixedThreadPool(2);
            try {
                var answers = new ArrayList<Integer>();
                List<Callable<Integer>> both = List.of(
                        () -> failure.act("assign", body).status(),
                        () -> failure.act("assign", body).status());
                for (var answer : together.invokeAll(both)) {
                    answers.add(answer.get());
                }
                assertThat(answers).containsExactlyInAnyOrder(200, 409);
            } finally {
                together.shutdown();
            }
            assertThat(overrides(failure)).isEqualTo(1);
        }
    }

    @Test
    void who_saw_an_older_version_is_told_so() {
        var failure = Case.of(house, house.send(House.booking("TARO MIHON", ARRIVAL, "9999")));
        int seen = failure.version();
        failure.act(
                        "snooze",
                        Map.of(
                                "until",
                                OffsetDateTime.now(ZoneOffset.UTC).plusDays(1).toString(),
                                "version",
                                seen))
                .expect(200);

        var late = failure.act("assign", Map.of("roomType", "TWN", "version", seen));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.problem()).isEqualTo("conflict.version");
        assertThat(late.json().get("version").asInt()).isEqualTo(failure.version());
        assertThat(failure.act("dismiss", Map.of("reason", "no", "version", seen))
                        .problem())
                .isEqualTo("conflict.version");
        failure.act("assign", Map.of("roomType", "TWN", "version", failure.version()))
                .expect(200);
    }

    @Test
    void the_case_tells_what_can_be_done_and_why_not() {
        var mapping = Case.of(house, house.send(House.booking("TARO MIHON", ARRIVAL, "9999")));
        var validation = contradicting();
        var parked =
                Case.of(house, house.send(House.again(House.booking("TARO MIHON", ARRIVAL), "ModificationReport")));
        var damaged = Case.of(
                house,
                house.deliver("<html>".getBytes(StandardCharsets.UTF_8))
                        .path("telegrams")
                        .path(0));

        assertThat(possible(mapping))
                .containsOnly(
                        Map.entry("retry", ""),
                        Map.entry("assign", ""),
                        Map.entry("edit", ""),
                        Map.entry("dismiss", ""),
                        Map.entry("snooze", ""),
                        Map.entry("note", ""),
                        Map.entry("map", ""));
        assertThat(possible(validation)).containsEntry("edit", "").containsEntry("assign", "failure.nothing_to_assign");
        assertThat(possible(parked)).containsEntry("edit", "failure.not_editable");
        assertThat(possible(damaged))
                .containsEntry("edit", "failure.not_readable")
                .containsEntry("assign", "failure.not_readable")
                .containsEntry("retry", "");
        mapping.act("dismiss", Map.of("reason", "by hand")).expect(200);
        assertThat(possible(mapping)).containsEntry("retry", "failure.closed").containsEntry("note", "");
        assertThat(mapping.show().at("/possibleActions/0/message").asText()).contains("over already");
        assertThat(house.as("VIEWER")
                        .get(parked.path(""))
                        .json()
                        .at("/possibleActions/0/code")
                        .asText())
                .isEqualTo("access.forbidden");
    }

    @Test
    void what_is_not_possible_is_refused_with_the_same_code() {
        var validation = contradicting();
        var damaged = Case.of(
                house,
                house.deliver("<html>".getBytes(StandardCharsets.UTF_8))
                        .path("telegrams")
                        .path(0));
        var fields = Map.of("fields", Map.of("guestName", "X"));

        assertThat(validation.act("assign", Map.of("roomType", "TWN")).problem())
                .isEqualTo("failure.nothing_to_assign");
        assertThat(damaged.act("edit", fields).problem()).isEqualTo("failure.not_readable");
        assertThat(house.as("VIEWER").post(validation.path("/edit"), fields).status())
                .isEqualTo(403);
        assertThat(house.stranger("ADMIN")
                        .post(validation.path("/edit"), fields)
                        .problem())
                .isEqualTo("access.forbidden_hotel");
        assertThat(house.admin.post("/api/v1/failures/999999999/edit", fields).problem())
                .isEqualTo("failure.unknown");
    }

    @Test
    void a_note_is_kept_also_when_the_case_is_over() {
        var failure = Case.of(house, house.send(House.booking("TARO MIHON", ARRIVAL, "9999")));
        failure.act("note", Map.of("text", " asked the OTA ")).expect(200);
        failure.act("dismiss", Map.of("reason", "by hand")).expect(200);

        var shown = failure.act("note", Map.of("text", "they called back"))
                .expect(200)
                .json();

        assertThat(shown.get("actions").findValuesAsText("action")).containsExactly("note", "dismiss", "note");
        assertThat(shown.at("/actions/0/reason").asText()).isEqualTo("asked the OTA");
        assertThat(shown.get("state").asText()).isEqualTo("dismissed");
        assertThat(failure.act("note", Map.of("text", " ")).status()).isEqualTo(400);
    }

    @Test
    void nobody_is_snoozed_into_the_past_or_for_longer_than_a_month() {
        var failure = Case.of(house, house.send(House.booking("TARO MIHON", ARRIVAL, "9999")));

        for (var until : List.of(
                OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(1),
                OffsetDateTime.now(ZoneOffset.UTC).plusDays(31))) {
            assertThat(failure.act("snooze", Map.of("until", until.toString()))
                            .json()
                            .at("/errors/0/field")
                            .asText())
                    .isEqualTo("until");
        }
        failure.act("dismiss", Map.of("reason", "by hand")).expect(200);
        assertThat(failure.act(
                                "snooze",
                                Map.of(
                                        "until",
                                        OffsetDateTime.now(ZoneOffset.UTC)
                                                .plusDays(1)
                                                .toString()))
                        .problem())
                .isEqualTo("failure.closed");
    }

    @Test
    void viewers_do_not_see_what_was_changed_in_a_booking() {
        var failure = Case.of(house, house.send(House.booking("TARO MIHON", ARRIVAL, "9999")));
        failure.act("edit", Map.of("fields", Map.of("guestName", "HANAKO REIDAI")))
                .expect(200);

        var seen =
                house.as("VIEWER").get(failure.path("")).expect(200).response().body();

        assertThat(seen).doesNotContain("HANAKO").doesNotContain("TARO");
        assertThat(house.admin
                        .get("/api/v1/audit?action=failure.edit&hotel=" + house.hotel)
                        .response()
                        .body())
                .contains("guestName")
                .doesNotContain("HANAKO");
    }

    // ---- telegrams and looks

    private static TelegramDocument booking() {
        return House.booking("TARO MIHON", ARRIVAL, "0002");
    }

    /** Sends a booking of two nights whose check-out is its check-in. */
    private JsonNode sendContradicting(TelegramDocument booking) {
        var xml = booking.xml().replace("<CheckOutDate>" + ARRIVAL.plusDays(2), "<CheckOutDate>" + ARRIVAL);
        return house.deliver(xml.getBytes(StandardCharsets.UTF_8))
                .path("telegrams")
                .path(0);
    }

    private Case contradicting() {
        return Case.of(house, sendContradicting(booking()));
    }

    private static TelegramDocument sentAgain(TelegramDocument booking, String classification, LocalDate arrival) {
        var again = House.again(booking, classification);
        return new TelegramDocument(
                again.classification(),
                again.dataId(),
                again.sentAt(),
                again.company(),
                again.bookingNumber(),
                again.guest(),
                arrival,
                again.nights(),
                again.rooms(),
                again.price());
    }

    private static TelegramDocument withRooms(List<String> codes) {
        var booking = House.booking("TARO MIHON", ARRIVAL);
        return new TelegramDocument(
                booking.classification(),
                booking.dataId(),
                booking.sentAt(),
                booking.company(),
                booking.bookingNumber(),
                booking.guest(),
                booking.checkIn(),
                booking.nights(),
                codes,
                booking.price());
    }

    private static JsonNode change(JsonNode answer, String field) {
        for (var change : answer.get("changes")) {
            if (change.get("field").asText().equals(field)) {
                return change;
            }
        }
        throw new AssertionError(field + " is not among " + answer.get("changes"));
    }

    private static Map<String, String> possible(Case failure) {
        var possible = new HashMap<String, String>();
        failure.show()
                .get("possibleActions")
                .forEach(action -> possible.put(
                        action.get("action").asText(),
                        action.get("allowed").asBoolean()
                                ? ""
                                : action.get("code").asText()));
        return possible;
    }

    private String raw(Case failure) {
        return house.admin
                .get("/api/v1/imports/" + failure.telegram() + "/raw")
                .expect(200)
                .response()
                .body();
    }

    private int overrides(Case failure) {
        return jdbc.sql("select count(*) from telegram_override where telegram_id = :telegram")
                .param("telegram", failure.telegram())
                .query(Integer.class)
                .single();
    }

    private List<String> audited(String action) {
        return house.admin
                .get("/api/v1/audit?action=" + action + "&hotel=" + house.hotel)
                .items()
                .findValuesAsText("subject");
    }

    private int sold(String type, LocalDate night) {
        for (var row : house.admin
                .get(house.path("/inventory?from=" + night + "&to=" + night.plusDays(1)))
                .expect(200)
                .items()) {
            if (row.get("roomType").asText().equals(type)) {
                return row.get("sold").asInt();
            }
        }
        throw new AssertionError("No type " + type);
    }
}
