package io.toritsugi.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.api.HttpTest;
import io.toritsugi.hierarchy.UpgradeRules.Placement;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The life of a booking whose guest sleeps elsewhere than booked, as the import decides it: placed by rule, kept, ended, given
 * back (R1; domain notes §7, §8.2–§8.4). The stock is counted again after every telegram.
 */
@HttpTest
class UpgradedBookingLifeTest {

    private static final Placement AUTOMATIC = new Placement(Placement.Mode.AUTOMATIC, null, null);
    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private UpgradedHouse hotel;

    @BeforeEach
    void open_a_small_hotel_that_places_by_rule() {
        hotel = new UpgradedHouse(port, jdbc);
        say(AUTOMATIC);
    }

    private void say(Placement placement) {
        hotel.say(placement, true, "SGL->TWN", "SGL->DBL", "TWN->DBL");
    }

    /** Somebody else's booking that takes a room. */
    private void taken(String type, int night, int nights) {
        var number = "OF-" + type + night;
        assertThat(hotel.send(hotel.booking(number, 0, night, nights, type))
                        .get("outcome")
                        .asText())
                .isEqualTo("imported");
    }

    private static void assertOutcome(JsonNode line, String outcome, String... flags) {
        assertThat(line.path("outcome").asText()).as(line.toString()).isEqualTo(outcome);
        assertThat(UpgradedHouse.texts(line.path("flags"))).as(line.toString()).containsExactly(flags);
    }

    private static void assertWaits(JsonNode line) {
        assertThat(line.path("outcome").asText()).as(line.toString()).isEqualTo("rejected");
        assertThat(line.path("class").asText()).isEqualTo("NO_AVAILABILITY");
    }

    // ---- a life

    @Test
    void an_upgrade_outlives_every_change_that_fits_and_what_the_guest_pays_stays() {
        taken("SGL", 5, 2);

        var first = hotel.booking("B1", 10, 5, 2, "SGL");
        assertOutcome(hotel.send(first), "imported", "upgraded:SGL->TWN");
        assertThat(hotel.rooms("B1")).containsExactly("SGL/TWN/SGL 5 x 2 @ [10000]");
        assertThat(hotel.flags("B1")).containsExactly("upgraded:SGL->TWN");
        assertThat(hotel.sold("SGL")).containsExactly(1, 1, 0, 0, 0, 0);
        assertThat(hotel.sold("TWN")).containsExactly(1, 1, 0, 0, 0, 0);

        assertThat(hotel.send(first).get("class").asText()).isEqualTo("DUPLICATE");
        assertThat(hotel.revision("B1")).isEqualTo(1);

        assertOutcome(
                hotel.send(hotel.modification("B1", 20, 5, 1, "SGL")),
                "modified",
                "night_released:2027-03-06",
                "upgraded:SGL->TWN");
        assertThat(hotel.rooms("B1")).containsExactly("SGL/TWN/SGL 5 x 1 @ [10000]");
        assertThat(hotel.sold("TWN")).containsExactly(1, 0, 0, 0, 0, 0);

        assertOutcome(hotel.send(hotel.modification("B1", 30, 5, 4, "SGL")), "modified", "upgraded:SGL->TWN");
        assertThat(hotel.rooms("B1")).containsExactly("SGL/TWN/SGL 5 x 4 @ [10000]");
        assertThat(hotel.sold("TWN")).containsExactly(1, 1, 1, 1, 0, 0);
        assertThat(hotel.sold("SGL")).containsExactly(1, 1, 0, 0, 0, 0);

        var late = hotel.send(hotel.modification("B1", 25, 8, 1, "SGL"));
        assertThat(late.get("code").asText()).isEqualTo("order.stale");
        assertThat(hotel.flags("B1")).contains("upgraded:SGL->TWN");
        assertThat(hotel.rooms("B1")).containsExactly("SGL/TWN/SGL 5 x 4 @ [10000]");
        assertThat(hotel.revision("B1")).isEqualTo(4);

        assertOutcome(
                hotel.send(hotel.cancellation("B1", 40)),
                "cancelled",
                hotel.flags("B1").toArray(String[]::new));
        assertThat(hotel.sold("TWN")).containsOnly(0);
        assertThat(hotel.sold("SGL")).containsExactly(1, 1, 0, 0, 0, 0);

        assertOutcome(hotel.send(hotel.booking("B1", 50, 7, 2, "SGL")), "modified", "reopened");
        assertThat(hotel.rooms("B1")).as("a re-new is decided afresh").containsExactly("SGL/SGL/SGL 7 x 2 @ [10000]");
        assertThat(hotel.sold("SGL")).containsExactly(1, 1, 1, 1, 0, 0);
        assertThat(hotel.sold("TWN")).containsOnly(0);
        assertThat(hotel.history("B1"))
                .containsExactly("1 imported", "2 modified", "3 modified", "4 modified", "5 cancelled", "6 modified");
        assertThat(hotel.decisions("B1"))
                .containsExactly("SGL->TWN rule:placed x1", "SGL->TWN rule:kept x1", "SGL->TWN rule:kept x1");
    }

    @Test
    void an_upgrade_is_kept_also_when_the_booked_type_has_come_free() {
        taken("SGL", 5, 2);
        hotel.send(hotel.booking("B1", 10, 5, 2, "SGL"));
        hotel.send(hotel.cancellation("OF-SGL5", 15));

        assertOutcome(
                hotel.send(hotel.modification("B1", 20, 5, 1, "SGL")),
                "modified",
                "night_released:2027-03-06",
                "upgraded:SGL->TWN");

        assertThat(hotel.sold("SGL")).containsOnly(0);
        assertThat(hotel.sold("TWN")).containsExactly(1, 0, 0, 0, 0, 0);
    }

    @Test
    void one_that_does_not_fit_any_more_goes_back_to_the_booked_type_where_that_is_free() {
        taken("SGL", 5, 2);
        taken("TWN", 7, 1);
        hotel.send(hotel.booking("B1", 10, 5, 2, "SGL"));
        hotel.send(hotel.cancellation("OF-SGL5", 15));

        assertOutcome(hotel.send(hotel.modification("B1", 20, 5, 3, "SGL")), "modified");

        assertThat(hotel.rooms("B1")).containsExactly("SGL/SGL/SGL 5 x 3 @ [10000]");
        assertThat(hotel.flags("B1")).isEmpty();
        assertThat(hotel.sold("SGL")).containsExactly(1, 1, 1, 0, 0, 0);
        assertThat(hotel.sold("TWN")).containsExactly(0, 0, 1, 0, 0, 0);
        assertThat(hotel.decisions("B1")).containsExactly("SGL->TWN rule:placed x1", "SGL->SGL rule:ended x1");
    }

    @Test
    void one_that_does_not_fit_any_more_is_placed_anew_by_rule_where_the_booked_type_is_full() {
        taken("SGL", 5, 2);
        taken("TWN", 7, 1);
        hotel.send(hotel.booking("B1", 10, 5, 2, "SGL"));

        assertOutcome(hotel.send(hotel.modification("B1", 20, 5, 3, "SGL")), "modified", "upgraded:SGL->DBL");

        assertThat(hotel.rooms("B1")).containsExactly("SGL/DBL/SGL 5 x 3 @ [10000]");
        assertThat(hotel.sold("TWN")).containsExactly(0, 0, 1, 0, 0, 0);
        assertThat(hotel.sold("DBL")).containsExactly(1, 1, 1, 0, 0, 0);
    }

    @Test
    void one_that_does_not_fit_waits_in_a_hotel_that_only_suggests_and_the_reservation_stands_as_before() {
        taken("SGL", 5, 2);
        taken("TWN", 7, 1);
        hotel.send(hotel.booking("B1", 10, 5, 2, "SGL"));
        say(Placement.SUGGEST_ONLY);

        assertWaits(hotel.send(hotel.modification("B1", 20, 5, 3, "SGL")));

        assertThat(hotel.rooms("B1")).containsExactly("SGL/TWN/SGL 5 x 2 @ [10000]");
        assertThat(hotel.flags("B1")).containsExactly("upgraded:SGL->TWN");
        assertThat(hotel.revision("B1")).isEqualTo(2);
        assertThat(hotel.sold("TWN")).containsExactly(1, 1, 1, 0, 0, 0);
        var suggestion = hotel.failures().get(0).get("suggestion");
        assertThat(suggestion.at("/options/0/roomType").asText()).isEqualTo("DBL");

        hotel.send(hotel.modification("B1", 30, 6, 1, "SGL"));
        assertThat(hotel.rooms("B1"))
                .as("what follows keeps what the booking still has")
                .containsExactly("SGL/TWN/SGL 6 x 1 @ [10000]");
        assertThat(hotel.failures()).isEmpty();

        hotel.send(hotel.modification("B1", 40, 5, 3, "SGL"));
        hotel.send(hotel.cancellation("OF-SGL5", 45));
        await().atMost(SOON).until(() -> hotel.failures().isEmpty());
        assertThat(hotel.rooms("B1")).containsExactly("SGL/SGL/SGL 5 x 3 @ [10000]");
        assertThat(hotel.flags("B1")).doesNotContain("upgraded:SGL->TWN");
        assertThat(hotel.sold("TWN")).containsExactly(0, 0, 1, 0, 0, 0);
        assertThat(hotel.soldBeyondReservations()).isEmpty();
    }

    @Test
    void a_change_of_the_booked_type_is_decided_afresh_and_so_is_the_way_back() {
        taken("SGL", 5, 2);
        hotel.send(hotel.booking("B1", 10, 5, 2, "SGL"));
        hotel.send(hotel.cancellation("OF-SGL5", 15));

        assertOutcome(hotel.send(hotel.modification("B1", 20, 5, 2, "DBL")), "modified", "room_type_changed:SGL->DBL");
        assertThat(hotel.rooms("B1")).containsExactly("DBL/DBL/DBL 5 x 2 @ [10000]");
        assertThat(hotel.sold("TWN")).containsOnly(0);

        assertOutcome(hotel.send(hotel.modification("B1", 30, 5, 2, "SGL")), "modified", "room_type_changed:DBL->SGL");
        assertThat(hotel.rooms("B1")).containsExactly("SGL/SGL/SGL 5 x 2 @ [10000]");
        assertThat(hotel.sold("DBL")).containsOnly(0);
        assertThat(hotel.sold("SGL")).containsExactly(1, 1, 0, 0, 0, 0);
    }

    @Test
    void changes_that_arrive_together_end_as_those_that_arrive_one_by_one() {
        taken("SGL", 5, 2);
        hotel.send(hotel.booking("B1", 10, 5, 2, "SGL"));
        hotel.send(hotel.cancellation("OF-SGL5", 15));

        hotel.sendTogether(hotel.modification("B1", 20, 5, 2, "DBL"), hotel.modification("B1", 30, 5, 2, "SGL"));

        assertThat(hotel.rooms("B1"))
                .as("between them the guest had another type")
                .containsExactly("SGL/SGL/SGL 5 x 2 @ [10000]");

        taken("SGL", 8, 1);
        hotel.send(hotel.booking("B2", 40, 8, 1, "SGL"));
        hotel.sendTogether(hotel.cancellation("B2", 50), hotel.booking("B2", 60, 9, 1, "SGL"));
        assertThat(hotel.rooms("B2"))
                .as("between them the booking was cancelled")
                .containsExactly("SGL/SGL/SGL 9 x 1 @ [10000]");
        assertThat(hotel.sold("TWN")).containsOnly(0);
    }

    @Test
    void more_guests_than_the_type_sleeps_end_an_upgrade_where_the_hotel_asks_for_it() {
        taken("SGL", 5, 1);
        hotel.send(hotel.booking("B1", 10, 5, 1, "SGL"));

        assertOutcome(hotel.send(hotel.modification("B1", 20, 5, 1, "SGL"), 4), "modified", "upgraded:SGL->DBL");
        assertThat(hotel.sold("TWN")).containsOnly(0);
        assertThat(hotel.sold("DBL")).containsExactly(1, 0, 0, 0, 0, 0);

        assertWaits(hotel.send(hotel.modification("B1", 30, 5, 1, "SGL"), 5));
        assertThat(hotel.rooms("B1")).containsExactly("SGL/DBL/SGL 5 x 1 @ [10000]");

        hotel.say(AUTOMATIC, false, "SGL->TWN");
        assertOutcome(hotel.send(hotel.modification("B1", 40, 5, 1, "SGL"), 5), "modified", "upgraded:SGL->DBL");
        assertThat(hotel.failures()).isEmpty();
    }

    // ---- within limits

    @Test
    void a_hotel_that_only_suggests_lets_the_booking_wait_with_the_suggestion_on_record() {
        say(Placement.SUGGEST_ONLY);
        taken("SGL", 5, 2);

        assertWaits(hotel.send(hotel.booking("B1", 10, 5, 2, "SGL")));

        assertThat(hotel.holds("B1")).isFalse();
        assertThat(hotel.failures().get(0).at("/suggestion/options/0/roomType").asText())
                .isEqualTo("TWN");
        assertThat(hotel.sold("TWN")).containsOnly(0);
        assertThat(hotel.decisions("B1")).containsExactly("SGL-> rule:suggest x1");
    }

    @Test
    void limits_of_levels_and_of_price_hold_for_what_is_placed_without_a_person() {
        taken("SGL", 5, 4);
        taken("TWN", 5, 4);

        limits(1, null);
        assertWaits(hotel.send(hotel.booking("B1", 10, 5, 1, "SGL")));
        limits(2, null);
        assertOutcome(hotel.send(hotel.booking("B2", 11, 6, 1, "SGL")), "imported", "upgraded:SGL->DBL");
        limits(null, 5_999);
        assertWaits(hotel.send(hotel.booking("B3", 12, 7, 1, "SGL")));
        limits(null, 6_000);
        assertOutcome(hotel.send(hotel.booking("B4", 13, 8, 1, "SGL")), "imported", "upgraded:SGL->DBL");
    }

    private void limits(@Nullable Integer levels, @Nullable Integer priceDifference) {
        hotel.say(new Placement(Placement.Mode.AUTOMATIC, levels, priceDifference), true, "SGL->TWN", "TWN->DBL");
    }

    @Test
    void what_waits_is_placed_when_the_hotel_lets_the_import_place_by_rule() {
        say(Placement.SUGGEST_ONLY);
        taken("SGL", 5, 2);
        assertWaits(hotel.send(hotel.booking("B1", 10, 5, 2, "SGL")));

        say(AUTOMATIC);

        await().atMost(SOON).until(() -> hotel.holds("B1"));
        assertThat(hotel.rooms("B1")).containsExactly("SGL/TWN/SGL 5 x 2 @ [10000]");
        assertThat(hotel.flags("B1")).containsExactly("upgraded:SGL->TWN");
        assertThat(hotel.soldBeyondReservations()).isEmpty();
        assertThat(hotel.decisions("B1")).containsExactly("SGL-> rule:suggest x1", "SGL->TWN rule:placed x1");
    }

    @Test
    void what_waits_is_placed_by_rule_when_another_type_comes_free() {
        taken("SGL", 5, 1);
        taken("TWN", 5, 1);
        taken("DBL", 5, 1);
        assertWaits(hotel.send(hotel.booking("B1", 10, 5, 1, "SGL")));

        hotel.send(hotel.cancellation("OF-DBL5", 20));

        await().atMost(SOON).until(() -> hotel.holds("B1"));
        assertThat(hotel.rooms("B1")).containsExactly("SGL/DBL/SGL 5 x 1 @ [10000]");
    }

    @Test
    void of_two_that_want_the_same_better_room_at_once_the_second_has_the_next() {
        taken("SGL", 5, 1);

        var lines = hotel.sendTogether(
                hotel.booking("B1", 11, 5, 1, "SGL"),
                hotel.booking("B2", 10, 5, 1, "SGL"),
                hotel.booking("B3", 9, 5, 1, "SGL"));

        assertOutcome(lines.get(0), "imported", "upgraded:SGL->TWN");
        assertOutcome(lines.get(1), "imported", "upgraded:SGL->DBL");
        assertWaits(lines.get(2));
    }

    @Test
    void nobody_is_upgraded_into_a_type_that_is_only_overbooked() {
        taken("SGL", 5, 1);
        taken("TWN", 5, 1);
        hotel.say(AUTOMATIC, true, "SGL->TWN");
        jdbc.sql("""
                        update inventory i
                        set overbooking = 1
                        from room_type t, hotel h
                        where t.id = i.room_type_id and h.id = i.hotel_id and h.code = :hotel and t.code = 'TWN'
                        """).param("hotel", hotel.house.hotel).update();

        assertWaits(hotel.send(hotel.booking("B1", 10, 5, 1, "SGL")));
        assertOutcome(hotel.send(hotel.booking("B2", 11, 5, 1, "TWN")), "imported");
    }

    // ---- several rooms

    @Test
    void several_rooms_are_placed_whole() {
        var line = hotel.send(hotel.booking("B1", 10, 5, 1, "SGL", "SGL", "SGL"));

        assertOutcome(line, "imported", "upgraded:SGL->TWN", "upgraded:SGL->DBL");
        assertThat(hotel.rooms("B1"))
                .containsExactly(
                        "SGL/SGL/SGL 5 x 1 @ [10000]", "SGL/TWN/SGL 5 x 1 @ [10000]", "SGL/DBL/SGL 5 x 1 @ [10000]");
        assertThat(hotel.decisions("B1")).containsExactly("SGL->TWN rule:placed x1", "SGL->DBL rule:placed x1");
    }

    @Test
    void several_rooms_of_which_one_finds_none_wait_whole() {
        taken("DBL", 5, 1);

        assertWaits(hotel.send(hotel.booking("B1", 10, 5, 1, "SGL", "SGL", "SGL")));

        assertThat(hotel.holds("B1")).isFalse();
        assertThat(hotel.sold("SGL")).containsOnly(0);
        assertThat(hotel.sold("TWN")).containsOnly(0);
        assertThat(hotel.failures()
                        .get(0)
                        .at("/suggestion/none/reasons/0/roomType")
                        .asText())
                .isEqualTo("SGL");

        hotel.send(hotel.cancellation("OF-DBL5", 20));
        await().atMost(SOON).until(() -> hotel.holds("B1"));
        assertThat(hotel.sold("DBL")).containsExactly(1, 0, 0, 0, 0, 0);
        assertThat(hotel.soldBeyondReservations()).isEmpty();
    }

    @Test
    void a_room_gives_its_first_choice_to_the_one_that_has_no_other() {
        hotel.say(AUTOMATIC, true, "SGL->DBL", "SGL->TWN", "TWN->DBL");
        taken("SGL", 5, 1);
        hotel.type("TWN", 2, 12_000, 2);
        taken("TWN", 5, 1);

        var line = hotel.send(hotel.booking("B1", 10, 5, 1, "SGL", "TWN"));
        assertOutcome(line, "imported", "upgraded:SGL->DBL");

        hotel.type("TWN", 2, 12_000, 3);
        assertOutcome(hotel.send(hotel.booking("B2", 20, 5, 1, "SGL")), "imported", "upgraded:SGL->TWN");
    }

    @Test
    void each_room_of_a_type_continues_the_one_in_its_place_when_rooms_are_added_and_removed() {
        hotel.send(hotel.booking("B1", 10, 5, 1, "SGL", "SGL"));
        assertThat(hotel.rooms("B1")).containsExactly("SGL/SGL/SGL 5 x 1 @ [10000]", "SGL/TWN/SGL 5 x 1 @ [10000]");

        assertOutcome(
                hotel.send(hotel.modification("B1", 20, 5, 1, "DBL", "SGL", "SGL")), "modified", "upgraded:SGL->TWN");
        assertThat(hotel.rooms("B1"))
                .containsExactly(
                        "DBL/DBL/DBL 5 x 1 @ [10000]", "SGL/SGL/SGL 5 x 1 @ [10000]", "SGL/TWN/SGL 5 x 1 @ [10000]");

        assertOutcome(hotel.send(hotel.modification("B1", 30, 5, 1, "SGL")), "modified");
        assertThat(hotel.rooms("B1")).containsExactly("SGL/SGL/SGL 5 x 1 @ [10000]");
        assertThat(hotel.sold("TWN")).containsOnly(0);
        assertThat(hotel.sold("DBL")).containsOnly(0);
    }

    @Test
    void of_several_rooms_only_those_change_whose_upgrade_does_not_fit() {
        hotel.send(hotel.booking("B1", 10, 5, 1, "SGL", "SGL", "SGL"));
        taken("DBL", 6, 1);

        var line = hotel.send(hotel.modification("B1", 20, 5, 2, "SGL", "SGL", "SGL"));
        assertWaits(line);
        assertThat(hotel.rooms("B1")).hasSize(3).allMatch(room -> room.contains("5 x 1"));

        hotel.type("SGL", 2, 9_000, 2);
        await().atMost(SOON).until(() -> hotel.failures().isEmpty());
        assertThat(hotel.rooms("B1"))
                .containsExactly(
                        "SGL/SGL/SGL 5 x 2 @ [10000]", "SGL/TWN/SGL 5 x 2 @ [10000]", "SGL/SGL/SGL 5 x 2 @ [10000]");
        assertThat(hotel.soldBeyondReservations()).isEmpty();
    }

    @Test
    void what_was_decided_is_the_same_for_whoever_folds_the_booking_again() {
        taken("SGL", 5, 2);
        hotel.send(hotel.booking("B1", 10, 5, 2, "SGL"));
        hotel.send(hotel.modification("B1", 20, 5, 1, "SGL"));
        var before = hotel.reservation("B1");

        hotel.send(hotel.modification("B1", 15, 9, 1, "DBL"));

        assertThat(hotel.reservation("B1").get("rooms")).isEqualTo(before.get("rooms"));
        assertThat(jdbc.sql("""
                                select o.made_by || ': ' || o.reason
                                from telegram_override o
                                         join telegram t on t.id = o.telegram_id
                                         join hotel h on h.id = t.hotel_id
                                where h.code = :hotel
                                order by o.id
                                """)
                        .param("hotel", hotel.house.hotel)
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("rule:placed: placed SGL->TWN", "rule:kept: kept SGL->TWN"));
    }
}
