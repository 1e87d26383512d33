package io.toritsugi.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.toritsugi.failure.FailureCode;
import io.toritsugi.telegram.TelegramKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CancellationTest {

    private static TelegramDraft cancellation() {
        return TelegramDraft.withoutRooms()
                .with(telegram -> telegram.transaction.dataClassification = "CancellationReport");
    }

    @Test
    void a_cancellation_takes_its_charge_from_extendmytrip_first() {
        var booking = cancellation()
                .with(telegram -> telegram.settlement.cancellationCharge = "14,300円")
                .with(telegram -> telegram.rates.cancellationCharge = "999")
                .translated();

        assertThat(booking.kind()).isEqualTo(TelegramKind.CANCELLATION);
        assertThat(booking.cancellationCharge()).isEqualTo(14_300);
        assertThat(booking.stay()).isNull();
    }

    @Test
    void an_empty_charge_there_leads_to_the_one_of_the_rates() {
        var booking = cancellation()
                .with(telegram -> telegram.settlement.cancellationCharge = "")
                .with(telegram -> telegram.rates.cancellationCharge = "5000")
                .translated();

        assertThat(booking.cancellationCharge()).isEqualTo(5_000);
    }

    @Test
    void no_charge_said_is_no_charge() {
        assertThat(cancellation().translated().cancellationCharge()).isZero();
    }

    @Test
    void rooms_rates_and_dates_of_a_cancellation_are_never_looked_at() {
        var booking = cancellation()
                .night("", "no date", "-5")
                .with(telegram -> telegram.basic.checkInDate = "no date")
                .with(telegram -> telegram.basic.checkOutDate = "2027-02-30")
                .with(telegram -> telegram.basic.nights = "-3")
                .with(telegram -> telegram.basic.totalRoomCount = "none")
                .with(telegram -> telegram.basic.packagePlanName = "長".repeat(20_000))
                .with(telegram -> telegram.rates.totalAccommodationCharge = "free")
                .translated();

        assertThat(booking.bookingNumber()).isEqualTo("9900000110");
    }

    @Test
    void a_cancellation_may_carry_nothing_but_its_keys() {
        var draft = cancellation();
        draft.report.basicRateInformation = null;
        draft.report.roomAndGuestInformation = null;
        draft.report.risaplsInformation = null;

        assertThat(draft.translated().cancellationCharge()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "99999999999999", "half"})
    void a_charge_that_is_no_amount_is_refused(String charge) {
        var refusal = cancellation()
                .with(telegram -> telegram.settlement.cancellationCharge = charge)
                .refusal();

        assertThat(refusal.code()).isEqualTo(FailureCode.NUMBER_INVALID);
        assertThat(refusal.arguments())
                .containsEntry("field", "CancellationCharge")
                .containsEntry("found", charge);
    }
}
