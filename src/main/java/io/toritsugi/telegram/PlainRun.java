package io.toritsugi.telegram;

/**
 * The usual case at full speed: runs over everything that has surely nothing to do with a card field, in encodings whose
 * bytes below 0x80 are always themselves. It need not be sure of the opposite: {@link CardBlanker} looks closely where it
 * stops.
 *
 * <p>What makes it fast: the words that it seeks (card, credit, expiredate, securitycode) all contain an r, so that it
 * looks at hardly one byte in twenty more than once, and only then asks whether a tag began there.
 */
final class PlainRun {

    private static final byte NOTHING = 0;
    private static final byte LETTER_R = 1;
    private static final byte DECLARATION = 2;
    private static final byte NUMERIC_REFERENCE = 3;
    private static final byte BRACKET = 4;
    private static final byte DASH = 5;

    private static final byte[] INTEREST = interest();

    private PlainRun() {}

    /** The first place from here on that wants a closer look; {@code to} when there is none. */
    static int end(byte[] bytes, int from, int to, boolean last, boolean inCdata, boolean inComment) {
        for (int at = from; at < to; at++) {
            byte interest = INTEREST[bytes[at] & 0xFF];
            if (interest == NOTHING) {
                continue;
            }
            int stop = switch (interest) {
                case LETTER_R -> mayBeCard(bytes, at, from, to) ? tagSign(bytes, at, from) : -1;
                case DECLARATION -> tagSign(bytes, at, from);
                case NUMERIC_REFERENCE -> numericReference(bytes, at, from);
                case BRACKET -> inCdata ? at : -1;
                default -> inComment ? at : -1;
            };
            if (stop >= 0) {
                return stop;
            }
        }
        return last ? to : beforeUnfinished(bytes, from, to);
    }

    /** Whether the r at this place is in one of the words; true also where the window ends before that is sure. */
    private static boolean mayBeCard(byte[] bytes, int at, int from, int to) {
        int before = letter(bytes, at - 1, from, to);
        if (before == 'c') {
            return matches(bytes, at + 1, to, "edit");
        }
        if (before == 'a') {
            return letter(bytes, at - 2, from, to) == 'c' && matches(bytes, at + 1, to, "d");
        }
        return before == 'i' ? letter(bytes, at - 2, from, to) == 'p' : before == 'u';
    }

    private static boolean matches(byte[] bytes, int at, int to, String word) {
        for (int i = 0; i < word.length(); i++) {
            // Another spelling of a letter, or one that is yet to come, is looked at closely.
            if (at + i < to && bytes[at + i] != '&' && (bytes[at + i] | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int letter(byte[] bytes, int at, int from, int to) {
        return at >= from && at < to ? bytes[at] | 0x20 : 0;
    }

    /** A letter, or the sign of a tag, may be spelled so; then the tag it belongs to is what wants a closer look. */
    private static int numericReference(byte[] bytes, int at, int from) {
        if (at == from || bytes[at - 1] != '&') {
            return -1;
        }
        return orItsTag(bytes, at - 1, from);
    }

    private static int orItsTag(byte[] bytes, int reference, int from) {
        int tag = tagSign(bytes, reference, from);
        return tag < 0 ? reference : tag;
    }

    /** Where the tag begins that has this place in its name, be it behind references; -1 when it is in none. */
    private static int tagSign(byte[] bytes, int place, int from) {
        for (int at = place - 1; at >= from; at--) {
            if (bytes[at] == '<') {
                return at;
            }
            if (endsLessThan(bytes, at, from)) {
                return at - 3;
            }
            if (!isNameByte(bytes[at]) && bytes[at] != ';' && bytes[at] != '&') {
                return -1;
            }
        }
        return -1;
    }

    private static boolean endsLessThan(byte[] bytes, int at, int from) {
        return at - 3 >= from
                && bytes[at] == ';'
                && bytes[at - 1] == 't'
                && bytes[at - 2] == 'l'
                && bytes[at - 3] == '&';
    }

    /** The place of the tag or the reference that the window ends in; {@code to} when it ends in none. */
    private static int beforeUnfinished(byte[] bytes, int from, int to) {
        for (int at = to - 1; at >= Math.max(from, to - 4); at--) {
            if (bytes[at] == '&') {
                return orItsTag(bytes, at, from);
            }
        }
        int tag = tagSign(bytes, to, from);
        return tag < 0 ? to : tag;
    }

    private static boolean isNameByte(byte b) {
        return b < 0
                || (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '-' && b <= ':' && b != '/')
                || b == '_';
    }

    private static byte[] interest() {
        var interest = new byte[256];
        interest['r'] = LETTER_R;
        interest['R'] = LETTER_R;
        interest['!'] = DECLARATION;
        interest['#'] = NUMERIC_REFERENCE;
        interest[']'] = BRACKET;
        interest['-'] = DASH;
        return interest;
    }
}
