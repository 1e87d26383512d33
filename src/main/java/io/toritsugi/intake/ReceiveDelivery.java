package io.toritsugi.intake;

import io.toritsugi.booking.ChannelDirectory;
import io.toritsugi.database.TimeOrderedId;
import io.toritsugi.telegram.DeliveryReader;
import io.toritsugi.telegram.DeliverySummary;
import io.toritsugi.telegram.ReadTelegram;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        chunk.close(summary);
        return new StoredDelivery(delivery.id(), receivedAt, summary);
    }

    /** Gathers telegrams until they are worth a commit. */
    private final class Chunk {

        private final Delivery delivery;
        private final List<ArrivedTelegram> telegrams = new ArrayList<>();
        private long bytes;

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

        void close(DeliverySummary summary) {
            flush(new DeliveryClosing(
                    summary.envelope().name().toLowerCase(Locale.ROOT),
                    summary.sha256(),
                    summary.bytes(),
                    summary.lines(),
                    summary.outputId()));
        }

        private void flush(@Nullable DeliveryClosing closing) {
            var stored = store.store(delivery, telegrams, closing);
            telegrams.clear();
            bytes = 0;
            feed.offer(stored.toImport(), settings.patience());
        }
    }
}
