package io.toritsugi.intake;

import io.toritsugi.booking.ChannelDirectory;
import io.toritsugi.database.TimeOrderedId;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.reservation.TelegramHead;
import io.toritsugi.telegram.DeliveryReader;
import io.toritsugi.telegram.DeliverySummary;
import io.toritsugi.telegram.Envelope;
import io.toritsugi.telegram.ReadTelegram;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes a delivery in: read while streaming, stored chunk by chunk, and only then acknowledged by the caller (promise
 * "accepted means durable"). However it arrives, this is the one door.
 */
@Component
public class ReceiveDelivery {

    private final DeliveryReader reader;
    private final ChannelDirectory channels;
    private final TelegramStore store;
    private final ImportFeed feed;
    private final IntakeSettings settings;
    private final Clock clock;

    ReceiveDelivery(
            DeliveryReader reader,
            ChannelDirectory channels,
            TelegramStore store,
            ImportFeed feed,
            IntakeSettings settings,
            Clock clock) {
        this.reader = reader;
        this.channels = channels;
        this.store = store;
        this.feed = feed;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Reads, stores and feeds a delivery. When this returns, every telegram of it is committed.
     *
     * @param body the bytes as they come; closed by the caller
     * @param gzip whether they are compressed on the way
     * @param charset the charset that the transport names; null when none
     * @throws io.toritsugi.telegram.DeliveryTooLargeException when it is longer than its kind may be; telegrams of an
     *     answer that were complete before are stored
     * @throws io.toritsugi.telegram.EmptyDeliveryException when there is nothing in it
     */
    public StoredDelivery receive(
            int hotelId, String via, @Nullable Long apiKeyId, InputStream body, boolean gzip, @Nullable String charset)
            throws IOException {
        Instant receivedAt = Instant.ofEpochMilli(clock.millis());
        var delivery = new Delivery(TimeOrderedId.at(receivedAt), receivedAt, hotelId, via, apiKeyId);
        var chunk = new Chunk(delivery);
        DeliverySummary summary = reader.read(body, gzip, charset, chunk::add);
        chunk.close(summary, null);
        return new StoredDelivery(delivery.id(), receivedAt, summary, chunk.waiting());
    }

    /**
     * Reads, stores and feeds a polled answer; its output may be confirmed from the commit of its last telegrams on. Of one that
     * breaks off the complete telegrams are stored and nothing is to be confirmed: the rest comes again with them.
     *
     * @param body the bytes as they came; closed by the caller
     * @param charset the charset that the transport names; null when none
     * @param askedAt when the poll was sent
     * @param arrivedWhole false when the connection broke before the end; then what stands behind the last complete telegram is
     *     no telegram of anybody and is not kept
     */
    public PolledDelivery receivePolled(
            int hotelId, InputStream body, @Nullable String charset, Instant askedAt, boolean arrivedWhole)
            throws IOException {
        Instant receivedAt = Instant.ofEpochMilli(clock.millis());
        var delivery = new Delivery(TimeOrderedId.at(receivedAt), receivedAt, hotelId, "poll", null);
        var chunk = new Chunk(delivery);
        var remainder = new AtomicBoolean();
        DeliverySummary summary = reader.read(body, false, charset, read -> {
            remainder.compareAndSet(false, isRemainder(read));
            if (arrivedWhole || !isRemainder(read)) {
                chunk.add(read);
            }
        });
        boolean readable = summary.envelope() == Envelope.ANSWER;
        boolean whole = arrivedWhole && !remainder.get();
        var outputId = summary.outputId();
        chunk.close(
                summary,
                readable && whole && outputId != null
                        ? new OutputReceived(hotelId, outputId, delivery.id(), receivedAt, askedAt)
                        : null);
        return new PolledDelivery(delivery.id(), readable, whole);
    }

    private static boolean isRemainder(ReadTelegram read) {
        return read.failure() != null && read.failure().code() == FailureCode.PARSE_REMAINDER;
    }

    /** Gathers telegrams until they are worth a commit. */
    private final class Chunk {

        private final Delivery delivery;
        private final List<ArrivedTelegram> telegrams = new ArrayList<>();
        private long bytes;
        private int flushes;
        private @Nullable List<TelegramHead> waiting;

        Chunk(Delivery delivery) {
            this.delivery = delivery;
        }

        void add(ReadTelegram read) {
            var keys = read.keys();
            var channel = keys == null ? null : channels.channelOf(keys.company(), keys.officeCode());
            telegrams.add(
                    new ArrivedTelegram(read.line(), read.bytes(), read.encoding(), keys, channel, read.failure()));
            bytes += read.bytes().size();
            if (telegrams.size() >= settings.chunk()
                    || bytes >= settings.chunkSize().toBytes()
                    || !read.bytes().lasting()) {
                flush(null);
            }
        }

        void close(DeliverySummary summary, @Nullable OutputReceived output) {
            flush(new DeliveryClosing(
                    summary.envelope().name().toLowerCase(Locale.ROOT),
                    summary.sha256(),
                    summary.bytes(),
                    summary.lines(),
                    summary.outputId(),
                    output));
        }

        /** All telegrams of the delivery, when one commit stored them and each is new and waits for its import. */
        @Nullable
        List<TelegramHead> waiting() {
            return flushes == 1 ? waiting : null;
        }

        private void flush(@Nullable DeliveryClosing closing) {
            var stored = store.store(delivery, telegrams, closing);
            flushes++;
            waiting = stored.toImport().size() == telegrams.size()
                    ? stored.toImport().stream().map(ImportTask::head).toList()
                    : null;
            telegrams.clear();
            bytes = 0;
            feed.offer(stored.toImport(), settings.patience());
        }
    }
}
