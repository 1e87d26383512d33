package io.toritsugi.telegram;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** SystemDate and SystemTime as one local time (domain notes §4.1: YYYY-MM-DD, HH:MM:SS or HH:MM). */
final class SentAt {

    /** Beyond what a date can hold. */
    private static final int NO_YEAR = Integer.MIN_VALUE;

    private SentAt() {}

    /** Null when the date is missing or either is none; midnight when only the time is missing. */
    static @Nullable LocalDateTime of(@Nullable String date, @Nullable String time) {
        if (date == null || date.length() != 10 || date.charAt(4) != '-' || date.charAt(7) != '-') {
            return null;
        }
        int century = digits(date, 0);
        int ofCentury = digits(date, 2);
        int year = century < 0 || ofCentury < 0 ? NO_YEAR : 100 * century + ofCentury;
        int month = digits(date, 5);
        int day = digits(date, 8);
        int hour = 0;
        int minute = 0;
        int second = 0;
        if (time != null) {
            boolean withSeconds = time.length() == 8 && time.charAt(5) == ':';
            if ((time.length() != 5 && !withSeconds) || time.charAt(2) != ':') {
                return null;
            }
            hour = digits(time, 0);
            minute = digits(time, 3);
            second = withSeconds ? digits(time, 6) : 0;
        }
        try {
            return LocalDateTime.of(year, month, day, hour, minute, second);
        } catch (DateTimeException e) {
            // Not a date, say 2027-02-30: the import says so, with the text that was sent.
            return null;
        }
    }

    /** Two digits; where there are none, -1, which is no month, day, hour, minute or second. */
    private static int digits(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        boolean digits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
        return digits ? 10 * tens + ones : -1;
    }
}
