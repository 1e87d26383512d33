package io.toritsugi.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.toritsugi.failure.FailureClass;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.telegram.TelegramKind;
import io.toritsugi.telegram.model.AllotmentBookingReport;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BookingKeysTest {

    @Test
    void a_telegram_without_data_id_is_refused() {
        var refusal = TelegramDraft.twoNights()
                .with(telegram -> telegram.transaction.dataId = "  ")
                .refusal();

        assertThat(refusal.code()).isEqualTo(FailureCode.DATA_ID_MISSING);
        assertThat(refusal.failureClass()).isEqualTo(FailureClass.VALIDATION);
        assertThat(refusal.arguments()).containsEntry("field", "DataID");
    }

    @Test
    void a_telegram_without_booking_number_is_refused() {
        var refusal = TelegramDraft.twoNights()
                .with(telegram -> telegram.basic.travelAgencyBookingNumber = null)
                .refusal();

        assertThat(refusal.code()).isEqualTo(FailureCode.BOOKING_NUMBER_MISSING);
    }

    @Test
    void an_empty_document_is_refused_and_breaks_nothing() {
        var draft = TelegramDraft.twoNights();
        draft.report.transactionType = null;

        assertThat(draft.refusal().code()).isEqualTo(FailureCode.DATA_ID_MISSING);
        assertThat(new AllotmentBookingReport().basicInformation).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TejimaiReport", "ReconfirmationReport", "newbookreport", "?"})
    void another_classification_is_refused_by_its_name(String classification) {
        var refusal = TelegramDraft.twoNights()
                .with(telegram -> telegram.transaction.dataClassification = classification)
                .refusal();

        assertThat(refusal.code()).isEqualTo(FailureCode.CLASSIFICATION_UNKNOWN);
        assertThat(refusal.arguments()).containsEntry("found", classification);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2027/01/10", "20270110", "2027-13-01", "2027-02-29", "yesterday"})
    void a_telegram_without_a_date_to_order_it_by_is_refused(String systemDate) {
        var refusal = TelegramDraft.twoNights()
                .with(telegram -> telegram.transaction.systemDate = systemDate)
                .refusal();

        assertThat(refusal.code()).isEqualTo(FailureCode.SENT_AT_INVALID);
        assertThat(refusal.arguments()).containsEntry("found", systemDate);
    }

    @ParameterizedTest
    @CsvSource({
        "09:12:41,2027-01-10T09:12:41",
        "09:12,2027-01-10T09:12",
        "25:00:00,2027-01-10T00:00",
        ",2027-01-10T00:00"
    })
    void the_time_orders_within_the_day_and_may_be_missing(String time, LocalDateTime sentAt) {
        var booking = TelegramDraft.twoNights()
                .with(telegram -> telegram.transaction.systemTime = time)
                .translated();

        assertThat(booking.sentAt()).isEqualTo(sentAt);
    }

    @Test
    void keys_are_trimmed_and_their_case_counts() {
        var booking = TelegramDraft.twoNights()
                .with(telegram -> telegram.basic.travelAgencyBookingNumber = " RYz9smpl12_2\n")
                .translated();

        assertThat(booking.bookingNumber()).isEqualTo("RYz9smpl12_2");
        assertThat(booking.kind()).isEqualTo(TelegramKind.NEW);
    }

    @Test
    void a_key_longer_than_any_ota_makes_is_refused() {
        var number = TelegramDraft.twoNights()
                .with(telegram -> telegram.basic.travelAgencyBookingNumber = "9".repeat(65))
                .refusal();
        var dataId = TelegramDraft.twoNights()
                .with(telegram -> telegram.transaction.dataId = "9".repeat(65))
                .refusal();

        assertThat(number.code()).isEqualTo(FailureCode.TEXT_TOO_LONG);
        assertThat(number.arguments())
                .containsEntry("field", "TravelAgencyBookingNumber")
                .containsEntry("found", "65");
        assertThat(dataId.code()).isEqualTo(FailureCode.TEXT_TOO_LONG);
    }

    @Test
    void a_long_plan_name_is_kept_and_an_absurd_one_refused() {
        var kept = TelegramDraft.twoNights()
                .with(telegram -> telegram.basic.packagePlanName = "①〜".repeat(2_000))
                .stay();
        var refused = TelegramDraft.twoNights()
                .with(telegram -> telegram.basic.packagePlanName = "長".repeat(10_001))
                .refusal();

        assertThat(kept.planName()).hasSize(4_000).startsWith("①〜");
        assertThat(refused.code()).isEqualTo(FailureCode.TEXT_TOO_LONG);
    }

    @Test
    void texts_hold_nothing_that_the_database_cannot_store() {
        var stay = TelegramDraft.twoNights()
                .with(telegram -> telegram.basic.packagePlanName = "a\u0000b\ud800c\ud83d\ude00")
                .stay();

        assertThat(stay.planName()).isEqualTo("ab\ufffdc\ud83d\ude00");
    }
}
