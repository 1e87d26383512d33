package io.toritsugi.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A database with as many failures as are tried in a phase, and its queue, filled anew for every phase. */
final class RetryQueueUnderTest implements AutoCloseable {

    private static final String TELEGRAMS = """
            insert into telegram (received_at, delivery_id, line, hotel_id, kind, channel, channel_key, data_id, booking_number,
                                  sent_at, sha256, bytes, outcome, failure_class, failure_code)
            select now(), gen_random_uuid(), n, ?, 'NEW', 'jalan', 'jalan', 'D' || n, 'B' || n, now()::timestamp,
                   sha256(n::text::bytea), 8000, 'rejected', 'ROOM_MAPPING', 'mapping.unknown_code'
            from generate_series(1, ?) as n
            """;

    private static final String FAILURES = """
            insert into import_failure (telegram_id, hotel_id, channel, channel_key, booking_number, kind, failure_class,
                                        failure_code, stage, fingerprint, state, created_at, updated_at)
            select t.id, t.hotel_id, t.channel, t.channel_key, t.booking_number, t.kind, t.failure_class, t.failure_code, 'map',
                   'bench', 'waiting', now(), now()
            from telegram t
            """;

    private static final String FILL = """
            insert into retry_queue (failure_id, hotel_id, due_at, attempt)
            select f.id, f.hotel_id, now() - interval '1 hour' + f.id * interval '1 millisecond', 2
            from import_failure f
            order by f.id
            limit ?
            """;

    private final Connection connection;

    RetryQueueUnderTest(String url, int failures) throws SQLException {
        connection = DriverManager.getConnection(url);
        var hotel = BenchHotel.make(connection, "RETRY");
        try (var telegrams = connection.prepareStatement(TELEGRAMS);
                var rows = connection.createStatement()) {
            telegrams.setInt(1, hotel.id());
            telegrams.setInt(2, failures);
            telegrams.executeUpdate();
            rows.executeUpdate(FAILURES);
            rows.execute("analyze telegram, import_failure");
        }
    }

    /** Makes so many retries due, each at a moment of its own, in a table without a past. */
    void fill(int retries) throws SQLException {
        try (var rows = connection.createStatement();
                var fill = connection.prepareStatement(FILL)) {
            rows.execute("truncate retry_queue");
            fill.setInt(1, retries);
            fill.executeUpdate();
            rows.execute("vacuum analyze retry_queue");
            rows.execute("checkpoint");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
