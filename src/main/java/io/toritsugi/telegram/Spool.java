package io.toritsugi.telegram;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that can be written once and read often: in memory as long as they are few, beyond that in a temporary file, which
 * nobody else can read and which is gone when the spool is closed. For one thread.
 */
public final class Spool implements Closeable {

    private final int memoryLimit;
    private byte[] memory = new byte[0];
    private @Nullable FileChannel file;
    private long size;

    /** @param memoryLimit most bytes that are held in memory */
    public Spool(int memoryLimit) {
        this.memoryLimit = memoryLimit;
    }

    /** Adds bytes at the end. */
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (file == null && size + length > memoryLimit) {
            file = temporaryFile();
            writeFully(file, memory, 0, (int) size);
            memory = new byte[0];
        }
        if (file != null) {
            writeFully(file, bytes, from, length);
        } else {
            if (size + length > memory.length) {
                memory = Arrays.copyOf(memory, (int) Math.max(size + length, Math.min(memoryLimit, 2 * size)));
            }
            System.arraycopy(bytes, from, memory, (int) size, length);
        }
        size += length;
    }

    /** How many bytes there are. */
    public long size() {
        return size;
    }

    /** All bytes from the first on; several may be open at once. */
    public InputStream open() {
        return open(0, size);
    }

    /** The bytes from one offset (inclusive) to another (exclusive). */
    InputStream open(long from, long to) {
        return file == null ? new ByteArrayInputStream(memory, (int) from, (int) (to - from)) : new Section(from, to);
    }

    /** A copy of the bytes from one offset to another. */
    byte[] copy(long from, long to) throws IOException {
        if (file == null) {
            return Arrays.copyOfRange(memory, (int) from, (int) to);
        }
        try (var section = open(from, to)) {
            return section.readAllBytes();
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private static FileChannel temporaryFile() throws IOException {
        var path = Files.createTempFile("toritsugi-", ".spool");
        return FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private static void writeFully(FileChannel file, byte[] bytes, int from, int length) throws IOException {
        var buffer = ByteBuffer.wrap(bytes, from, length);
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
    }

    /** Reads by position, so that several may be open at once. */
    private final class Section extends InputStream {

        private long at;
        private final long end;

        Section(long from, long to) {
            this.at = from;
            this.end = to;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (at >= end || file == null) {
                return -1;
            }
            int read = file.read(ByteBuffer.wrap(target, offset, (int) Math.min(length, end - at)), at);
            at += Math.max(read, 0);
            return read;
        }
    }
}
