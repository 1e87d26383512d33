package io.toritsugi.telegram;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Bytes that are short enough to be held. */
final class BytesInMemory implements TelegramBytes {

    private final byte[] bytes;
    private final byte[] sha256;

    BytesInMemory(byte[] bytes) {
        this(bytes, Sha256.of(bytes));
    }

    BytesInMemory(byte[] bytes, byte[] sha256) {
        this.bytes = bytes;
        this.sha256 = sha256;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public boolean lasting() {
        return true;
    }

    @Override
    public byte[] sha256() {
        return sha256.clone();
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public byte[] toByteArray() {
        return bytes;
    }
}
