package io.toritsugi.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.House;
import io.toritsugi.conformance.TelegramDocument;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A change heals exactly what waited for it; near misses are not even tried. */
@HttpTest
class ReleaseTest {

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

    @Test
    void a_mapping_of_one_channel_heals_its_failures_and_touches_no_other() {
        var concerned = unmapped(house, "じゃらんnet", "9999", ARRIVAL);
        var otherCode = unmapped(house, "じゃらんnet", "8888", ARRIVAL);
        var otherChannel = unmapped(house, "Booking.com", "9999", ARRIVAL);
        var otherHotel = unmapped(House.open(port, 1), "じゃらんnet", "9999", ARRIVAL);
        var tooEarly = unmapped(house, "じゃらんnet", "9999", ARRIVAL.minusDays(40));
        var tooLate = unmapped(house, "じゃらんnet", "9999", ARRIVAL.plusDays(40));

        map(Map.of(
                "channel", "jalan",
                "code", "9999",
                "roomType", "TWN",
                "validFrom", ARRIVAL.minusDays(10).toString(),
                "validTo", ARRIVAL.plusDays(10).toString()));

        await().atMost(SOON).until(() -> concerned.state().equals("resolved"));
        assertUntouched(otherCode, otherChannel, otherHotel, tooEarly, tooLate);
        assertThat(concerned.tries(jdbc)).containsExactly("initial", "retry");
    }

    @Test
    void a_mapping_of_any_channel_heals_the_failures_of_all_channels() {
        var jalan = unmapped(house, "じゃらんnet", "9999", ARRIVAL);
        var booking = unmapped(house, "Booking.com", "9999", ARRIVAL.plusDays(5));
        var otherCode = unmapped(house, "Booking.com", "09999", ARRIVAL.plusDays(10));

        map(Map.of("channel", "*", "code", "9999", "roomType", "TWN"));

        await().atMost(SOON).until(() -> jalan.state().equals("resolved"));
        await().atMost(SOON).until(() -> booking.state().equals("resolved"));
        assertUntouched(otherCode);
    }

    @Test
    void a_second_mapping_of_a_channel_that_has_one_concerns_nobody_else() {
        map(Map.of("channel", "jalan", "code", "7777", "roomType", "TWN"));
        var waiting = unmapped(house, "Booking.com", "7777", ARRIVAL);

        map(Map.of("channel", "jalan", "code", "9999", "roomType", "TWN"));
        var probe = unmapped(house, "じゃらんnet", "9998", ARRIVAL);
        map(Map.of("channel", "jalan", "code", "9998", "roomType", "TWN"));

        await().atMost(SOON).until(() -> probe.state().equals("resolved"));
        assertUntouched(waiting);
    }

    @Test
    void a_booking_with_two_unknown_codes_is_tried_when_one_is_mapped_and_names_the_other() {
        var failure = Case.of(house, house.send(withRooms(List.of("9999", "8888"))));

        map(Map.of("channel", "*", "code", "9999", "roomType", "TWN"));

        await().atMost(SOON).until(() -> failure.attempts() == 2);
        assertThat(failure.show().at("/facts/codes").asText()).contains("8888").doesNotContain("9999");
    }

    @Test
    void freed_rooms_heal_exactly_those_whose_nights_came_free() {
        var holder = House.booking("TARO MIHON", ARRIVAL, "0002");
        house.send(holder);
        house.send(House.booking("TARO MIHON", ARRIVAL.plusDays(10), "0002"));
        house.send(House.booking("TARO MIHON", ARRIVAL, "0003"));
        var concerned = waiting(ARRIVAL, "0002");
        var otherDates = waiting(ARRIVAL.plusDays(10), "0002");
        var otherType = waiting(ARRIVAL, "0003");
        var neighbour = House.open(port, 1);
        neighbour.send(House.booking("TARO MIHON", ARRIVAL, "0002"));
        var otherHotel = Case.of(neighbour, neighbour.send(House.booking("HANAKO REIDAI", ARRIVAL, "0002")));

        house.send(House.again(holder, "CancellationReport"));

        await().atMost(SOON).until(() -> concerned.state().equals("resolved"));
        assertUntouched(otherDates, otherType, otherHotel);
    }

    @Test
    void a_stay_of_which_one_night_stays_full_is_not_tried() {
        var first = House.booking("TARO MIHON", ARRIVAL, "0002");
        house.send(first);
        house.send(House.booking("TARO MIHON", ARRIVAL.plusDays(2), "0002"));
        var bothNeeded = waiting(ARRIVAL.plusDays(1), "0002");
        var firstOnly = waiting(ARRIVAL.minusDays(1), "0002");

        house.send(House.again(first, "CancellationReport"));

        await().atMost(SOON).until(() -> firstOnly.state().equals("resolved"));
        assertUntouched(bothNeeded);
    }

    @Test
    void a_code_that_stands_for_another_type_now_heals_who_found_no_room() {
        house.send(House.booking("TARO MIHON", ARRIVAL, "0002"));
        var concerned = waiting(ARRIVAL, "0002");
        house.send(House.booking("TARO MIHON", ARRIVAL, "0003"));
        var otherType = waiting(ARRIVAL, "0003");
        var mapping = house.admin.get(house.path("/mappings?code=0002")).items().get(0);

        house.admin
                .put(
                        house.path("/mappings/" + mapping.get("id")),
                        Map.of("channel", "*", "code", "0002", "roomType", "FAM"))
                .expect(200);

        await().atMost(SOON).until(() -> concerned.state().equals("resolved"));
        assertUntouched(otherType);
    }

    @Test
    void a_new_room_heals_who_found_none() {
        house.send(House.booking("TARO MIHON", ARRIVAL, "0002"));
        var concerned = waiting(ARRIVAL, "0002");
        house.send(House.booking("TARO MIHON", ARRIVAL, "0003"));
        var otherType = waiting(ARRIVAL, "0003");

        house.admin.put(house.path("/room-types/TWN"), Map.of("rooms", 2)).expect(200);

        await().atMost(SOON).until(() -> concerned.state().equals("resolved"));
        assertUntouched(otherType);
    }

    @Test
    void a_missing_booking_heals_its_successors_and_no_others() {
        var mine = House.booking("TARO MIHON", ARRIVAL, "0002");
        var theirs = House.booking("TARO MIHON", ARRIVAL.plusDays(10), "0002");
        var successor = Case.of(house, house.send(House.again(mine, "ModificationReport")));
        var stranger = Case.of(house, house.send(House.again(theirs, "ModificationReport")));

        house.send(mine);

        await().atMost(SOON).until(() -> successor.state().equals("resolved"));
        assertUntouched(stranger);
    }

    @Test
    void a_snoozed_failure_is_healed_by_the_change_all_the_same() {
        var failure = unmapped(house, "じゃらんnet", "9999", ARRIVAL);
        failure.act(
                        "snooze",
                        Map.of(
                                "until",
                                OffsetDateTime.now(ZoneOffset.UTC).plusDays(10).toString()))
                .expect(200);

        map(Map.of("channel", "*", "code", "9999", "roomType", "TWN"));

        await().atMost(SOON).until(() -> failure.state().equals("resolved"));
    }

    @Test
    void an_escalated_failure_is_healed_by_the_change_all_the_same() {
        var failure = unmapped(house, "じゃらんnet", "9999", ARRIVAL);
        jdbc.sql("update import_failure set state = 'escalated', attempts = 8 where id = :id")
                .param("id", failure.id())
                .update();
        jdbc.sql("delete from retry_queue where failure_id = :id")
                .param("id", failure.id())
                .update();

        map(Map.of("channel", "*", "code", "9999", "roomType", "TWN"));

        await().atMost(SOON).until(() -> failure.state().equals("resolved"));
    }

    private void assertUntouched(Case... cases) {
        for (var failure : cases) {
            assertThat(failure.tries(jdbc)).containsExactly("initial");
            assertThat(failure.attempts()).isEqualTo(1);
            assertThat(failure.state()).isEqualTo("waiting");
        }
    }

    private void map(Map<String, String> mapping) {
        house.admin.post(house.path("/mappings"), mapping).expect(201);
    }

    private Case unmapped(House at, String company, String code, LocalDate arrival) {
        var booking = House.booking("TARO MIHON", arrival, code);
        return Case.of(at, at.send(ofCompany(booking, company)));
    }

    private Case waiting(LocalDate arrival, String code) {
        return Case.of(house, house.send(House.booking("HANAKO REIDAI", arrival, code)));
    }

    private static TelegramDocument ofCompany(TelegramDocument booking, String company) {
        return new TelegramDocument(
                booking.classification(),
                booking.dataId(),
                booking.sentAt(),
                company,
                booking.bookingNumber(),
                booking.guest(),
                booking.checkIn(),
                booking.nights(),
                booking.rooms(),
                booking.price());
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
}
