package io.toritsugi.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.toritsugi.failure.FailureCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatesTest {

    private static TelegramDraft personal() {
        return TelegramDraft.withoutRooms().with(telegram -> telegram.rates.roomRateOrPersonalRate = "PersonalRate");
    }

    @Test
    void a_personal_rate_counts_adults_and_every_grade_of_children() {
        var stay = personal()
                .with(telegram -> telegram.basic.checkOutDate = "2027-03-06")
                .with(telegram -> telegram.basic.nights = "1")
                .row(
                        "0005",
                        "2027-03-05",
                        room -> {
                            room.roomPaxMaleCount = "1";
                            room.roomPaxFemaleCount = "1";
                            room.roomChildA70Count = "1";
                            room.roomChildA70Count2 = "1";
                            room.roomChildB50Count = "1";
                            room.roomChildC30Count = "2";
                            room.roomChildDNoneCount = "1";
                            room.roomChildECount = "1";
                            room.roomChildFCount = "1";
                            room.roomChildOtherCount = "1";
                        },
                        rate -> {
                            rate.perPaxRate = "11,000";
                            rate.perChildA70Rate = "7700";
                            rate.perChildA70Rate2 = "7000";
                            rate.perChildB50Rate = "5500";
                            rate.perChildC30Rate = "3300";
                            rate.perChildDNoneRate = "100";
                            rate.perChildERate = "20";
                            rate.perChildFRate = "3";
                            rate.perChildOtherRate = "1";
                            rate.totalPerRoomRate = "0";
                        })
                .stay();

        var room = stay.rooms().get(0);
        assertThat(room.amounts()).containsExactly(22_000 + 7_700 + 7_000 + 5_500 + 6_600 + 100 + 20 + 3 + 1);
        assertThat(room.adults()).isEqualTo(2);
        assertThat(room.children()).isEqualTo(9);
    }

    @Test
    void both_spellings_of_the_rate_of_a_child_without_meal_are_read() {
        var stay = personal()
                .row("0005", "2027-03-05", room -> room.roomChildDNoneCount = "1", rate -> {
                    rate.perPaxRate = "9000";
                    rate.perChildDRate = "500";
                })
                .row("0005", "2027-03-06", room -> room.roomChildDNoneCount = "1", rate -> {
                    rate.perPaxRate = "9000";
                    rate.perChildDNoneRate = "600";
                })
                .stay();

        assertThat(stay.rooms().get(0).amounts()).containsExactly(500, 600);
    }

    @Test
    void a_rate_for_men_and_women_is_read_where_there_is_no_common_one() {
        var stay = personal()
                .with(telegram -> telegram.basic.checkOutDate = "2027-03-06")
                .row(
                        "0002",
                        "2027-03-05",
                        room -> {
                            room.roomPaxMaleCount = "2";
                            room.roomPaxFemaleCount = "1";
                        },
                        rate -> {
                            rate.perPaxMaleRate = "9000";
                            rate.perPaxFemaleRate = "8000";
                        })
                .stay();

        assertThat(stay.roomTotal()).isEqualTo(26_000);
    }

    @Test
    void the_total_of_the_room_is_ignored_with_a_personal_rate() {
        var stay = personal()
                .with(telegram -> telegram.basic.checkOutDate = "2027-03-06")
                .row("0003", "2027-03-05", room -> room.roomPaxMaleCount = "2", rate -> {
                    rate.perPaxRate = "7700";
                    rate.totalPerRoomRate = "99999";
                })
                .stay();

        assertThat(stay.roomTotal()).isEqualTo(15_400);
    }

    @Test
    void the_other_kind_is_read_where_the_named_one_is_empty_throughout() {
        var roomNamed = TelegramDraft.withoutRooms()
                .row("1", "2027-03-05", room -> room.roomPaxMaleCount = "2", rate -> rate.perPaxRate = "5000")
                .row("1", "2027-03-06", room -> room.roomPaxMaleCount = "2", rate -> rate.perPaxRate = "6000")
                .stay();
        var personNamed = TelegramDraft.twoNights()
                .with(telegram -> telegram.rates.roomRateOrPersonalRate = "PersonalRate")
                .stay();
        var notNamed = TelegramDraft.twoNights()
                .with(telegram -> telegram.rates.roomRateOrPersonalRate = "")
                .stay();

        assertThat(roomNamed.rooms().get(0).amounts()).containsExactly(10_000, 12_000);
        assertThat(personNamed.roomTotal()).isEqualTo(24_000);
        assertThat(notNamed.roomTotal()).isEqualTo(24_000);
    }

    @Test
    void one_night_without_a_rate_is_refused_by_its_date() {
        var refusal = TelegramDraft.withoutRooms()
                .night("0003", "2027-03-05", "12000")
                .row("0003", "2027-03-06", room -> room.roomPaxMaleCount = "2", rate -> rate.perPaxRate = "6000")
                .refusal();

        assertThat(refusal.code()).isEqualTo(FailureCode.RATES_MISSING);
        assertThat(refusal.arguments())
                .containsEntry("nights", "2027-03-06")
                .containsEntry("expected", "TotalPerRoomRate");
    }

    @Test
    void no_rate_at_all_is_refused_unless_the_total_is_zero() {
        var refusal = TelegramDraft.withoutRooms()
                .night("0003", "2027-03-05", "")
                .night("0003", "2027-03-06", null)
                .with(telegram -> telegram.rates.totalAccommodationCharge = "24000")
                .refusal();
        var free = TelegramDraft.withoutRooms()
                .night("0003", "2027-03-05", "")
                .night("0003", "2027-03-06", null)
                .with(telegram -> telegram.rates.totalAccommodationCharge = "0")
                .stay();

        assertThat(refusal.code()).isEqualTo(FailureCode.RATES_MISSING);
        assertThat(refusal.arguments()).containsEntry("nights", "2027-03-05, 2027-03-06");
        assertThat(free.rooms().get(0).amounts()).containsExactly(0, 0);
        assertThat(free.flags()).isEmpty();
    }

    @Test
    void persons_that_nobody_counts_do_not_sleep_for_nothing() {
        var refusal = personal()
                .with(telegram -> telegram.basic.checkOutDate = "2027-03-06")
                .row("0003", "2027-03-05", room -> {}, rate -> rate.perPaxRate = "7700")
                .refusal();

        assertThat(refusal.code()).isEqualTo(FailureCode.RATES_MISSING);
    }

    @ParameterizedTest
    @CsvSource({"25801,12001", "24020,12020", "23980,11980"})
    void a_rounding_up_to_ten_yen_a_night_and_room_goes_to_the_last_night(String header, int last) {
        var draft = header.equals("25801")
                ? TelegramDraft.withoutRooms()
                        .night("0003", "2027-03-05", "13800")
                        .night("0003", "2027-03-06", "12000")
                : TelegramDraft.twoNights();
        var stay = draft.with(telegram -> telegram.rates.totalAccommodationCharge = header)
                .stay();

        assertThat(stay.rooms().get(0).amounts().get(1)).isEqualTo(last);
        assertThat(stay.roomTotal()).isEqualTo(Long.parseLong(header));
        assertThat(stay.flags()).containsExactly("rounding_absorbed_last_night");
    }

    @ParameterizedTest
    @ValueSource(strings = {"24021", "23979", "0", "999999999999"})
    void a_larger_difference_stays_beside_and_is_flagged(String header) {
        var stay = TelegramDraft.twoNights()
                .with(telegram -> telegram.rates.totalAccommodationCharge = header)
                .stay();

        assertThat(stay.rooms().get(0).amounts()).containsExactly(12_000, 12_000);
        assertThat(stay.roomTotal()).isEqualTo(24_000);
        assertThat(stay.headerTotal()).isEqualTo(Long.parseLong(header));
        assertThat(stay.flags()).containsExactly("amount_mismatch");
    }

    @Test
    void four_nights_five_thousand_yen_off_are_a_mismatch() {
        var stay = TelegramDraft.withoutRooms()
                .with(telegram -> telegram.basic.checkOutDate = "2027-03-09")
                .with(telegram -> telegram.basic.nights = "4")
                .with(telegram -> telegram.rates.totalAccommodationCharge = "61100")
                .night("1", "2027-03-05", "14000")
                .night("1", "2027-03-06", "14000")
                .night("1", "2027-03-07", "14000")
                .night("1", "2027-03-08", "14000")
                .stay();

        assertThat(stay.rooms().get(0).amounts()).containsOnly(14_000);
        assertThat(stay.headerTotal()).isEqualTo(61_100);
        assertThat(stay.dueOnSite()).isEqualTo(56_000);
        assertThat(stay.flags()).containsExactly("amount_mismatch");
    }

    @Test
    void the_rounding_of_several_rooms_goes_to_the_last_room() {
        var stay = TelegramDraft.twoNights()
                .night("0002", "2027-03-05", "10000")
                .night("0002", "2027-03-06", "10000")
                .with(telegram -> telegram.rates.totalAccommodationCharge = "44037")
                .stay();

        assertThat(stay.rooms())
                .extracting(BookedRoom::amounts)
                .containsExactly(List.of(12_000, 12_000), List.of(10_000, 10_037));
    }

    @Test
    void a_night_never_becomes_negative_by_rounding() {
        var stay = TelegramDraft.withoutRooms()
                .night("0003", "2027-03-05", "12000")
                .night("0003", "2027-03-06", "0")
                .with(telegram -> telegram.rates.totalAccommodationCharge = "11995")
                .stay();

        assertThat(stay.rooms().get(0).amounts()).containsExactly(12_000, 0);
        assertThat(stay.flags()).containsExactly("amount_mismatch");
    }

    @Test
    void a_missing_total_is_shown_as_nights_and_options() {
        var stay = TelegramDraft.twoNights()
                .with(telegram -> telegram.rates.totalAccommodationCharge = " ")
                .with(telegram -> telegram.basic.options.add(TelegramDraft.option("駐車場", "2", "800")))
                .stay();

        assertThat(stay.headerTotal()).isEqualTo(25_600);
        assertThat(stay.flags()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\\56,000;56000",
                "¥56,000;56000",
                "￥56,000;56000",
                "５６，０００;56000",
                "56,000円;56000",
                " 56000 ;56000",
                "56000.00;56000",
                "007;7"
            })
    void amounts_are_read_as_people_write_them(String sent, int yen) {
        var stay = TelegramDraft.withoutRooms()
                .night("1", "2027-03-05", sent)
                .night("1", "2027-03-06", sent)
                .stay();

        assertThat(stay.rooms().get(0).amounts()).containsOnly(yen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "2147483648", "99999999999999", "12a", "1.5", "１２３４５６７８９０１２３４５６７８９０", "NaN", "+-5"})
    void an_amount_that_is_none_is_refused_by_its_element_and_value(String sent) {
        var refusal = TelegramDraft.withoutRooms()
                .night("1", "2027-03-05", sent)
                .night("1", "2027-03-06", "1")
                .refusal();

        assertThat(refusal.code()).isEqualTo(FailureCode.NUMBER_INVALID);
        assertThat(refusal.arguments())
                .containsEntry("field", "TotalPerRoomRate")
                .containsEntry("expected", "0–2147483647")
                .containsEntry("found", sent);
    }

    @Test
    void persons_times_a_rate_beyond_any_bill_is_refused() {
        var refusal = personal()
                .with(telegram -> telegram.basic.checkOutDate = "2027-03-06")
                .row("1", "2027-03-05", room -> room.roomPaxMaleCount = "9", rate -> rate.perPaxRate = "2147483647")
                .refusal();

        assertThat(refusal.code()).isEqualTo(FailureCode.NUMBER_INVALID);
        assertThat(refusal.arguments()).containsEntry("field", "PerPaxRate");
    }

    @Test
    void the_dearest_nights_sum_up_without_loss() {
        var stay = TelegramDraft.withoutRooms()
                .night("1", "2027-03-05", "2147483647")
                .night("1", "2027-03-06", "2147483647")
                .stay();

        assertThat(stay.roomTotal()).isEqualTo(4_294_967_294L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-25801", "99999999999999", "about 20000"})
    void a_total_that_is_no_amount_is_refused(String header) {
        var refusal = TelegramDraft.twoNights()
                .with(telegram -> telegram.rates.totalAccommodationCharge = header)
                .refusal();

        assertThat(refusal.code()).isEqualTo(FailureCode.NUMBER_INVALID);
        assertThat(refusal.arguments()).containsEntry("field", "TotalAccommodationCharge");
    }
}
