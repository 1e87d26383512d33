package io.toritsugi.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Normalisers P1 and P8: one booking a transaction, plain JDBC with prepared statements, over one connection or eight, each
 * with a hotel of its own. The values are at hand before the clock starts.
 */
final class SingleNormaliser {

    private static final String TAKE_NIGHT =
            "update inventory set sold = sold + ? where room_type_id = ? and night = ?";

    private final BenchDatabase database;
    private final RecordedRows rows;
    private final Connection preparing;
    private final List<BenchHotel> hotels;

    SingleNormaliser(BenchDatabase database, RecordedRows rows, Connection preparing, List<BenchHotel> hotels) {
        this.database = database;
        this.rows = rows;
        this.preparing = preparing;
        this.hotels = hotels;
    }

    /** Answers bookings a second of all connections together. */
    double run(int bookings, int connections) throws Exception {
        var work = new ArrayList<List<Booking>>();
        for (int connection = 0; connection < connections; connection++) {
            work.add(prepare(rows.nextKeys(hotels.get(connection), 1), bookings));
        }
        database.settle();
        var threads = Executors.newFixedThreadPool(connections);
        var open = new ArrayList<Connection>();
        try {
            var writers = new ArrayList<Callable<Void>>();
            for (var mine : work) {
                var connection = database.beside();
                connection.setAutoCommit(false);
                open.add(connection);
                writers.add(() -> {
                    write(connection, mine);
                    return null;
                });
            }
            long begun = System.nanoTime();
            for (var done : threads.invokeAll(writers)) {
                done.get();
            }
            return (double) bookings * connections / ((System.nanoTime() - begun) / 1e9);
        } finally {
            threads.shutdownNow();
            for (var connection : open) {
                connection.close();
            }
        }
    }

    /** @param rows of each table, in the order in which they are written */
    private record Booking(Map<String, List<Object[]>> rows, List<Object[]> nights) {}

    private List<Booking> prepare(RecordedRows.Keys keys, int bookings) throws SQLException {
        var prepared = new ArrayList<Booking>();
        try (var statement = preparing.createStatement()) {
            for (int booking = 0; booking < bookings; booking++) {
                Map<String, List<Object[]>> values = new LinkedHashMap<>();
                for (var table : rows.tables()) {
                    values.put(table, query(statement, keys.rows(table, booking, booking + 1)));
                }
                var nights = query(
                        statement,
                        "select rooms, type, night from (" + keys.nights(booking, booking + 1) + ") as taken");
                prepared.add(new Booking(values, nights));
            }
        }
        return prepared;
    }

    private static List<Object[]> query(java.sql.Statement statement, String sql) throws SQLException {
        try (var found = statement.executeQuery(sql)) {
            var all = new ArrayList<Object[]>();
            while (found.next()) {
                var row = new Object[found.getMetaData().getColumnCount()];
                for (int column = 0; column < row.length; column++) {
                    row[column] = found.getObject(column + 1);
                }
                all.add(row);
            }
            return all;
        }
    }

    private void write(Connection connection, List<Booking> bookings) throws SQLException {
        var inserts = new LinkedHashMap<String, PreparedStatement>();
        for (var table : rows.tables()) {
            var marks = rows.columns(table).stream().map(column -> "?").collect(Collectors.joining(", "));
            inserts.put(
                    table,
                    connection.prepareStatement("insert into " + table + " (" + String.join(", ", rows.columns(table))
                            + ") values (" + marks + ")"));
        }
        try (var takeNight = connection.prepareStatement(TAKE_NIGHT)) {
            for (var booking : bookings) {
                for (var rowsOfTable : booking.rows().entrySet()) {
                    execute(inserts.get(rowsOfTable.getKey()), rowsOfTable.getValue());
                }
                execute(takeNight, booking.nights());
                connection.commit();
            }
        } finally {
            for (var insert : inserts.values()) {
                insert.close();
            }
        }
    }

    private static void execute(PreparedStatement statement, List<Object[]> rows) throws SQLException {
        for (var row : rows) {
            for (int column = 0; column < row.length; column++) {
                statement.setObject(column + 1, row[column]);
            }
            if (rows.size() > 1) {
                statement.addBatch();
            }
        }
        if (rows.size() > 1) {
            statement.executeBatch();
        } else if (!rows.isEmpty()) {
            statement.executeUpdate();
        }
    }
}
