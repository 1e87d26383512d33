package io.toritsugi.telegram;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The mark that may stand before a document and tells its encoding. */
final class ByteOrderMark {

    private static final Map<Charset, byte[]> MARKS = marks();

    private ByteOrderMark() {}

    /** The charset whose mark the bytes begin with; null when they begin with none. */
    static @Nullable Charset charset(byte[] bytes, int length) {
        for (var mark : MARKS.entrySet()) {
            if (length(bytes, length, mark.getKey()) > 0) {
                return mark.getKey();
            }
        }
        return null;
    }

    /** How long the mark of this charset is at the beginning of the bytes; 0 when there is none. */
    static int length(byte[] bytes, int length, Charset charset) {
        var mark = MARKS.get(charset);
        if (mark == null || mark.length > length) {
            return 0;
        }
        for (int i = 0; i < mark.length; i++) {
            if (bytes[i] != mark[i]) {
                return 0;
            }
        }
        return mark.length;
    }

    private static Map<Charset, byte[]> marks() {
        // The four-byte marks first: the one of UTF-32LE begins with that of UTF-16LE.
        var marks = new LinkedHashMap<Charset, byte[]>();
        marks.put(TextEncoding.UTF_32BE, new byte[] {0, 0, (byte) 0xFE, (byte) 0xFF});
        marks.put(TextEncoding.UTF_32LE, new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0});
        marks.put(StandardCharsets.UTF_8, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        marks.put(StandardCharsets.UTF_16BE, new byte[] {(byte) 0xFE, (byte) 0xFF});
        marks.put(StandardCharsets.UTF_16LE, new byte[] {(byte) 0xFF, (byte) 0xFE});
        return marks;
    }
}
