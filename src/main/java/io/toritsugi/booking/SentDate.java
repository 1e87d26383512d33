package io.toritsugi.booking;

import io.toritsugi.failure.FailureCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Dates {@code YYYY-MM-DD} and times {@code HH:MM} or {@code HH:MM:SS} of the telegram, and nothing else (domain notes §4.1). */
final class SentDate {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private SentDate() {}

    /** Null when missing; {@code DATE_INVALID} naming the element when it is no date. */
    static @Nullable LocalDate of(String field, @Nullable String sent) {
        var text = SentText.of(sent);
        if (text == null) {
            return null;
        }
        var date = read(text);
        if (date == null) {
            throw Refusal.of(FailureCode.DATE_INVALID, field, "YYYY-MM-DD", text);
        }
        return date;
    }

    /** Null when the text is no date. */
    static @Nullable LocalDate read(String text) {
        if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        var year = 100 * pair(text, 0) + pair(text, 2);
        var month = pair(text, 5);
        var day = pair(text, 8);
        if (pair(text, 0) < 0 || pair(text, 2) < 0 || year < FIRST_YEAR || year > LAST_YEAR) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException notInTheCalendar) {
            return null;
        }
    }

    /** Null when missing or no time: nothing depends on a time but the order of telegrams within a day. */
    static @Nullable LocalTime time(@Nullable String sent) {
        var text = SentText.of(sent);
        if (text == null || (text.length() != 5 && text.length() != 8) || text.charAt(2) != ':') {
            return null;
        }
        var seconds = text.length() == 5 ? 0 : text.charAt(5) == ':' ? pair(text, 6) : -1;
        try {
            return LocalTime.of(pair(text, 0), pair(text, 3), seconds);
        } catch (DateTimeException notOnTheClock) {
            return null;
        }
    }

    private static int pair(String text, int at) {
        var tens = text.charAt(at) - '0';
        var ones = text.charAt(at + 1) - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : 10 * tens + ones;
    }
}
