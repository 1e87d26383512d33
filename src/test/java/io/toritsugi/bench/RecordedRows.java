package io.toritsugi.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * The rows that the application wrote for a bulk answer, kept beside its database, so that the normalisers write the same
 * rows again under new keys: the same tables and columns, the same lengths, raw telegrams compressed as the application
 * compresses them. The columns are asked of the catalogue: a migration changes application and normalisers alike.
 */
final class RecordedRows {

    /** Where each table's rows are found; {@code n} numbers the bookings from 0. */
    private static final Map<String, String> SOURCES = new LinkedHashMap<>();

    /** Columns whose values are the server's own to give. */
    private static final List<String> GIVEN_BY_SERVER = List.of("attempt.id", "outbox_event.id", "outbox_event.tx");

    /** Values that must be new: {@code x} is the recorded row. Everything else is written as it was. */
    private static final Map<String, String> NEW_VALUES = Map.ofEntries(
            Map.entry("delivery.id", "pg_temp.new_delivery(first_line)"),
            Map.entry("delivery.hotel_id", ":hotel"),
            Map.entry("telegram.id", ":first + n"),
            Map.entry("telegram.delivery_id", "pg_temp.new_delivery(n / :perDelivery * :perDelivery)"),
            Map.entry("telegram.hotel_id", ":hotel"),
            Map.entry("telegram.data_id", "x.data_id || '-' || :run"),
            Map.entry("telegram.booking_number", "x.booking_number || '-' || :run"),
            Map.entry("telegram.reservation_id", "pg_temp.new_id(x.reservation_id)"),
            Map.entry("telegram_raw.telegram_id", ":first + n"),
            Map.entry("reservation.id", "pg_temp.new_id(x.id)"),
            Map.entry("reservation.hotel_id", ":hotel"),
            Map.entry("reservation.booking_number", "x.booking_number || '-' || :run"),
            Map.entry("reservation.standing_telegram", ":first + n"),
            Map.entry("reservation_room.reservation_id", "pg_temp.new_id(x.reservation_id)"),
            Map.entry("reservation_room.booked_type_id", "x.booked_type_id + :types"),
            Map.entry("reservation_room.assigned_type_id", "x.assigned_type_id + :types"),
            Map.entry("reservation_room.charged_type_id", "x.charged_type_id + :types"),
            Map.entry("reservation_revision.reservation_id", "pg_temp.new_id(x.reservation_id)"),
            Map.entry("reservation_revision.telegram_id", ":first + n"),
            Map.entry("attempt.telegram_id", ":first + n"),
            Map.entry("attempt.hotel_id", ":hotel"),
            Map.entry("attempt.booking_number", "x.booking_number || '-' || :run"),
            Map.entry("outbox_event.hotel_id", ":hotel"));

    static {
        SOURCES.put("delivery", "delivery x join booking b on b.n = 0 where x.hotel_id = :hotel");
        SOURCES.put("telegram", "telegram x join booking b on b.id = x.id");
        SOURCES.put("telegram_raw", "telegram_raw x join booking b on b.id = x.telegram_id");
        SOURCES.put("reservation", "reservation x join booking b on b.reservation_id = x.id");
        SOURCES.put("reservation_room", "reservation_room x join booking b on b.reservation_id = x.reservation_id");
        SOURCES.put("reservation_revision", "reservation_revision x join booking b on b.id = x.telegram_id");
        SOURCES.put("attempt", "attempt x join booking b on b.id = x.telegram_id");
        SOURCES.put(
                "outbox_event",
                "outbox_event x join booking b on b.id = (x.payload ->> 'telegramId')::bigint where x.topic = 'imports'");
    }

    private final Connection beside;
    private final BenchHotel recorded;
    private final Map<String, List<String>> columns = new LinkedHashMap<>();
    private int run;

    /**
     * Takes the rows over.
     *
     * @param recorded the hotel whose answer is taken, new bookings only
     * @param beside a connection that stays open
     */
    RecordedRows(Connection application, BenchHotel recorded, Connection beside) throws SQLException, IOException {
        this.beside = beside;
        this.recorded = recorded;
        for (var source : SOURCES.entrySet()) {
            columns.put(source.getKey(), columnsOf(source.getKey()));
            takeOver(application, source.getKey(), source.getValue());
        }
        execute("analyze");
    }

    List<String> tables() {
        return List.copyOf(SOURCES.keySet());
    }

    List<String> columns(String table) {
        return columns.get(table);
    }

    /** The next set of keys: rows written under it meet no others. */
    synchronized Keys nextKeys(BenchHotel hotel, int perDelivery) throws SQLException {
        run++;
        execute("""
                create or replace function pg_temp.new_id(old uuid) returns uuid language sql immutable as
                $$ select (lpad(to_hex(%d), 8, '0') || substr(old::text, 9))::uuid $$;
                create or replace function pg_temp.new_delivery(n bigint) returns uuid language sql immutable as
                $$ select (lpad(to_hex(%d), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$
                """.formatted(0x0a000000 + run, 0x0a000000 + run));
        return new Keys(run, hotel, perDelivery);
    }

    final class Keys {

        private final int run;
        private final BenchHotel hotel;
        private final int perDelivery;

        private Keys(int run, BenchHotel hotel, int perDelivery) {
            this.run = run;
            this.hotel = hotel;
            this.perDelivery = perDelivery;
        }

        /** The query that answers a table's rows under these keys, of bookings {@code from} to the one before {@code to}. */
        String rows(String table, int from, int to) {
            var values = columns(table).stream()
                    .map(column -> NEW_VALUES.getOrDefault(table + "." + column, "x." + column) + " as " + column)
                    .collect(Collectors.joining(", "));
            boolean delivery = table.equals("delivery");
            var source = delivery
                    ? "generate_series(%d, %d, %d) as first_line, staged_delivery x"
                            .formatted(from, to - 1, perDelivery)
                    : "staged_%s x where n >= %d and n < %d order by n".formatted(table, from, to);
            return "select " + filled(values) + " from " + source;
        }

        /** Type, night and rooms that these bookings take. */
        String nights(int from, int to) {
            return filled("""
                    select x.assigned_type_id + :types as type, night::date as night, count(*)::int as rooms
                    from staged_reservation_room x,
                         generate_series(x.first_night, x.end_date - 1, interval '1 day') as night
                    where n >= %d and n < %d
                    group by 1, 2
                    order by 1, 2
                    """.formatted(from, to));
        }

        private String filled(String sql) {
            return sql.replace(":first", "(" + (1_000_000_000L + run * 1_000_000L) + ")::bigint")
                    .replace(":hotel", Integer.toString(hotel.id()))
                    .replace(":types", Integer.toString(hotel.firstType() - recorded.firstType()))
                    .replace(":perDelivery", Integer.toString(perDelivery))
                    .replace(":run", "'" + run + "'");
        }
    }

    private void takeOver(Connection application, String table, String source) throws SQLException, IOException {
        execute("create unlogged table staged_" + table + " as select 0::bigint as n, x.* from " + table
                + " x with no data");
        var rows = new ByteArrayOutputStream();
        var names = columnsOfAll(table).stream().map(name -> "x." + name).collect(Collectors.joining(", "));
        copy(application)
                .copyOut("""
                copy (with booking as (
                          select id, reservation_id, row_number() over (order by id) - 1 as n
                          from telegram
                          where hotel_id = :hotel and outcome = 'imported')
                      select b.n, %s from %s) to stdout (format binary)
                """.formatted(names, source).replace(":hotel", Integer.toString(recorded.id())), rows);
        long copied = copy(beside)
                .copyIn(
                        "copy staged_" + table + " from stdin (format binary)",
                        new ByteArrayInputStream(rows.toByteArray()));
        if (copied == 0) {
            throw new IllegalStateException("The application wrote nothing into " + table);
        }
        execute("create index on staged_" + table + " (n)");
    }

    private List<String> columnsOf(String table) throws SQLException {
        return columnsOfAll(table).stream()
                .filter(name -> !GIVEN_BY_SERVER.contains(table + "." + name))
                .toList();
    }

    private List<String> columnsOfAll(String table) throws SQLException {
        try (var statement = beside.prepareStatement("""
                select attname from pg_attribute
                where attrelid = ?::regclass and attnum > 0 and not attisdropped order by attnum
                """)) {
            statement.setString(1, table);
            try (var rows = statement.executeQuery()) {
                var names = new java.util.ArrayList<String>();
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
                return names;
            }
        }
    }

    static org.postgresql.copy.CopyManager copy(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private void execute(String sql) throws SQLException {
        try (var statement = beside.createStatement()) {
            statement.execute(sql);
        }
    }
}
