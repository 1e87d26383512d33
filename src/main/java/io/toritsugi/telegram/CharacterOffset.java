package io.toritsugi.telegram;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;

/** Finds the byte at which the n-th character begins. */
final class CharacterOffset {

    private CharacterOffset() {}

    /** How many bytes the first so many characters of a stream take that are known to decode. */
    static long inBytes(InputStream text, Charset charset, long characters) throws IOException {
        var decoder = charset.newDecoder();
        var backing = new byte[8192];
        var bytes = ByteBuffer.wrap(backing).limit(0);
        var target = CharBuffer.allocate(8192);
        long decoded = 0;
        long taken = 0;
        while (decoded < characters) {
            target.clear().limit((int) Math.min(target.capacity(), characters - decoded));
            int before = bytes.position();
            var result = decoder.decode(bytes, target, false);
            taken += bytes.position() - before;
            decoded += target.position();
            if (result.isError() || (result.isUnderflow() && !refill(bytes, backing, text))) {
                break;
            }
        }
        return taken;
    }

    private static boolean refill(ByteBuffer bytes, byte[] backing, InputStream text) throws IOException {
        bytes.compact();
        int read = text.read(backing, bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + Math.max(read, 0));
        bytes.flip();
        return read > 0;
    }
}
