package io.toritsugi.telegram;

import java.util.Arrays;

/**
 * Reads a document's bytes character by character as far as markup needs it, without decoding: everything beyond ASCII is
 * one and the same {@link #OTHER}. A reference (to a less-than sign, say) is one unit too, since inside an
 * answer it is how markup is spelled.
 */
final class MarkupUnits {

    /** A character that no markup is made of. */
    static final int OTHER = 0xFFFD;

    private static final int LONGEST_REFERENCE = 12;

    private final int width;
    private final boolean bigEndian;
    private final boolean shiftJis;

    private byte[] bytes = new byte[0];
    private int end;
    private boolean last;

    private int unit;
    private boolean reference;

    MarkupUnits(int width, boolean bigEndian, boolean shiftJis) {
        this.width = width;
        this.bigEndian = bigEndian;
        this.shiftJis = shiftJis;
    }

    void over(byte[] window, int endOfWindow, boolean lastWindow) {
        bytes = window;
        end = endOfWindow;
        last = lastWindow;
    }

    /** What was read by the last {@link #read}. */
    int unit() {
        return unit;
    }

    /** Whether it was spelled as a reference. */
    boolean isReference() {
        return reference;
    }

    /** Whether nothing follows the bytes at hand. */
    boolean isLast() {
        return last;
    }

    /** Whether each byte below 0x80 is a character by itself, wherever it stands. */
    boolean isPlain() {
        return width == 1 && !shiftJis;
    }

    /** Reads the unit at this place and tells its length in bytes; 0 when that needs bytes that are not there yet. */
    int read(int at) {
        reference = false;
        if (at >= end) {
            unit = OTHER;
            return 0;
        }
        if (at + width > end) {
            unit = OTHER;
            return last ? end - at : 0;
        }
        unit = character(at);
        if (unit == '&') {
            return readReference(at);
        }
        if (shiftJis && isLead(bytes[at] & 0xFF)) {
            return pairLength(at);
        }
        return width;
    }

    /**
     * The length in bytes of these ASCII characters at this place; 0 when something else stands there, -1 when that needs
     * bytes that are not there yet. A less-than or greater-than sign may be a reference if so allowed.
     */
    int match(int at, String characters, boolean references) {
        int wasUnit = unit;
        boolean wasReference = reference;
        int length = 0;
        for (int i = 0; i < characters.length() && length >= 0; i++) {
            int taken = read(at + length);
            if (taken == 0) {
                length = last ? Integer.MIN_VALUE : -1;
            } else if (unit != characters.charAt(i) || (reference && !references)) {
                length = Integer.MIN_VALUE;
            } else {
                length += taken;
            }
        }
        unit = wasUnit;
        reference = wasReference;
        return length == Integer.MIN_VALUE ? 0 : length;
    }

    /** Overwrites these bytes with stars, each of the encoding's own width. */
    void blank(int from, int length) {
        if (width == 1) {
            Arrays.fill(bytes, from, from + length, (byte) '*');
            return;
        }
        for (int at = from; at + width <= from + length; at += width) {
            Arrays.fill(bytes, at, at + width, (byte) 0);
            bytes[bigEndian ? at + width - 1 : at] = '*';
        }
    }

    private int character(int at) {
        if (width == 1) {
            int value = bytes[at] & 0xFF;
            return value < 0x80 ? value : OTHER;
        }
        int low = bigEndian ? at + width - 1 : at;
        for (int i = at; i < at + width; i++) {
            if (i != low && bytes[i] != 0) {
                return OTHER;
            }
        }
        int value = bytes[low] & 0xFF;
        return value < 0x80 ? value : OTHER;
    }

    private static boolean isLead(int value) {
        return (value >= 0x81 && value <= 0x9F) || (value >= 0xE0 && value <= 0xFC);
    }

    /** The second byte of a pair may look like a letter or a bracket; a lead byte without a fitting second stands alone. */
    private int pairLength(int at) {
        if (at + 1 >= end) {
            return last ? 1 : 0;
        }
        int second = bytes[at + 1] & 0xFF;
        return second >= 0x40 && second != 0x7F && second <= 0xFC ? 2 : 1;
    }

    private int readReference(int at) {
        int value = 0;
        int letters = 0;
        int radix = 0;
        long name = 0;
        for (int place = at + width; letters < LONGEST_REFERENCE; place += width) {
            if (place + width > end) {
                return last ? width : 0;
            }
            int letter = character(place);
            if (letter == ';' && letters > 0) {
                unit = radix == 0 ? named(name) : value;
                reference = true;
                return place + width - at;
            }
            if (letters == 0 && letter == '#') {
                radix = 10;
            } else if (letters == 1 && radix == 10 && letter == 'x') {
                radix = 16;
            } else if (radix > 0) {
                int digit = Character.digit(letter, radix);
                if (digit < 0) {
                    return width;
                }
                value = Math.min(value * radix + digit, OTHER);
            } else if (letter >= 'a' && letter <= 'z') {
                name = name << 8 | letter;
            } else {
                return width;
            }
            letters++;
        }
        return width;
    }

    private static int named(long name) {
        if (name == ('l' << 8 | 't')) {
            return '<';
        }
        if (name == ('g' << 8 | 't')) {
            return '>';
        }
        if (name == ('q' << 24 | 'u' << 16 | 'o' << 8 | 't')) {
            return '"';
        }
        return name == ('a' << 24 | 'p' << 16 | 'o' << 8 | 's') ? '\'' : OTHER;
    }
}
