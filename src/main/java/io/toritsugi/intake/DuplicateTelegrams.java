package io.toritsugi.intake;

import io.toritsugi.database.Columns;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.telegram.SameContent;
import java.sql.PreparedStatement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Stores telegrams that came before (domain notes §8.1): the first stands, the repetition is kept beside it and names it. Of
 * two contents under one DataID both are kept and staff are told.
 */
@Component
class DuplicateTelegrams {

    private static final String FIND_ORIGINALS = """
            select a.id as repeated_id, t.id as original_id, t.sha256
            from unnest(?::bigint[], ?::text[], ?::text[], ?::bytea[]) as a (id, channel_key, data_id, sha256)
                     join telegram t
                          on t.hotel_id = ?
                              and t.original_id is null
                              and ((a.data_id is not null and t.channel_key = a.channel_key and t.data_id = a.data_id)
                                  or (a.data_id is null and t.data_id is null and t.sha256 = a.sha256))
            """;

    private static final String STORE = """
            insert into telegram (id, received_at, delivery_id, line, hotel_id, kind, channel, channel_key, data_id,
                                  booking_number, sent_at, sha256, bytes, original_id, outcome, failure_class,
                                  failure_code, failure_args, settled_at)
            select id, ?::timestamptz, ?::uuid, line, ?::integer, kind, channel, channel_key, data_id,
                   booking_number, sent_at, sha256, bytes, original_id, 'rejected', 'DUPLICATE',
                   failure_code, jsonb_build_object('original', original_id::text), ?::timestamptz
            from unnest(?::bigint[], ?::integer[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::timestamp[], ?::bytea[], ?::integer[], ?::bigint[], ?::text[])
                     as a (id, line, kind, channel, channel_key, data_id, booking_number,
                           sent_at, sha256, bytes, original_id, failure_code)
            """;

    private final JdbcTemplate jdbc;
    private final SameContent content;
    private final RawTelegrams raw;
    private final ReplaceUnreadable unreadable;
    private final ApplicationEventPublisher events;

    DuplicateTelegrams(
            JdbcTemplate jdbc,
            SameContent content,
            RawTelegrams raw,
            ReplaceUnreadable unreadable,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.content = content;
        this.raw = raw;
        this.unreadable = unreadable;
        this.events = events;
    }

    /** A telegram whose key was taken, with the number that it is stored under. */
    record Repeated(long id, ArrivedTelegram telegram) {}

    /**
     * Stores repetitions, each with its original; in the caller's transaction.
     *
     * @return those that are no repetitions any more, because what they repeat cannot be read
     */
    Set<Long> store(Delivery delivery, List<Repeated> repeated) {
        if (repeated.isEmpty()) {
            return Set.of();
        }
        var originals = findOriginals(delivery, repeated);
        var codes = compare(repeated, originals);
        var received = delivery.receivedAt().toString();
        jdbc.update(STORE, (PreparedStatement statement) -> {
            statement.setString(1, received);
            statement.setObject(2, delivery.id());
            statement.setInt(3, delivery.hotelId());
            statement.setString(4, received);
            Columns.of(repeated)
                    .column("int8", Repeated::id)
                    .column("int4", row -> row.telegram().line())
                    .column("text", row -> row.telegram().kind())
                    .column("text", row -> row.telegram().channelName())
                    .column("text", row -> row.telegram().channelKey())
                    .column("text", row -> row.telegram().dataId())
                    .column("text", row -> row.telegram().bookingNumber())
                    .column(
                            "timestamp",
                            row -> row.telegram().keys() == null
                                    ? null
                                    : row.telegram().keys().sentAt())
                    .bytes(row -> row.telegram().bytes().sha256())
                    .column("int4", row -> (int)
                            Math.min(Integer.MAX_VALUE, row.telegram().bytes().size()))
                    .column("int8", row -> originals.get(row.id()).id())
                    .column("text", row -> codes.get(row.id()).code())
                    .bind(statement, 5);
        });
        var standing = unreadable.byRepetitions(repeated.stream()
                .map(Repeated::id)
                .filter(id -> codes.get(id) == FailureCode.DUPLICATE_OTHER_CONTENT)
                .toList());
        events.publishEvent(new TelegramsRepeated(repeated.stream()
                .filter(row -> !standing.contains(row.id()))
                .map(row -> repetition(delivery, row, originals, codes))
                .toList()));
        return standing;
    }

    private Map<Long, Original> findOriginals(Delivery delivery, List<Repeated> repeated) {
        var originals = new HashMap<Long, Original>();
        jdbc.query(
                FIND_ORIGINALS,
                (PreparedStatement statement) -> {
                    Columns.of(repeated)
                            .column("int8", Repeated::id)
                            .column("text", row -> row.telegram().channelKey())
                            .column("text", row -> row.telegram().dataId())
                            .bytes(row -> row.telegram().bytes().sha256())
                            .bind(statement, 1);
                    statement.setInt(5, delivery.hotelId());
                },
                row -> {
                    originals.put(
                            row.getLong("repeated_id"),
                            new Original(row.getLong("original_id"), row.getBytes("sha256")));
                });
        return originals;
    }

    /** Same bytes are the same telegram; others are compared as documents, for they come bare, escaped and as CDATA. */
    private Map<Long, FailureCode> compare(List<Repeated> repeated, Map<Long, Original> originals) {
        var otherBytes = repeated.stream()
                .filter(row -> !Arrays.equals(
                        row.telegram().bytes().sha256(), originals.get(row.id()).sha256()))
                .toList();
        var originalBytes = otherBytes.isEmpty()
                ? Map.<Long, RawTelegram>of()
                : raw
                        .load(otherBytes.stream()
                                .map(row -> originals.get(row.id()).id())
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(RawTelegram::id, Function.identity()));
        var codes = new HashMap<Long, FailureCode>();
        repeated.forEach(row -> codes.put(row.id(), FailureCode.DUPLICATE_SAME));
        for (var row : otherBytes) {
            var original = originalBytes.get(originals.get(row.id()).id());
            if (original == null || !same(row.telegram(), original)) {
                codes.put(row.id(), FailureCode.DUPLICATE_OTHER_CONTENT);
            }
        }
        return codes;
    }

    private boolean same(ArrivedTelegram repeated, RawTelegram original) {
        return content.same(repeated.bytes().toByteArray(), repeated.encoding(), original.bytes(), original.encoding());
    }

    private TelegramsRepeated.Repetition repetition(
            Delivery delivery, Repeated row, Map<Long, Original> originals, Map<Long, FailureCode> codes) {
        var telegram = row.telegram();
        var code = codes.get(row.id());
        return new TelegramsRepeated.Repetition(
                row.id(),
                originals.get(row.id()).id(),
                delivery.hotelId(),
                telegram.channelName(),
                telegram.channelKey(),
                telegram.dataId(),
                telegram.bookingNumber(),
                code == FailureCode.DUPLICATE_OTHER_CONTENT,
                code.code(),
                delivery.receivedAt());
    }

    private record Original(long id, byte[] sha256) {}
}
