package io.toritsugi.telegram;

import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A compressed body. It is taken in as it comes before it is inflated: of one that turns out to be damaged, these are the
 * bytes that are kept. What does not look like gzip at all is read as it is, since some proxies inflate a body and leave
 * the header that says it is compressed.
 */
final class GzipBody {

    private static final int MAGIC_1 = 0x1F;
    private static final int MAGIC_2 = 0x8B;

    private final SafeXml xml;

    GzipBody(SafeXml xml) {
        this.xml = xml;
    }

    ReceivedBody receive(InputStream body, @Nullable String contentTypeCharset) throws IOException {
        var raw = new Spool((int) xml.limits().memorySize().toBytes());
        boolean kept = false;
        try {
            int first = body.read();
            int second = first < 0 ? -1 : body.read();
            var whole = startingWith(first, second, body);
            if (first != MAGIC_1 || second != MAGIC_2) {
                return ReceivedBody.receive(whole, contentTypeCharset, xml);
            }
            keep(whole, raw);
            try (var compressed = new Counted(raw.open());
                    var inflated = new Inflated(compressed, xml.limits())) {
                return ReceivedBody.receive(inflated, contentTypeCharset, xml);
            } catch (ZipException | EOFException e) {
                kept = true;
                return ReceivedBody.damaged(raw, failure(e));
            }
        } finally {
            if (!kept) {
                raw.close();
            }
        }
    }

    private static InputStream startingWith(int first, int second, InputStream rest) {
        return new SequenceInputStream(new ByteArrayInputStream(bytes(first, second)), rest);
    }

    private static byte[] bytes(int first, int second) {
        if (first < 0) {
            return new byte[0];
        }
        return second < 0 ? new byte[] {(byte) first} : new byte[] {(byte) first, (byte) second};
    }

    private void keep(InputStream body, Spool raw) throws IOException {
        long limit = xml.limits().answerSize().toBytes();
        var chunk = new byte[16 * 1024];
        for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
            raw.write(chunk, 0, read);
            if (raw.size() > limit) {
                throw new DeliveryTooLargeException("compressed body", limit);
            }
        }
    }

    private static Failure failure(IOException damage) {
        var code = damage instanceof EOFException ? FailureCode.PARSE_CUT_OFF : FailureCode.PARSE_NOT_XML;
        return new Failure(code, TelegramSkim.STAGE, Map.of("expected", "gzip"));
    }

    /** Counts what has been taken from it. */
    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }

    /** Inflates, and stops where so much has come of so little that nobody can have written it. */
    private static final class Inflated extends FilterInputStream {

        private final Counted compressed;
        private final ReadingLimits limits;
        private long count;

        Inflated(Counted compressed, ReadingLimits limits) throws IOException {
            super(new GZIPInputStream(compressed, 8 * 1024));
            this.compressed = compressed;
            this.limits = limits;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count += Math.max(read, 0);
            if (count > limits.telegramBytes() && count / limits.gzipRatio() > compressed.count) {
                throw new DeliveryTooLargeException("inflated body", limits.gzipRatio() * compressed.count);
            }
            return read;
        }
    }
}
