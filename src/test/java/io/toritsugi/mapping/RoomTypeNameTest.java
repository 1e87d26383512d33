package io.toritsugi.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomTypeNameTest {

    @ParameterizedTest
    @CsvSource({"ツイン,ﾂｲﾝ", "ツインルーム,ツイン", "【禁煙】ツイン,ツイン", "ＴＷＩＮ,twin", "Twin Room (Non-Smoking),twin"})
    void spellings_of_one_name_are_the_same(String one, String other) {
        assertThat(likeness(one, other)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"ツイン,TWN", "デラックスツイン,スーペリアツイン", "Standard Twin Room,ツイン", "和室10畳,和室8畳", "SGL,シングル"})
    void names_of_one_kind_are_alike_by_more_than_half(String one, String other) {
        assertThat(likeness(one, other)).isBetween(0.6, 0.99);
    }

    @ParameterizedTest
    @CsvSource({"デラックスツイン,デラックストリプル", "ダブル,セミダブル", "和室,和洋室", "シングル,single twin", "ツイン,禁煙", "famous view,ファミリー"})
    void other_kinds_of_rooms_are_not_alike_however_alike_their_letters_are(String one, String other) {
        assertThat(likeness(one, other)).isLessThan(0.5);
        assertThat(likeness(other, one)).isEqualTo(likeness(one, other));
    }

    private static double likeness(String one, String other) {
        return new RoomTypeName(one).likeness(new RoomTypeName(other));
    }
}
