package io.toritsugi.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A name as sent, cleaned (domain notes §4.3): NFKC, marks of the OTA cut off, spaces folded.
 *
 * @param text never empty
 * @param marks what was cut, without its brackets
 */
record NameText(String text, List<String> marks) {

    private static final int LONGEST_MARK = 40;
    private static final int MOST_MARKS = 10;
    /** Brackets whose content is a mark whatever it says; the others are part of a name unless they speak of payment. */
    private static final char MARK_OPENS = '【';

    private static final String OPENS = "【([〔《<〈";
    private static final String CLOSES = "】)]〕》>〉";
    private static final Pattern PAYMENT = Pattern.compile("精算|決済|支払|前払|後払");
    private static final String JALAN_TAIL = "_!";
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    /** Null when nothing is sent, or nothing but marks. */
    static @Nullable NameText of(String field, @Nullable String sent) {
        var whole = Lengths.text(field, SentText.of(sent));
        if (whole == null) {
            return null;
        }
        var marks = new ArrayList<String>(1);
        var text = folded(SentText.nfkc(whole));
        text = withoutBrackets(text, marks);
        while (text.endsWith(JALAN_TAIL)) {
            marks.add(JALAN_TAIL);
            text = text.substring(0, text.length() - JALAN_TAIL.length()).strip();
        }
        return text.isEmpty() ? null : new NameText(text, marks);
    }

    /** Letters were lost on the way: the sender put a question mark in their place. */
    boolean damaged() {
        return text.indexOf('?') >= 0 || text.indexOf('\ufffd') >= 0;
    }

    private static String withoutBrackets(String text, List<String> marks) {
        var rest = text;
        for (int at = 0; at < rest.length(); at++) {
            var bracket = OPENS.indexOf(rest.charAt(at));
            if (bracket < 0) {
                continue;
            }
            // A name that was cut to its field's length may have lost the closing bracket.
            var close = rest.indexOf(CLOSES.charAt(bracket), at);
            var end = close < 0 ? rest.length() : close;
            var inside = rest.substring(at + 1, end).strip();
            if (rest.charAt(at) == MARK_OPENS || PAYMENT.matcher(inside).find()) {
                if (!inside.isEmpty() && marks.size() < MOST_MARKS) {
                    marks.add(SentText.cut(inside, LONGEST_MARK));
                }
                rest = rest.substring(0, at) + " " + rest.substring(Math.min(rest.length(), end + 1));
            }
        }
        return marks.isEmpty() && rest.length() == text.length() ? text : folded(rest);
    }

    private static String folded(String text) {
        for (int i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character < ' ' || character > 0x7e || (character == ' ' && i > 0 && text.charAt(i - 1) == ' ')) {
                return SPACES.matcher(text).replaceAll(" ").strip();
            }
        }
        return text.strip();
    }
}
