package io.toritsugi.telegram;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Collects the document inside an answer, as the parser gives out its characters, in its stored form: UTF-8, without white
 * space and byte order mark before it (domain notes §2), blanked. One after the other can be collected.
 */
final class InnerDocument implements Closeable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final int memoryLimit;
    private final byte[] encoded = new byte[8 * 1024];
    private final byte[] buffer = BlankingWriter.newBuffer();

    private Spool spool;
    private BlankingWriter writer;
    private int length;
    private boolean begun;
    private char highSurrogate;

    InnerDocument(int memoryLimit) {
        this.memoryLimit = memoryLimit;
        this.spool = new Spool(memoryLimit);
        this.writer = new BlankingWriter(spool, StandardCharsets.UTF_8, buffer);
    }

    /** Begins the next one; what was collected since the last {@link #end} is given up. */
    void begin() throws IOException {
        spool.close();
        spool = new Spool(memoryLimit);
        writer = new BlankingWriter(spool, StandardCharsets.UTF_8, buffer);
        length = 0;
        begun = false;
        highSurrogate = 0;
    }

    void append(char[] characters, int from, int count) throws IOException {
        int at = from;
        while (!begun && at < from + count) {
            begun = characters[at] > ' ' && characters[at] != BYTE_ORDER_MARK;
            at += begun ? 0 : 1;
        }
        while (at < from + count) {
            if (length + 4 > encoded.length) {
                flush();
            }
            int ascii = highSurrogate == 0 ? appendAscii(characters, at, from + count) : 0;
            at += ascii;
            if (ascii == 0) {
                encode(characters[at++]);
            }
        }
    }

    /** The usual characters at full speed; tells how many there were, as far as there was room. */
    private int appendAscii(char[] characters, int from, int to) {
        int end = Math.min(to, from + encoded.length - length);
        int at = from;
        int target = length;
        while (at < end && characters[at] < 0x80) {
            encoded[target++] = (byte) characters[at++];
        }
        length = target;
        return at - from;
    }

    /** All that was collected; whoever gets the spool closes it. */
    Spool end() throws IOException {
        flush();
        writer.finish();
        var collected = spool;
        spool = new Spool(0);
        return collected;
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }

    /** Any character but ASCII, which comes here only where a pair is broken. */
    private void encode(char character) throws IOException {
        if (Character.isHighSurrogate(character) && highSurrogate == 0) {
            highSurrogate = character;
        } else if (highSurrogate != 0 || Character.isLowSurrogate(character)) {
            if (highSurrogate == 0 || !Character.isLowSurrogate(character)) {
                throw new ReadingStoppedException(ReadingStoppedException.Reason.MALFORMED);
            }
            fourBytes(Character.toCodePoint(highSurrogate, character));
            highSurrogate = 0;
        } else if (character < 0x800) {
            encoded[length++] = (byte) (0xC0 | character >> 6);
            encoded[length++] = (byte) (0x80 | (character & 0x3F));
        } else {
            encoded[length++] = (byte) (0xE0 | character >> 12);
            encoded[length++] = (byte) (0x80 | (character >> 6 & 0x3F));
            encoded[length++] = (byte) (0x80 | (character & 0x3F));
        }
    }

    private void fourBytes(int codePoint) {
        encoded[length++] = (byte) (0xF0 | codePoint >> 18);
        encoded[length++] = (byte) (0x80 | (codePoint >> 12 & 0x3F));
        encoded[length++] = (byte) (0x80 | (codePoint >> 6 & 0x3F));
        encoded[length++] = (byte) (0x80 | (codePoint & 0x3F));
    }

    private void flush() throws IOException {
        writer.write(encoded, 0, length);
        length = 0;
    }
}
