package io.toritsugi.telegram;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The charsets that telegrams are read in. A closed list: of anything else nobody has tried whether its bytes can be
 * scanned for card fields and cut into telegrams.
 */
final class TextEncoding {

    /**
     * What senders call Shift_JIS is the vendor's superset in practice; read as the standard's own, names with ① ㈱ 髙 﨑
     * would be lost (domain notes §4.1).
     */
    static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    private static final Map<String, Charset> BY_NAME = byName();

    private TextEncoding() {}

    /** The charset that a sender, or {@link ReadTelegram#encoding}, calls so; null when we read none of that name. */
    static @Nullable Charset named(@Nullable String name) {
        return name == null ? null : BY_NAME.get(name.strip().toLowerCase(Locale.ROOT));
    }

    /** How many bytes the letter A takes. */
    static int width(Charset charset) {
        if (charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE)) {
            return 2;
        }
        return charset.equals(UTF_32LE) || charset.equals(UTF_32BE) ? 4 : 1;
    }

    /** Whether the most significant byte comes first, where the order matters. */
    static boolean bigEndian(Charset charset) {
        return charset.equals(StandardCharsets.UTF_16BE) || charset.equals(UTF_32BE);
    }

    /** Where the document begins, behind a byte order mark and white space, both of which senders put before it. */
    static int start(byte[] bytes, int length, Charset charset) {
        int at = ByteOrderMark.length(bytes, length, charset);
        int width = width(charset);
        int low = bigEndian(charset) ? width - 1 : 0;
        while (at + width <= length && isSpace(bytes[at + low]) && othersAreZero(bytes, at, width, low)) {
            at += width;
        }
        return at;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private static boolean othersAreZero(byte[] bytes, int at, int width, int low) {
        for (int i = 0; i < width; i++) {
            if (i != low && bytes[at + i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, Charset> byName() {
        var names = new HashMap<String, Charset>();
        put(names, StandardCharsets.UTF_8, "utf-8", "utf8", "x-utf-8");
        put(names, StandardCharsets.US_ASCII, "us-ascii", "ascii");
        put(names, StandardCharsets.ISO_8859_1, "iso-8859-1", "iso8859-1", "latin1");
        put(names, Charset.forName("windows-1252"), "windows-1252", "cp1252");
        put(names, Charset.forName("EUC-JP"), "euc-jp", "eucjp", "x-euc-jp");
        put(names, WINDOWS_31J, "shift_jis", "shift-jis", "shiftjis", "sjis", "x-sjis", "ms_kanji", "csshiftjis");
        put(names, WINDOWS_31J, "windows-31j", "cswindows31j", "windows-932", "ms932", "cp932");
        put(names, StandardCharsets.UTF_16LE, "utf-16le");
        // Without a mark, big-endian (RFC 2781 §4.3); with one, the mark has decided before anybody asks for the name.
        put(names, StandardCharsets.UTF_16BE, "utf-16be", "utf-16");
        put(names, UTF_32LE, "utf-32le");
        put(names, UTF_32BE, "utf-32be", "utf-32");
        return Map.copyOf(names);
    }

    private static void put(Map<String, Charset> names, Charset charset, String... aliases) {
        for (var alias : aliases) {
            names.put(alias, charset);
        }
    }
}
