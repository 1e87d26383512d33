package io.toritsugi.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.toritsugi.failure.FailureCode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StayDatesTest {

    @Test
    void a_missing_check_out_follows_from_the_nights() {
        var stay = TelegramDraft.twoNights()
                .with(telegram -> telegram.basic.checkOutDate = "")
                .stay();

        assertThat(stay.checkOut()).isEqualTo(LocalDate.of(2027, 3, 7));
        assertThat(stay.flags()).containsExactly("check_out_derived");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0"})
    void neither_check_out_nor_nights_is_refused(String nights) {
        var refusal = TelegramDraft.twoNights()
                .with(telegram -> telegram.basic.checkOutDate = null)
                .with(telegram -> telegram.basic.nights = nights)
                .refusal();

        assertThat(refusal.code()).isEqualTo(FailureCode.CHECK_OUT_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-05", "2027-03-04"})
    void a_check_out_that_is_not_after_check_in_is_never_repaired(String checkOut) {
        var refusal = TelegramDraft.twoNights()
                .with(telegram -> telegram.basic.checkOutDate = checkOut)
                .refusal();

        assertThat(refusal.code()).isEqualTo(FailureCode.CHECK_OUT_NOT_AFTER_CHECK_IN);
        assertThat(refusal.arguments())
                .containsEntry("expected", "> 2027-03-05")
                .containsEntry("found", checkOut);
    }

    @Test
    void a_stay_without_check_in_is_refused() {
        var refusal = TelegramDraft.twoNights()
                .with(telegram -> telegram.basic.checkInDate = "")
                .refusal();

        assertThat(refusal.code()).isEqualTo(FailureCode.CHECK_IN_MISSING);
    }

    @ParameterizedTest
    @CsvSource({
        "CheckInDate,2027-02-30", "CheckInDate,20270305", "CheckInDate,2027/03/05", "CheckInDate,2027-3-5",
        "CheckInDate,２０２７-03-05", "CheckInDate,0001-03-05", "CheckOutDate,2027-03-07T00:00", "CheckOutDate,tomorrow"
    })
    void a_senseless_date_is_refused_by_its_element_and_value(String element, String value) {
        var refusal = TelegramDraft.twoNights()
                .with(telegram -> {
                    if (element.equals("CheckInDate")) {
                        telegram.basic.checkInDate = value;
                    } else {
                        telegram.basic.checkOutDate = value;
                    }
                })
                .refusal();

        assertThat(refusal.code()).isEqualTo(FailureCode.DATE_INVALID);
        assertThat(refusal.arguments()).containsEntry("field", element).containsEntry("found", value);
    }

    @Test
    void nights_that_differ_from_agreeing_dates_and_rows_are_flagged() {
        var stay = TelegramDraft.twoNights()
                .with(telegram -> telegram.basic.nights = "3")
                .stay();

        assertThat(stay.checkOut()).isEqualTo(LocalDate.of(2027, 3, 7));
        assertThat(stay.flags()).containsExactly("nights_mismatch");
    }

    @Test
    void a_stay_in_the_past_is_no_reason_to_refuse() {
        var stay = TelegramDraft.withoutRooms()
                .with(telegram -> telegram.basic.checkInDate = "2001-03-05")
                .with(telegram -> telegram.basic.checkOutDate = "2001-03-06")
                .with(telegram -> telegram.basic.nights = "1")
                .night("0003", "2001-03-05", "9000")
                .stay();

        assertThat(stay.flags()).isEmpty();
    }

    @Test
    void a_hundred_thousand_nights_are_refused_at_once() {
        var derived = TelegramDraft.twoNights()
                .with(telegram -> telegram.basic.checkOutDate = "")
                .with(telegram -> telegram.basic.nights = "100000")
                .refusal();
        var stated = TelegramDraft.twoNights()
                .with(telegram -> telegram.basic.checkOutDate = "2300-12-18")
                .with(telegram -> telegram.basic.nights = "100000")
                .refusal();

        assertThat(derived.code()).isEqualTo(FailureCode.STAY_TOO_LONG);
        assertThat(derived.arguments()).containsEntry("expected", "1–999").containsEntry("found", "100000");
        assertThat(stated.code()).isEqualTo(FailureCode.STAY_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-2", "two", "99999999999999"})
    void nights_that_are_no_number_are_refused(String nights) {
        var refusal = TelegramDraft.twoNights()
                .with(telegram -> telegram.basic.nights = nights)
                .refusal();

        assertThat(refusal.code()).isEqualTo(FailureCode.NUMBER_INVALID);
        assertThat(refusal.arguments()).containsEntry("field", "Nights");
    }

    @Test
    void times_are_kept_in_the_details_and_senseless_ones_left_out() {
        var stay = TelegramDraft.twoNights()
                .with(telegram -> telegram.basic.checkInTime = "18:00:00")
                .with(telegram -> telegram.basic.checkOutTime = "25:99")
                .stay();

        assertThat(stay.details().values())
                .containsEntry("checkInTime", "18:00")
                .doesNotContainKey("checkOutTime");
    }
}
