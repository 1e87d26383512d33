package io.toritsugi.telegram;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Bytes that are too many to be held, or a part of such. */
final class BytesInSpool implements TelegramBytes {

    private final Spool spool;
    private final long from;
    private final long to;
    private final int memoryLimit;
    private byte @Nullable [] sha256;

    private BytesInSpool(Spool spool, long from, long to, int memoryLimit) {
        this.spool = spool;
        this.from = from;
        this.to = to;
        this.memoryLimit = memoryLimit;
    }

    /** The bytes of a spool from one offset to another: held when they are few enough, else left where they are. */
    static TelegramBytes of(Spool spool, long from, long to, int memoryLimit) throws IOException {
        return to - from <= memoryLimit
                ? new BytesInMemory(spool.copy(from, to))
                : new BytesInSpool(spool, from, to, memoryLimit);
    }

    @Override
    public long size() {
        return to - from;
    }

    @Override
    public boolean lasting() {
        return false;
    }

    @Override
    public byte[] sha256() {
        if (sha256 == null) {
            try (var bytes = open()) {
                sha256 = Sha256.of(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sha256.clone();
    }

    @Override
    public InputStream open() {
        return spool.open(from, to);
    }

    @Override
    public byte[] toByteArray() {
        throw new IllegalStateException(size() + " bytes are more than a telegram may have (" + memoryLimit + ")");
    }
}
