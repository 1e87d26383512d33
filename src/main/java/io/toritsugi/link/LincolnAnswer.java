package io.toritsugi.link;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer of a service that says that it succeeded, not yet read further. To be closed by who asked for it; for one
 * thread.
 */
public final class LincolnAnswer implements Closeable {

    private final @Nullable ReceivedAnswer bytes;
    private final @Nullable AnswerHead head;
    private final @Nullable String charset;
    private final Instant askedAt;
    private final @Nullable RemoteFailedException refusal;

    private LincolnAnswer(
            @Nullable ReceivedAnswer bytes,
            @Nullable AnswerHead head,
            @Nullable String charset,
            Instant askedAt,
            @Nullable RemoteFailedException refusal) {
        this.bytes = bytes;
        this.head = head;
        this.charset = charset;
        this.askedAt = askedAt;
        this.refusal = refusal;
    }

    static LincolnAnswer of(ReceivedAnswer bytes, AnswerHead head, @Nullable String charset, Instant askedAt) {
        return new LincolnAnswer(bytes, head, charset, askedAt, null);
    }

    /** One that refuses, and may tell row by row what was done nevertheless. */
    static LincolnAnswer refused(
            ReceivedAnswer bytes,
            AnswerHead head,
            @Nullable String charset,
            Instant askedAt,
            RemoteFailedException refusal) {
        return new LincolnAnswer(bytes, head, charset, askedAt, refusal);
    }

    /** TL-Lincoln found nothing. */
    static LincolnAnswer nothing(Instant askedAt) {
        return new LincolnAnswer(null, null, null, askedAt, null);
    }

    /** Whether there is neither a booking in it nor an output to confirm. */
    public boolean isEmpty() {
        return head == null || (!head.hasBookings() && head.outputId() == null);
    }

    /** Whether TL-Lincoln found nothing at all, so that there is nothing to read either. */
    boolean isNothing() {
        return bytes == null;
    }

    /** Whether any booking is in it. */
    public boolean hasBookings() {
        return head != null && head.hasBookings();
    }

    /** Whether all of it came. */
    public boolean isWhole() {
        return bytes == null || bytes.broken() == null;
    }

    /** The output to confirm, where it is named before the bookings; null where it is not. */
    public @Nullable String outputId() {
        return head == null ? null : head.outputId();
    }

    /** Why TL-Lincoln did not do all that it was asked for; null when it did. */
    @Nullable
    RemoteFailedException refusal() {
        return refusal;
    }

    /** The charset that the transport names; null when none. */
    public @Nullable String charset() {
        return charset;
    }

    /** When it was asked for. */
    public Instant askedAt() {
        return askedAt;
    }

    /** The bytes as they came. */
    public InputStream open() {
        return bytes == null ? InputStream.nullInputStream() : bytes.open();
    }

    /** SHA-256 of the bytes as they came; to be asked once. */
    public byte[] sha256() {
        if (bytes == null) {
            throw new IllegalStateException("An answer of nothing has no bytes");
        }
        return bytes.sha256();
    }

    @Override
    public void close() throws IOException {
        if (bytes != null) {
            bytes.close();
        }
    }
}
