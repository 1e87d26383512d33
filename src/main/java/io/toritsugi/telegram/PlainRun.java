package io.toritsugi.telegram;

/**
 * The usual case at full speed: runs over text and tags that are surely of no card field, in encodings whose bytes below
 * 0x80 are always themselves. It need not be sure of the opposite: {@link CardBlanker} looks closely where it stops.
 */
final class PlainRun {

    private PlainRun() {}

    /** The first place from here on that wants a closer look; {@code to} when there is none. */
    static int end(byte[] bytes, int from, int to, boolean inCdata, boolean inComment) {
        int at = from;
        while (at < to) {
            byte b = bytes[at];
            if (b == '<' || b == '&') {
                int name = b == '<' ? afterTagSign(bytes, at + 1, to) : afterReference(bytes, at, to);
                int next = name < 0 ? -1 : endOfName(bytes, name, to);
                if (next < 0) {
                    return at;
                }
                at = next;
            } else if ((b == ']' && inCdata) || (b == '-' && inComment)) {
                return at;
            } else {
                at++;
            }
        }
        return at;
    }

    private static int afterTagSign(byte[] bytes, int next, int to) {
        return next >= to || bytes[next] == '!' || bytes[next] == '?' ? -1 : next;
    }

    private static int afterReference(byte[] bytes, int at, int to) {
        if (at + 4 >= to || bytes[at + 1] == '#') {
            return -1;
        }
        boolean tagSign = bytes[at + 1] == 'l' && bytes[at + 2] == 't' && bytes[at + 3] == ';';
        // The name of another reference, gt say, is run over like that of a tag.
        return tagSign ? afterTagSign(bytes, at + 4, to) : at + 1;
    }

    /** The end of a name that is surely no card field's; -1 when it may be one or is not all there. */
    private static int endOfName(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && isNameByte(bytes[at])) {
            if (mayBeginCard(bytes, at, to) || ((at == from || bytes[at - 1] == ':') && mayBeOther(bytes, at, to))) {
                return -1;
            }
            at++;
        }
        return at + 1 >= to || (bytes[at] == '&' && bytes[at + 1] == '#') ? -1 : at;
    }

    private static boolean mayBeginCard(byte[] bytes, int at, int to) {
        if ((bytes[at] | 0x20) != 'c') {
            return false;
        }
        int second = at + 1 < to ? bytes[at + 1] | 0x20 : 'a';
        return second == 'a' || second == 'r';
    }

    /** Whether this may be the first letter of ExpireDate or SecurityCode. */
    private static boolean mayBeOther(byte[] bytes, int at, int to) {
        int first = bytes[at] | 0x20;
        if (first != 'e' && first != 's') {
            return false;
        }
        int second = at + 1 < to ? bytes[at + 1] | 0x20 : 'e';
        return first == 'e' ? second == 'x' : second == 'e';
    }

    private static boolean isNameByte(byte b) {
        return b < 0
                || (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '-' && b <= ':' && b != '/')
                || b == '_';
    }
}
