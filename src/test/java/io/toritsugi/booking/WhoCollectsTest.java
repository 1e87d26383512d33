package io.toritsugi.booking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhoCollectsTest {

    private static BookedStay paid(String text, String division) {
        return TelegramDraft.twoNights()
                .with(telegram -> {
                    telegram.basic.otherServiceInformation = text;
                    telegram.settlement.settlementDiv = division;
                })
                .stay();
    }

    @ParameterizedTest
    @CsvSource({
        "決済内容：エージェント精算★,0,agent_prepaid,0",
        "決済内容：ツアー会社精算★,,agent_prepaid,0",
        "決済内容：法人利用★,0,corporate,0",
        "決済内容：カード決済★ 事前 支払額：\\56|000,0,card_prepaid,0",
        "決済内容：★,2,on_site,24000",
        "★,6,on_site,24000",
        "決済内容：,2,card_prepaid,0",
        "決済内容：,0,on_site,24000",
        "決済内容:ｴｰｼﾞｪﾝﾄ精算★,0,agent_prepaid,0",
        "到着遅め。決済内容：カード決済★,0,card_prepaid,0",
        "★お得なプラン★ 決済内容：カード決済★,0,card_prepaid,0",
        "駐車場を希望,6,agent_prepaid,0",
        "現地精算★,2,on_site,24000"
    })
    void the_words_before_the_star_come_first(String text, String division, String settlement, long due) {
        var stay = paid(text.replace('|', ','), division);

        assertThat(stay.settlement().spelling()).isEqualTo(settlement);
        assertThat(stay.dueOnSite()).isEqualTo(due);
        assertThat(stay.flags()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1,corporate",
        "2,card_prepaid",
        "3,on_site",
        "4,agent_prepaid",
        "6,agent_prepaid",
        "0,on_site",
        ",on_site",
        "9,on_site"
    })
    void without_any_words_the_division_tells(String division, String settlement) {
        assertThat(paid("", division).settlement().spelling()).isEqualTo(settlement);
    }

    @ParameterizedTest
    @CsvSource({"\\10|000", "¥10|000", "￥10|000", "１０，０００円", "10000"})
    void a_part_payment_leaves_the_stated_amount_and_is_to_be_reviewed(String amount) {
        var stay = paid("決済内容：一部精算★ 支払額：" + amount.replace('|', ','), "0");

        assertThat(stay.settlement()).isEqualTo(Settlement.PARTIAL);
        assertThat(stay.dueOnSite()).isEqualTo(10_000);
        assertThat(stay.flags()).containsExactly("settlement_review");
    }

    @Test
    void a_part_payment_without_an_amount_leaves_the_whole_bill() {
        var stay = paid("", "5");

        assertThat(stay.settlement()).isEqualTo(Settlement.PARTIAL);
        assertThat(stay.dueOnSite()).isEqualTo(24_000);
        assertThat(stay.flags()).containsExactly("settlement_review");
    }

    @Test
    void words_that_nobody_knows_are_to_be_reviewed_unless_the_division_tells() {
        assertThat(paid("決済内容：宇宙通貨★", "0").flags()).containsExactly("settlement_review");
        assertThat(paid("決済内容：宇宙通貨★", "0").settlement()).isEqualTo(Settlement.ON_SITE);
        assertThat(paid("決済内容：宇宙通貨★", "2").settlement()).isEqualTo(Settlement.CARD_PREPAID);
        assertThat(paid("決済内容：宇宙通貨★", "2").flags()).isEmpty();
    }

    @Test
    void the_second_information_is_read_where_the_first_tells_nothing() {
        var stay = TelegramDraft.twoNights()
                .with(telegram -> {
                    telegram.basic.otherServiceInformation = "駐車場を希望";
                    telegram.basic.otherServiceInformation2 = "決済内容：法人利用★";
                })
                .stay();

        assertThat(stay.settlement()).isEqualTo(Settlement.CORPORATE);
    }

    @Test
    void a_part_payment_by_card_is_a_part_payment() {
        assertThat(paid("決済内容：一部精算（カード決済）★ 支払額：5,000", "2").settlement()).isEqualTo(Settlement.PARTIAL);
        assertThat(paid("決済内容：一部精算（カード決済）★ 支払額：5,000", "2").dueOnSite()).isEqualTo(5_000);
    }
}
