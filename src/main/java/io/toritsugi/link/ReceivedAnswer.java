package io.toritsugi.link;

import io.toritsugi.telegram.Spool;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an answer, as far as they came: few in memory, many in a temporary file that is gone when this is closed. For one
 * thread.
 */
final class ReceivedAnswer implements Closeable {

    private static final int IN_MEMORY = 1 << 20;

    /** Why an answer is not whole. */
    enum Break {
        CUT,
        TOO_SLOW,
        TOO_LARGE
    }

    private final Spool bytes = new Spool(IN_MEMORY);
    private final MessageDigest digest;
    private @Nullable Break broken;

    ReceivedAnswer() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    void write(byte[] chunk, int length) throws IOException {
        bytes.write(chunk, 0, length);
        digest.update(chunk, 0, length);
    }

    void breakOff(Break why) {
        broken = why;
    }

    /** Why it is not whole; null when it is. */
    @Nullable
    Break broken() {
        return broken;
    }

    long size() {
        return bytes.size();
    }

    InputStream open() {
        return bytes.open();
    }

    /** SHA-256 of the bytes; to be asked once, when all are there. */
    byte[] sha256() {
        return digest.digest();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
