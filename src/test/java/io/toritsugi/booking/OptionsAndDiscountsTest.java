package io.toritsugi.booking;

import static io.toritsugi.booking.TelegramDraft.discount;
import static io.toritsugi.booking.TelegramDraft.option;
import static org.assertj.core.api.Assertions.assertThat;

import io.toritsugi.failure.FailureCode;
import io.toritsugi.telegram.model.OptionInformation;
import io.toritsugi.telegram.model.OptionRow;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsAndDiscountsTest {

    @Test
    void options_come_on_top_of_the_nights_and_inside_the_total() {
        var stay = TelegramDraft.withoutRooms()
                .night("1", "2027-03-05", "32000")
                .night("1", "2027-03-06", "32000")
                .with(telegram -> {
                    telegram.report.optionInformation = new OptionInformation();
                    telegram.report.optionInformation.options.add(option("追加料理", "2", "5000"));
                    telegram.rates.totalAccommodationCharge = "74000";
                })
                .stay();

        assertThat(stay.roomTotal()).isEqualTo(64_000);
        assertThat(stay.optionsTotal()).isEqualTo(10_000);
        assertThat(stay.flags()).isEmpty();
        assertThat(stay.dueOnSite()).isEqualTo(74_000);
    }

    @Test
    void options_of_all_three_places_are_read_and_one_that_stands_in_two_is_one() {
        var stay = TelegramDraft.twoNights()
                .with(telegram -> {
                    telegram.report.optionInformation = new OptionInformation();
                    telegram.report.optionInformation.options.add(option("駐車場", "1", "800"));
                    telegram.report.optionInformation.options.add(option("駐車場", "1", "800"));
                    telegram.basic.options.add(option("駐車場", "1", "800"));
                    telegram.basic.options.add(option("夕食", "2", "3000"));
                    telegram.member.options.add(option("花束", "1", "5000"));
                })
                .stay();

        assertThat(stay.optionsTotal()).isEqualTo(800 + 800 + 6_000 + 5_000);
    }

    @Test
    void a_place_may_hold_a_list_of_its_own() {
        var wrapper = new OptionRow();
        wrapper.options.add(option("駐車場", "1", "800"));
        wrapper.options.add(option("夕食", "", "3000"));

        var stay = TelegramDraft.twoNights()
                .with(telegram -> telegram.basic.options.add(wrapper))
                .stay();

        assertThat(stay.optionsTotal()).isEqualTo(3_800);
    }

    @Test
    void an_option_at_a_negative_rate_is_refused() {
        var refusal = TelegramDraft.twoNights()
                .with(telegram -> telegram.basic.options.add(option("値引", "1", "-500")))
                .refusal();

        assertThat(refusal.code()).isEqualTo(FailureCode.NUMBER_INVALID);
        assertThat(refusal.arguments()).containsEntry("field", "OptionRate");
    }

    @Test
    void points_are_summed_over_the_whole_list_and_lower_no_room() {
        var stay = TelegramDraft.twoNights()
                .with(telegram -> {
                    telegram.points.pointsDiscounts.add(discount("ポイント", "1,200"));
                    telegram.points.pointsDiscounts.add(discount("クーポン", "3000"));
                    telegram.points.pointsDiscounts.add(discount("補助金", ""));
                })
                .stay();

        assertThat(stay.discountTotal()).isEqualTo(4_200);
        assertThat(stay.roomTotal()).isEqualTo(24_000);
        assertThat(stay.dueOnSite()).isEqualTo(19_800);
    }

    @Test
    void points_that_stand_in_both_places_count_once() {
        var stay = TelegramDraft.twoNights()
                .with(telegram -> {
                    telegram.points.pointsDiscounts.add(discount("ポイント", "1200"));
                    telegram.points.pointsDiscounts.add(discount("クーポン", "500"));
                    telegram.points.pointsDiscounts.add(discount("クーポン", "500"));
                    telegram.rates.pointsDiscounts.add(discount("クーポン", "500"));
                    telegram.rates.pointsDiscounts.add(discount("ポイント", "１２００"));
                    telegram.rates.pointsDiscounts.add(discount("補助金", "300"));
                })
                .stay();

        assertThat(stay.discountTotal()).isEqualTo(2_500);
    }

    @Test
    void points_of_the_agency_side_alone_are_read() {
        var draft = TelegramDraft.twoNights()
                .with(telegram -> telegram.rates.pointsDiscounts.add(discount("ポイント", "2000")));
        draft.report.risaplsInformation = null;

        assertThat(draft.stay().discountTotal()).isEqualTo(2_000);
        assertThat(draft.stay().details().values().get("discounts"))
                .asList()
                .containsExactly(Map.of("name", "ポイント", "amount", 2_000L));
    }

    @Test
    void more_points_than_the_bill_leave_nothing_due() {
        var stay = TelegramDraft.twoNights()
                .with(telegram -> telegram.points.pointsDiscounts.add(discount("ポイント", "30000")))
                .stay();

        assertThat(stay.dueOnSite()).isZero();
    }
}
