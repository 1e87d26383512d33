package io.toritsugi.telegram;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/**
 * Decodes without mercy and with an eye on the clock: a byte sequence that spells no character is an exception and never a
 * silent replacement, and between two calls of {@link #rearm()} no more characters are given out, and no more time goes
 * by, than allowed. So no name, comment or tag, however long it is made, can fill the parser's memory.
 */
final class StrictReader extends Reader {

    /** Few at a time: whoever stops early has not paid for the rest. */
    private static final int CHUNK = 2000;

    private final CharsetDecoder decoder;
    private final byte[] backing;
    private final ByteBuffer bytes;
    private final @Nullable InputStream source;
    private final Deadline deadline;
    private final long charactersAtOnce;
    private long budget;
    private boolean ended;
    private boolean broken;

    /** Reads bytes that are in memory, all as one step. */
    StrictReader(byte[] bytes, int from, Charset charset, Deadline deadline) {
        this(bytes, from, null, charset, deadline, Long.MAX_VALUE);
    }

    /** Reads a stream, in steps of so many characters. */
    StrictReader(InputStream source, Charset charset, Deadline deadline, long charactersAtOnce) {
        this(new byte[8192], 8192, source, charset, deadline, charactersAtOnce);
    }

    private StrictReader(
            byte[] backing,
            int from,
            @Nullable InputStream source,
            Charset charset,
            Deadline deadline,
            long charactersAtOnce) {
        this.backing = backing;
        this.bytes = ByteBuffer.wrap(backing, from, backing.length - from);
        this.source = source;
        this.deadline = deadline;
        this.charactersAtOnce = charactersAtOnce;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        rearm();
    }

    /** Begins the next step: the full time and the full number of characters are there again. */
    void rearm() {
        budget = charactersAtOnce;
        deadline.rearm();
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        deadline.check();
        if (budget <= 0) {
            throw new ReadingStoppedException(ReadingStoppedException.Reason.TOO_LONG_A_STEP);
        }
        int decoded =
                decode(CharBuffer.wrap(target, offset, (int) Math.min(Math.max(budget, 2), Math.min(length, CHUNK))));
        budget -= Math.max(decoded, 0);
        return decoded;
    }

    private int decode(CharBuffer characters) throws IOException {
        int start = characters.position();
        while (characters.position() == start) {
            if (broken) {
                throw new ReadingStoppedException(ReadingStoppedException.Reason.MALFORMED);
            }
            if (ended && !bytes.hasRemaining()) {
                return -1;
            }
            var result = decoder.decode(bytes, characters, false);
            if (result.isError()) {
                broken = true;
            } else if (result.isUnderflow() && !refill()) {
                if (bytes.hasRemaining() && characters.position() == start) {
                    throw new ReadingStoppedException(ReadingStoppedException.Reason.CUT_OFF);
                }
            } else if (result.isOverflow() && characters.position() == start) {
                throw new IOException("One character at a time is not served: it may be half of one");
            }
        }
        return characters.position() - start;
    }

    /** Whether there are more bytes to decode than before. */
    private boolean refill() throws IOException {
        if (source == null || ended) {
            ended = true;
            return false;
        }
        bytes.compact();
        int read = source.read(backing, bytes.position(), bytes.remaining());
        if (read > 0) {
            bytes.position(bytes.position() + read);
        }
        bytes.flip();
        ended = read < 0;
        return read > 0;
    }

    @Override
    public void close() throws IOException {
        if (source != null) {
            source.close();
        }
    }
}
