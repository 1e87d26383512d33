package io.toritsugi.telegram;

import java.io.IOException;
import java.nio.charset.Charset;

/** Writes into a spool what has been blanked, so that card data never reaches a file, be it a temporary one. */
final class BlankingWriter {

    private static final int BUFFER = 16 * 1024;

    private final Spool target;
    private final CardBlanker blanker;
    private final byte[] buffer;
    private int held;

    BlankingWriter(Spool target, Charset charset) {
        this(target, charset, newBuffer());
    }

    /** With a buffer of {@link #newBuffer}, to be used again once this writer has finished. */
    BlankingWriter(Spool target, Charset charset, byte[] buffer) {
        this.target = target;
        this.blanker = new CardBlanker(charset);
        this.buffer = buffer;
    }

    static byte[] newBuffer() {
        return new byte[BUFFER];
    }

    void write(byte[] bytes, int from, int length) throws IOException {
        for (int at = from; at < from + length; ) {
            int part = Math.min(buffer.length - held, from + length - at);
            System.arraycopy(bytes, at, buffer, held, part);
            held += part;
            at += part;
            if (held == buffer.length) {
                flush(false);
            }
        }
    }

    /** Nothing follows. Tells whether anything had to be blanked. */
    boolean finish() throws IOException {
        flush(true);
        return blanker.touched();
    }

    private void flush(boolean last) throws IOException {
        int done = blanker.blank(buffer, 0, held, last);
        target.write(buffer, 0, done);
        System.arraycopy(buffer, done, buffer, 0, held - done);
        held -= done;
    }
}
