package io.toritsugi.intake;

import io.toritsugi.database.Columns;
import io.toritsugi.reservation.PreparedTelegram;
import io.toritsugi.reservation.Reading;
import io.toritsugi.reservation.RefuseTelegrams;
import io.toritsugi.reservation.Trigger;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores what was received before anything else is done with it (R2.1). One statement stores a whole chunk; the unique keys
 * decide which telegram is the first of its DataID, also between two nodes and two threads (R2.5).
 */
@Component
class TelegramStore {

    private static final int PART_SIZE = 1 << 20;

    // Sorted by key: two deliveries with the same telegrams in different order must not wait for each other in a
    // circle. Of two with one key the first of the document stands.
    private static final String STORE = """
            with arrived as materialized (
                select nextval('telegram_id_seq') as id, a.*
                from unnest(?::integer[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamp[],
                            ?::bytea[], ?::integer[], ?::text[], ?::bytea[])
                         as a (line, kind, channel, channel_key, data_id, booking_number, sent_at,
                               sha256, bytes, encoding, zstd)),
                 stored as (
                     insert into telegram (id, received_at, delivery_id, line, hotel_id, kind, channel, channel_key,
                                           data_id, booking_number, sent_at, sha256, bytes)
                         select id, ?::timestamptz, ?::uuid, line, ?::integer, kind, channel, channel_key,
                                data_id, booking_number, sent_at, sha256, bytes
                         from arrived
                         order by channel_key, data_id, case when data_id is null then sha256 end, line
                         on conflict do nothing
                         returning id),
                 kept as (
                     insert into telegram_raw (telegram_id, part, received_at, encoding, zstd)
                         select id, 0, ?::timestamptz, encoding, zstd
                         from arrived
                         where zstd is not null)
            select arrived.line, arrived.id, stored.id is not null as original
            from arrived
                     left join stored on stored.id = arrived.id
            order by arrived.line
            """;

    private static final String STORE_PART = """
            insert into telegram_raw (telegram_id, part, received_at, encoding, zstd)
            values (?, ?, ?::timestamptz, ?, ?)
            """;

    private static final String STORE_DELIVERY = """
            insert into delivery (id, received_at, hotel_id, via, envelope, sha256, bytes, lines, output_id, api_key_id)
            values (?, ?::timestamptz, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate jdbc;
    private final DuplicateTelegrams duplicates;
    private final RefuseTelegrams refuse;
    private final ApplicationEventPublisher events;

    TelegramStore(
            JdbcTemplate jdbc,
            DuplicateTelegrams duplicates,
            RefuseTelegrams refuse,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.duplicates = duplicates;
        this.refuse = refuse;
        this.events = events;
    }

    /**
     * Stores a chunk in one transaction: every telegram with its bytes, repeated ones as duplicates, unreadable ones as
     * refused.
     *
     * @param closing what the delivery turned out to be, with its last chunk; null before
     */
    @Transactional
    public StoredChunk store(Delivery delivery, List<ArrivedTelegram> chunk, @Nullable DeliveryClosing closing) {
        if (closing != null) {
            storeDelivery(delivery, closing);
            if (closing.output() != null) {
                events.publishEvent(closing.output());
            }
        }
        if (chunk.isEmpty()) {
            return new StoredChunk(List.of());
        }
        var byLine = chunk.stream().collect(Collectors.toMap(ArrivedTelegram::line, Function.identity()));
        var ids = storeTelegrams(delivery, chunk);
        var repeated = ids.stream().filter(row -> !row.original()).toList();
        var standing = duplicates.store(
                delivery,
                repeated.stream()
                        .map(row -> new DuplicateTelegrams.Repeated(row.id(), byLine.get(row.line())))
                        .toList());
        storeLongOnes(delivery, chunk, ids);
        return importable(
                delivery,
                byLine,
                ids.stream()
                        .filter(row -> row.original() || standing.contains(row.id()))
                        .toList());
    }

    private List<StoredRow> storeTelegrams(Delivery delivery, List<ArrivedTelegram> chunk) {
        var rows = new ArrayList<StoredRow>();
        jdbc.query(
                STORE,
                (PreparedStatement statement) -> {
                    Columns.of(chunk)
                            .column("int4", ArrivedTelegram::line)
                            .column("text", ArrivedTelegram::kind)
                            .column("text", ArrivedTelegram::channelName)
                            .column("text", ArrivedTelegram::channelKey)
                            .column("text", ArrivedTelegram::dataId)
                            .column("text", ArrivedTelegram::bookingNumber)
                            .column(
                                    "timestamp",
                                    telegram -> telegram.keys() == null
                                            ? null
                                            : telegram.keys().sentAt())
                            .bytes(telegram -> telegram.bytes().sha256())
                            .column("int4", TelegramStore::shownSize)
                            .column("text", ArrivedTelegram::encoding)
                            .bytes(TelegramStore::compressed)
                            .bind(statement, 1);
                    statement.setString(12, delivery.receivedAt().toString());
                    statement.setObject(13, delivery.id());
                    statement.setInt(14, delivery.hotelId());
                    statement.setString(15, delivery.receivedAt().toString());
                },
                row -> {
                    rows.add(new StoredRow(row.getInt("line"), row.getLong("id"), row.getBoolean("original")));
                });
        return rows;
    }

    private void storeDelivery(Delivery delivery, DeliveryClosing closing) {
        jdbc.update(
                STORE_DELIVERY,
                delivery.id(),
                delivery.receivedAt().toString(),
                delivery.hotelId(),
                delivery.via(),
                closing.envelope(),
                closing.sha256(),
                closing.bytes(),
                closing.lines(),
                closing.outputId(),
                delivery.apiKeyId());
    }

    /** What is longer than a telegram may be is kept in parts, so that nobody ever holds all of it in memory. */
    private void storeLongOnes(Delivery delivery, List<ArrivedTelegram> chunk, List<StoredRow> rows) {
        Set<Integer> longLines = chunk.stream()
                .filter(telegram -> telegram.bytes().size() > PART_SIZE)
                .map(ArrivedTelegram::line)
                .collect(Collectors.toSet());
        if (longLines.isEmpty()) {
            return;
        }
        Map<Integer, StoredRow> byLine = rows.stream().collect(Collectors.toMap(StoredRow::line, Function.identity()));
        for (var telegram : chunk) {
            if (longLines.contains(telegram.line())) {
                storeParts(delivery, byLine.get(telegram.line()).id(), telegram);
            }
        }
    }

    private void storeParts(Delivery delivery, long id, ArrivedTelegram telegram) {
        try (InputStream bytes = telegram.bytes().open()) {
            int part = 0;
            for (byte[] piece = bytes.readNBytes(PART_SIZE); piece.length > 0; piece = bytes.readNBytes(PART_SIZE)) {
                jdbc.update(
                        STORE_PART,
                        id,
                        part++,
                        delivery.receivedAt().toString(),
                        telegram.encoding(),
                        CompressedBytes.compress(piece));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Line " + telegram.line() + " of delivery " + delivery.id(), unreadable);
        }
    }

    private StoredChunk importable(Delivery delivery, Map<Integer, ArrivedTelegram> byLine, List<StoredRow> originals) {
        var toImport = new ArrayList<ImportTask>();
        var refused = new ArrayList<PreparedTelegram>();
        long now = System.nanoTime();
        for (var row : originals) {
            var telegram = byLine.get(row.line());
            var head = telegram.head(row.id(), delivery.hotelId());
            if (telegram.failure() == null) {
                toImport.add(new ImportTask(
                        head,
                        telegram.bytes().toByteArray(),
                        telegram.encoding(),
                        delivery.receivedAt(),
                        Trigger.INITIAL,
                        now));
            } else {
                refused.add(new PreparedTelegram(
                        head, delivery.receivedAt(), Trigger.INITIAL, now, new Reading.Refused(telegram.failure())));
            }
        }
        refuse.refuse(refused);
        return new StoredChunk(toImport);
    }

    private static int shownSize(ArrivedTelegram telegram) {
        return (int) Math.min(Integer.MAX_VALUE, telegram.bytes().size());
    }

    private static byte @Nullable [] compressed(ArrivedTelegram telegram) {
        return telegram.bytes().size() > PART_SIZE
                ? null
                : CompressedBytes.compress(telegram.bytes().toByteArray());
    }

    private record StoredRow(int line, long id, boolean original) {}
}
