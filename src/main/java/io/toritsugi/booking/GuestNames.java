package io.toritsugi.booking;

import io.toritsugi.telegram.model.BasicInformation;
import io.toritsugi.telegram.model.Member;
import io.toritsugi.telegram.model.RisaplsBasic;
import org.jspecify.annotations.Nullable;

/**
 * The guest's name and its reading (domain notes §4.3): Kanji, else DoubleByte, else SingleByte; read as SingleByte, else
 * UserKana, else as the name itself.
 */
final class GuestNames {

    private GuestNames() {}

    static GuestName of(BasicInformation basic, @Nullable RisaplsBasic free, @Nullable Member member, Flags flags) {
        var singleByte = NameText.of("GuestOrGroupNameSingleByte", basic.guestOrGroupNameSingleByte);
        var name = writtenName(basic, singleByte);
        var reading = singleByte;
        if (reading == null && member != null) {
            reading = NameText.of("UserKana", member.userKana);
        }
        if (lost(name) || (reading != null && reading.damaged())) {
            var whole = NameText.of("TelegramData", free == null ? null : TelegramText.guestName(free.telegramData));
            if (lost(whole)) {
                flags.raise(Flag.NAME_DAMAGED);
            } else {
                flags.raise(Flag.NAME_FROM_TELEGRAM_TEXT);
                noteMarks(flags, name, reading);
                reading = reading != null && reading.damaged() ? whole : reading;
                name = lost(name) ? whole : name;
            }
        }
        noteMarks(flags, name, reading);
        // The OTA has sold the room: a booking without any name is imported and shown, not refused.
        var text = name == null ? "" : name.text();
        return new GuestName(text, reading == null ? text : reading.text());
    }

    private static @Nullable NameText writtenName(BasicInformation basic, @Nullable NameText singleByte) {
        var kanji = NameText.of("GuestOrGroupNameKanjiName", basic.guestOrGroupNameKanjiName);
        if (kanji == null) {
            kanji = NameText.of("GuestOrGroupKanjiName", basic.guestOrGroupKanjiName);
        }
        if (kanji == null) {
            kanji = NameText.of("GuestOrGroupNameDoubleByte", basic.guestOrGroupNameDoubleByte);
        }
        return kanji == null ? singleByte : kanji;
    }

    private static boolean lost(@Nullable NameText name) {
        return name == null || name.damaged();
    }

    private static void noteMarks(Flags flags, @Nullable NameText name, @Nullable NameText reading) {
        if (name != null) {
            flags.marks(name.marks());
        }
        if (reading != null) {
            flags.marks(reading.marks());
        }
    }
}
