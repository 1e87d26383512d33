package io.toritsugi.telegram;

import java.io.IOException;
import java.io.Reader;

/** The rest of a document, behind start tags that make it whole again for a parser. */
final class ResumingReader extends Reader {

    private final String before;
    private final Reader rest;
    private int at;

    ResumingReader(String before, Reader rest) {
        this.before = before;
        this.rest = rest;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (at >= before.length()) {
            return rest.read(target, offset, length);
        }
        int taken = Math.min(length, before.length() - at);
        before.getChars(at, at + taken, target, offset);
        at += taken;
        return taken;
    }

    @Override
    public void close() throws IOException {
        rest.close();
    }
}
