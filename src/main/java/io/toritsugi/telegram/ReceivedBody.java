package io.toritsugi.telegram;

import io.toritsugi.failure.Failure;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A body that has arrived in full: inflated, hashed, blanked, and within its limit. Nothing of it is read as XML before it
 * is all there, but for the name of its root, which decides how long it may be.
 */
final class ReceivedBody implements Closeable {

    private static final int ROOT_WITHIN = 64 * 1024;
    private static final int BUFFER = 16 * 1024;

    private final Spool spool;
    private final Charset charset;
    private final byte[] sha256;
    private final boolean blanked;
    private final @Nullable Failure failure;

    private ReceivedBody(Spool spool, Charset charset, byte[] sha256, boolean blanked, @Nullable Failure failure) {
        this.spool = spool;
        this.charset = charset;
        this.sha256 = sha256;
        this.blanked = blanked;
        this.failure = failure;
    }

    /** A body that cannot even be taken for characters. */
    static ReceivedBody damaged(Spool spool, Failure failure) throws IOException {
        try (var bytes = spool.open()) {
            return new ReceivedBody(spool, StandardCharsets.ISO_8859_1, Sha256.of(bytes), false, failure);
        }
    }

    static ReceivedBody receive(InputStream body, @Nullable String contentTypeCharset, SafeXml xml) throws IOException {
        var spool = new Spool((int) xml.limits().memorySize().toBytes());
        try {
            return new Arrival(spool, xml).receive(body, contentTypeCharset);
        } catch (IOException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    Spool spool() {
        return spool;
    }

    /** How its bytes spell their characters. */
    Charset charset() {
        return charset;
    }

    /** Of the body as received, before blanking. */
    byte[] sha256() {
        return sha256;
    }

    /** Whether the bytes in the spool differ from those received. */
    boolean blanked() {
        return blanked;
    }

    /** Why it need not be tried to read it; null when it may be readable. */
    @Nullable
    Failure failure() {
        return failure;
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }

    /** The arriving of one body. */
    private static final class Arrival {

        private final Spool spool;
        private final SafeXml xml;
        private final MessageDigest digest = Sha256.digest();
        private long size;
        private boolean answer;

        Arrival(Spool spool, SafeXml xml) {
            this.spool = spool;
            this.xml = xml;
        }

        ReceivedBody receive(InputStream body, @Nullable String contentTypeCharset) throws IOException {
            var chunk = body.readNBytes(EncodingEvidence.HEAD);
            int read = chunk.length;
            var evidence = EncodingEvidence.of(chunk, read, contentTypeCharset);
            var probable = evidence.candidates().get(0);
            var writer = new BlankingWriter(spool, probable);
            for (chunk = Arrays.copyOf(chunk, BUFFER); read > 0; read = body.read(chunk)) {
                size += read;
                digest.update(chunk, 0, read);
                writer.write(chunk, 0, read);
                requireWithinLimit(probable);
            }
            boolean blanked = writer.finish();
            requireContent(probable);
            var unknown = evidence.unknown();
            return new ReceivedBody(
                    spool,
                    evidence.decide(spool),
                    digest.digest(),
                    blanked,
                    unknown == null
                            ? null
                            : ParseFailures.unknownEncoding(unknown, TelegramSkim.STAGE)
                                    .failure());
        }

        private void requireWithinLimit(Charset charset) throws IOException {
            var limits = xml.limits();
            if (size > limits.telegramBytes() && !answer) {
                answer = RootName.ENVELOPE.equals(
                        RootName.of(spool.copy(0, Math.min(spool.size(), ROOT_WITHIN)), charset, xml));
                if (!answer) {
                    throw new DeliveryTooLargeException("telegram", limits.telegramBytes());
                }
            }
            if (size > limits.answerSize().toBytes()) {
                throw new DeliveryTooLargeException(
                        "answer", limits.answerSize().toBytes());
            }
        }

        private void requireContent(Charset charset) throws IOException {
            if (size <= xml.limits().memorySize().toBytes()) {
                var bytes = spool.copy(0, size);
                if (TextEncoding.start(bytes, bytes.length, charset) == bytes.length) {
                    throw new EmptyDeliveryException();
                }
            }
        }
    }
}
