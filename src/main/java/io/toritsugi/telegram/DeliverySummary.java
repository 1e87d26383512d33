package io.toritsugi.telegram;

import io.toritsugi.failure.Failure;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery was, once all of it has been read.
 *
 * @param envelope what it turned out to be
 * @param outputId the output that an answer belongs to, for its confirmation; null when there is nothing to confirm
 * @param lines how many lines were handed out
 * @param bytes how long the body was, after gunzip; of a damaged gzip, as it came
 * @param sha256 SHA-256 of the body as received, after gunzip; of a damaged gzip, as it came
 * @param failure why it is unreadable; null unless it is
 */
// The hash is made for this record alone and handed on once; nobody compares summaries.
@SuppressWarnings("ArrayRecordComponent")
public record DeliverySummary(
        Envelope envelope,
        @Nullable String outputId,
        int lines,
        long bytes,
        byte[] sha256,
        @Nullable Failure failure) {}
