package io.toritsugi.booking;

import io.toritsugi.failure.FailureCode;
import io.toritsugi.failure.TelegramFailedException;
import org.jspecify.annotations.Nullable;

/**
 * A whole number that the telegram carries as text. Senders dress amounts up ({@code \56,000}, {@code ￥56,000}, full-width
 * digits, {@code 円}); what is still no whole number from 0 to its limit is refused as {@code NUMBER_INVALID}.
 */
final class SentNumber {

    /** A night, a rate, an option: what one column of the reservation holds. */
    static final long MOST_YEN = Integer.MAX_VALUE;
    /** A total: far above anything a hotel ever billed, far below what a sum of longs can lose. */
    static final long MOST_TOTAL_YEN = 999_999_999_999L;

    static final long MOST_GUESTS_OF_A_KIND = 999;
    static final long MOST_GUESTS = 9_999;
    /** Of counts that are only compared: the rows say how many rooms and nights there really are. */
    static final long MOST_COMPARED = 999_999_999;

    private static final int LONGEST = 15;

    private SentNumber() {}

    static @Nullable Long yen(String field, @Nullable String sent) {
        return upTo(MOST_YEN, field, sent);
    }

    static @Nullable Long totalYen(String field, @Nullable String sent) {
        return upTo(MOST_TOTAL_YEN, field, sent);
    }

    /** A number of persons; a missing one counts nobody. */
    static int persons(String field, @Nullable String sent) {
        var persons = upTo(MOST_GUESTS_OF_A_KIND, field, sent);
        return persons == null ? 0 : persons.intValue();
    }

    /** Null when the element is missing or empty. */
    static @Nullable Long upTo(long most, String field, @Nullable String sent) {
        var text = SentText.of(sent);
        if (text == null) {
            return null;
        }
        var number = digits(text);
        if (number < 0) {
            number = digits(undressed(text));
        }
        if (number < 0 || number > most) {
            throw refused(most, field, text);
        }
        return number;
    }

    static TelegramFailedException refused(long most, String field, Object found) {
        return Refusal.of(FailureCode.NUMBER_INVALID, field, "0–" + most, found);
    }

    /** The value of a text of digits alone, else -1. */
    private static long digits(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            var digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static String undressed(String text) {
        // A text this long is no number, however dressed; nothing is spent on it.
        if (text.length() > 4 * LONGEST) {
            return "";
        }
        var plain = SentText.nfkc(text);
        plain = plain.endsWith("円") ? plain.substring(0, plain.length() - 1) : plain;
        plain = plain.startsWith("\\") || plain.startsWith("¥") ? plain.substring(1) : plain;
        var fraction = plain.indexOf('.');
        if (fraction > 0 && plain.substring(fraction + 1).chars().allMatch(c -> c == '0')) {
            plain = plain.substring(0, fraction);
        }
        plain = plain.replace(",", "").strip();
        // "007" is seven; without this a padded amount would look absurdly long.
        return plain.length() > LONGEST ? plain.replaceFirst("^0+", "") : plain;
    }
}
