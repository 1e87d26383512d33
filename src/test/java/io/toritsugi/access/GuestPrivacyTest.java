package io.toritsugi.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuestPrivacyTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void operators_and_above_see_names_viewers_do_not() {
        assertThat(GuestPrivacy.of(caller(Role.VIEWER))).isEqualTo(GuestPrivacy.MASKED);
        assertThat(GuestPrivacy.of(caller(Role.OPERATOR))).isEqualTo(GuestPrivacy.OPEN);
        assertThat(GuestPrivacy.of(caller(Role.MANAGER))).isEqualTo(GuestPrivacy.OPEN);
        assertThat(GuestPrivacy.of(caller(Role.ADMIN))).isEqualTo(GuestPrivacy.OPEN);
    }

    @Test
    void a_masked_name_keeps_its_first_letter_and_not_its_length() {
        assertThat(GuestPrivacy.MASKED.name("見本 一郎")).isEqualTo("見**");
        assertThat(GuestPrivacy.MASKED.name("TARO MIHON")).isEqualTo("T**");
        assertThat(GuestPrivacy.MASKED.name("𠮷野")).isEqualTo("𠮷**");
        assertThat(GuestPrivacy.MASKED.name("")).isEmpty();
        assertThat(GuestPrivacy.OPEN.name("見本 一郎")).isEqualTo("見本 一郎");
    }

    @Test
    void a_free_text_does_not_name_the_guest_in_whole_or_in_part() {
        var names = List.of("見本 一郎", "Taro Mihon");

        assertThat(GuestPrivacy.MASKED.text("見本様（見本一郎）、MIHON Taroです。禁煙", names)).isEqualTo("**様（**）、** **です。禁煙");
        assertThat(GuestPrivacy.OPEN.text("見本様", names)).isEqualTo("見本様");
    }

    @Test
    void what_is_about_persons_is_left_out_of_a_booking_at_any_depth() throws IOException {
        var booking = JSON.readTree("""
                {"stay": {"guest": {"name": "見本 一郎", "kana": "ミホン イチロウ"}, "requests": ["ミホンです"], "roomTotal": 7,
                          "details": {"values": {"contact": {"phone": "090"}, "remarks": {"telegramData": "x"},
                                                 "options": [{"name": "駐車場"}]}}}}
                """);

        var shown = GuestPrivacy.MASKED.json(booking, List.of());

        assertThat(shown).isEqualTo(JSON.readTree("""
                        {"stay": {"guest": {"name": "見**", "kana": "ミ**"}, "requests": ["**です"], "roomTotal": 7,
                                  "details": {"values": {"options": [{"name": "駐車場"}]}}}}
                        """));
        assertThat(GuestPrivacy.OPEN.json(booking, List.of())).isSameAs(booking);
    }

    private static Caller caller(Role role) {
        return new Caller("test", role, null, null, null);
    }
}
