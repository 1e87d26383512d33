package io.toritsugi.telegram;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Finds the next end tag of a name without a parser, to go on behind a document that the parser gave up on.
 *
 * @param start the offset of its first byte
 * @param end the offset behind its last
 */
record EndTagSearch(long start, long end) {

    private static final int WINDOW = 64 * 1024;
    private static final int LONGEST_TAG = 300;

    /** The first such tag at or behind an offset; null when there is none. */
    static @Nullable EndTagSearch find(Spool document, long from, Charset charset, String localName)
            throws IOException {
        try (var bytes = document.open(from, document.size())) {
            return new Scan(bytes, from, charset, localName).run();
        }
    }

    private static final class Scan {

        private final InputStream source;
        private final String localName;
        private final int width;
        private final MarkupUnits units;
        private final byte[] window = new byte[WINDOW];
        private long offset;
        private int length;
        private boolean last;

        Scan(InputStream source, long from, Charset charset, String localName) {
            this.source = source;
            this.offset = from;
            this.localName = localName;
            this.width = TextEncoding.width(charset);
            // A less-than sign is never the second byte of a pair, so that pairs need no attention here.
            this.units = new MarkupUnits(width, TextEncoding.bigEndian(charset), false);
        }

        @Nullable
        EndTagSearch run() throws IOException {
            int at = 0;
            refill(0);
            while (at < length) {
                at = nextTagSign(at);
                int taken = at < length ? tag(at) : 0;
                if (taken > 0) {
                    return new EndTagSearch(offset + at, offset + at + taken);
                }
                if (taken < 0 || (at >= length && !last)) {
                    refill(Math.min(at, length));
                    at = 0;
                } else {
                    at += width;
                }
            }
            return null;
        }

        private void refill(int from) throws IOException {
            System.arraycopy(window, from, window, 0, length - from);
            offset += from;
            length -= from;
            int read = source.readNBytes(window, length, WINDOW - length);
            last = read < WINDOW - length;
            length += read;
            units.over(window, length, last);
        }

        private int nextTagSign(int from) {
            int at = from;
            while (at < length && (window[at] != '<' && (width == 1 || units.read(at) == 0 || units.unit() != '<'))) {
                at += width;
            }
            return at;
        }

        /** The length of the end tag that begins here; 0 when another thing does, -1 when the window ends in it. */
        private int tag(int from) {
            int at = units.match(from, "</", false);
            if (at <= 0) {
                return at;
            }
            var name = new StringBuilder();
            for (int letters = 0; letters < LONGEST_TAG; letters++) {
                int taken = units.read(from + at);
                if (taken == 0) {
                    return last ? 0 : -1;
                }
                at += taken;
                if (units.unit() == '>' && !units.isReference()) {
                    return named(name.toString().strip()) ? at : 0;
                }
                name.append((char) units.unit());
            }
            return 0;
        }

        private boolean named(String name) {
            return name.equals(localName) || name.endsWith(":" + localName);
        }
    }
}
