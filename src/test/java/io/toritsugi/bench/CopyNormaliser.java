package io.toritsugi.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * Normaliser C: what this PostgreSQL takes when nothing is asked of it but to store the rows. Binary {@code COPY} of the rows
 * and one grouped inventory update, 2,000 bookings a transaction, two connections, each with a hotel of its own. The rows
 * are encoded, hashed and compressed before the clock starts.
 */
final class CopyNormaliser {

    private static final int CONNECTIONS = 2;
    private static final int BOOKINGS_A_TRANSACTION = 2000;
    private static final String TAKE_NIGHTS = """
            update inventory
            set sold = inventory.sold + taken.rooms
            from unnest(?::integer[], ?::date[], ?::integer[]) as taken (room_type_id, night, rooms)
            where inventory.room_type_id = taken.room_type_id
              and inventory.night = taken.night
            """;

    private final BenchDatabase database;
    private final RecordedRows rows;
    private final Connection preparing;
    private final List<BenchHotel> hotels;
    private final CpuClock cpu;
    private double databaseCpu;

    CopyNormaliser(
            BenchDatabase database, RecordedRows rows, Connection preparing, List<BenchHotel> hotels, CpuClock cpu) {
        this.database = database;
        this.rows = rows;
        this.preparing = preparing;
        this.hotels = hotels;
        this.cpu = cpu;
    }

    /** Answers bookings a second. */
    double run(int bookings) throws Exception {
        var work = new ArrayList<List<Transaction>>();
        for (int connection = 0; connection < CONNECTIONS; connection++) {
            work.add(new ArrayList<>());
            var keys = rows.nextKeys(hotels.get(connection), BOOKINGS_A_TRANSACTION);
            int share = bookings / CONNECTIONS;
            for (int from = connection * share; from < (connection + 1) * share; from += BOOKINGS_A_TRANSACTION) {
                int to = Math.min(from + BOOKINGS_A_TRANSACTION, (connection + 1) * share);
                work.get(connection).add(prepare(keys, from, to));
            }
        }
        database.settle();
        return time(work, bookings / CONNECTIONS * CONNECTIONS);
    }

    /** Processor time of PostgreSQL in the last run, microseconds a booking. */
    double databaseCpu() {
        return databaseCpu;
    }

    private double time(List<List<Transaction>> work, int bookings) throws Exception {
        var threads = Executors.newFixedThreadPool(CONNECTIONS);
        var open = new ArrayList<Connection>();
        try {
            var writers = new ArrayList<Callable<Void>>();
            for (var transactions : work) {
                var connection = database.beside();
                connection.setAutoCommit(false);
                open.add(connection);
                writers.add(() -> {
                    for (var transaction : transactions) {
                        write(connection, transaction);
                    }
                    return null;
                });
            }
            var before = cpu.now();
            long begun = System.nanoTime();
            for (var done : threads.invokeAll(writers)) {
                done.get();
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            databaseCpu = cpu.now().since(before).database().toNanos() / 1e3 / bookings;
            return bookings / seconds;
        } finally {
            threads.shutdownNow();
            for (var connection : open) {
                connection.close();
            }
        }
    }

    /** @param nights types, nights and rooms, as arrays */
    private record Transaction(Map<String, byte[]> copies, List<Array> nights) {}

    private Transaction prepare(RecordedRows.Keys keys, int from, int to) throws SQLException, IOException {
        var copies = new LinkedHashMap<String, byte[]>();
        for (var table : rows.tables()) {
            var encoded = new ByteArrayOutputStream();
            RecordedRows.copy(preparing)
                    .copyOut("copy (" + keys.rows(table, from, to) + ") to stdout (format binary)", encoded);
            copies.put(
                    "copy " + table + " (" + String.join(", ", rows.columns(table)) + ") from stdin (format binary)",
                    encoded.toByteArray());
        }
        try (var statement = preparing.createStatement();
                var row = statement.executeQuery("select array_agg(type), array_agg(night), array_agg(rooms) from ("
                        + keys.nights(from, to) + ") as taken")) {
            row.next();
            return new Transaction(copies, List.of(row.getArray(1), row.getArray(2), row.getArray(3)));
        }
    }

    private static void write(Connection connection, Transaction transaction) throws SQLException, IOException {
        var copy = RecordedRows.copy(connection);
        for (var rows : transaction.copies().entrySet()) {
            copy.copyIn(rows.getKey(), new ByteArrayInputStream(rows.getValue()));
        }
        try (var statement = connection.prepareStatement(TAKE_NIGHTS)) {
            for (int column = 0; column < 3; column++) {
                statement.setArray(column + 1, transaction.nights().get(column));
            }
            statement.executeUpdate();
        }
        connection.commit();
    }
}
