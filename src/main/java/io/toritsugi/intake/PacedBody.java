package io.toritsugi.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A body that has to keep a pace. Each body that arrives holds a thread; who sends a byte a second could hold them all. After
 * some time of grace it must have brought a kilobyte for each second since it began: a line of a hundredth of a telephone
 * modem's speed is enough for every telegram ever seen.
 */
final class PacedBody extends FilterInputStream {

    static final Duration GRACE = Duration.ofSeconds(15);
    static final long BYTES_A_SECOND = 1024;

    private final LongSupplier nanoClock;
    private final long begun;
    private long arrived;

    PacedBody(InputStream body) {
        this(body, System::nanoTime);
    }

    PacedBody(InputStream body, LongSupplier nanoClock) {
        super(body);
        this.nanoClock = nanoClock;
        this.begun = nanoClock.getAsLong();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /**
     * Reads on.
     *
     * @throws BodyTooSlowException when the pace is not kept
     * @throws BodyBrokenException when nothing more can come
     */
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = readOn(target, offset, length);
        arrived += Math.max(read, 0);
        long nanos = nanoClock.getAsLong() - begun;
        if (read >= 0 && nanos > GRACE.toNanos() && arrived < nanos / 1_000_000_000 * BYTES_A_SECOND) {
            throw new BodyTooSlowException();
        }
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        throw new IOException("A body is read and never skipped");
    }

    private int readOn(byte[] target, int offset, int length) throws IOException {
        try {
            return in.read(target, offset, length);
        } catch (SocketTimeoutException silent) {
            throw new BodyTooSlowException();
        } catch (IOException broken) {
            throw new BodyBrokenException(broken);
        }
    }
}
