package io.toritsugi.intake;

import com.github.luben.zstd.Zstd;

/** Telegrams as they lie in the database: compressed by the application, a fifth of their size. */
final class CompressedBytes {

    private static final int LEVEL = 3;

    private CompressedBytes() {}

    static byte[] compress(byte[] bytes) {
        return Zstd.compress(bytes, LEVEL);
    }

    static byte[] expand(byte[] compressed) {
        long size = Zstd.getFrameContentSize(compressed);
        if (size < 0 || size > Integer.MAX_VALUE) {
            throw new IllegalStateException("A stored part is no compressed frame of known size: " + size);
        }
        return Zstd.decompress(compressed, (int) size);
    }
}
