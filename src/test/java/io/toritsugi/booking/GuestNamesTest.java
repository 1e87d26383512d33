package io.toritsugi.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuestNamesTest {

    private static TelegramDraft named(String kanji, String singleByte) {
        return TelegramDraft.twoNights().with(telegram -> {
            telegram.basic.guestOrGroupNameKanjiName = kanji;
            telegram.basic.guestOrGroupNameSingleByte = singleByte;
        });
    }

    @Test
    void half_width_kana_and_wide_spaces_take_their_normal_form() {
        var stay = named("見本　　一郎", "ﾐﾎﾝ ｲﾁﾛｳ ｶﾞﾊﾟ").stay();

        assertThat(stay.guest()).isEqualTo(new GuestName("見本 一郎", "ミホン イチロウ ガパ"));
    }

    @Test
    void the_other_spelling_of_the_kanji_name_is_read_too() {
        var stay = named(null, "ﾐﾎﾝ")
                .with(telegram -> telegram.basic.guestOrGroupKanjiName = "見本")
                .stay();

        assertThat(stay.guest()).isEqualTo(new GuestName("見本", "ミホン"));
    }

    @Test
    void double_byte_comes_before_single_byte() {
        var stay = named("", "MIHON")
                .with(telegram -> telegram.basic.guestOrGroupNameDoubleByte = "ＭＩＨＯＮ　ＴＡＲＯ")
                .stay();

        assertThat(stay.guest()).isEqualTo(new GuestName("MIHON TARO", "MIHON"));
    }

    @Test
    void the_reading_falls_back_to_the_booker_and_then_to_the_name() {
        var booker = named("見本", null)
                .with(telegram -> telegram.member.userKana = "ﾐﾎﾝ")
                .stay();
        var nobody = named("見本", " ").stay();

        assertThat(booker.guest().kana()).isEqualTo("ミホン");
        assertThat(nobody.guest().kana()).isEqualTo("見本");
    }

    @ParameterizedTest
    @CsvSource({
        "NORA EJEMPLO【精算不要】,NORA EJEMPLO,name_mark:精算不要",
        "【ＶＩＰ】見本　一郎,見本 一郎,name_mark:VIP",
        "見本 一郎_!,見本 一郎,name_mark:_!",
        "見本 一郎＿！,見本 一郎,name_mark:_!",
        "見本 一郎（事前決済済）,見本 一郎,name_mark:事前決済済",
        "NORA EJEMPLO【精算不,NORA EJEMPLO,name_mark:精算不"
    })
    void marks_are_cut_and_kept_as_flags(String sent, String name, String flag) {
        var stay = named(sent, sent).stay();

        assertThat(stay.guest()).isEqualTo(new GuestName(name, name));
        assertThat(stay.flags()).containsExactly(flag);
        assertThat(stay.details().values()).extracting("names").isEqualTo(Map.of("kanji", sent, "singleByte", sent));
    }

    @Test
    void several_marks_are_several_flags() {
        var stay = named("見本_!【精算不要】", "ﾐﾎﾝ_!").stay();

        assertThat(stay.guest()).isEqualTo(new GuestName("見本", "ミホン"));
        assertThat(stay.flags()).containsExactly("name_mark:精算不要", "name_mark:_!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"見本商事(株)", "SMITH (JR)", "ANA-MARIA O'NEIL"})
    void what_only_looks_like_a_mark_stays(String name) {
        assertThat(named(name, name).stay().guest().name()).isEqualTo(name);
        assertThat(named(name, name).stay().flags()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "予約サイト：Expedia\n宿泊者情報：\n  ZOÉ EXEMPLE  TEL:00-0000-0000\n",
                "予約サイト：Expedia\\r\\n宿泊者情報：\\r\\n  ZOÉ EXEMPLE  TEL:00-0000-0000\\r\\n",
                "予約サイト：Expedia¥r¥n宿泊者情報：¥r¥n　ZOÉ EXEMPLE¥r¥n料金：1",
                "宿泊者情報: ZOÉ　EXEMPLE TEL：00",
                "宿泊者情報：ZOÉ EXEMPLE【精算不要】 ＴＥＬ：00"
            })
    void a_damaged_name_is_taken_from_the_telegrams_text(String text) {
        var stay = named("ZO? EXEMPLE", "ZO? EXEMPLE")
                .with(telegram -> telegram.free.telegramData = text)
                .stay();

        assertThat(stay.guest()).isEqualTo(new GuestName("ZOÉ EXEMPLE", "ZOÉ EXEMPLE"));
        assertThat(stay.flags()).contains("name_from_telegram_text").doesNotContain("name_damaged");
    }

    @Test
    void a_reading_that_is_whole_is_kept() {
        var stay = named("?田 花子", "ﾓﾘﾀ ﾊﾅｺ")
                .with(telegram -> telegram.free.telegramData = "宿泊者情報：\n 杜田 花子 TEL:1")
                .stay();

        assertThat(stay.guest()).isEqualTo(new GuestName("杜田 花子", "モリタ ハナコ"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "予約サイト：Expedia", "宿泊者情報：\n  TEL:00-0000", "宿泊者情報：\n支払：済", "宿泊者情報：ZO? EXEMPLE", "宿泊者情報なし"})
    void a_name_that_is_whole_nowhere_is_flagged_as_damaged(String text) {
        var stay = named("ZO？ EXEMPLE", "ZO? EXEMPLE")
                .with(telegram -> telegram.free.telegramData = text)
                .stay();

        assertThat(stay.guest().name()).isEqualTo("ZO? EXEMPLE");
        assertThat(stay.flags()).containsExactly("name_damaged");
    }

    @Test
    void a_booking_without_any_name_is_imported_and_flagged() {
        var stay = named(null, "").stay();

        assertThat(stay.guest()).isEqualTo(new GuestName("", ""));
        assertThat(stay.flags()).containsExactly("name_damaged");
    }

    @Test
    void plans_and_remarks_stay_as_sent() {
        var stay = named("見本", "ﾐﾎﾝ")
                .with(telegram -> {
                    telegram.basic.packagePlanName = "①２食付〜ｽﾀﾝﾀﾞｰﾄﾞ";
                    telegram.basic.specialServiceRequests.add("高層階〜①");
                    telegram.basic.specialServiceRequests.add("");
                    telegram.basic.specialServiceRequests.add("禁煙");
                })
                .stay();

        assertThat(stay.planName()).isEqualTo("①２食付〜ｽﾀﾝﾀﾞｰﾄﾞ");
        assertThat(stay.requests()).containsExactly("高層階〜①", "禁煙");
    }
}
