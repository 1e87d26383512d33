package io.toritsugi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Loads the running application over HTTP and times it, to the moment when every telegram is decided. */
final class ApplicationLoad {

    private static final int HOTELS_OF_PUSHES = 8;
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final BenchedApplication application;
    private final Path directory;
    private final Connection database;
    private final CpuClock cpu;
    private final LocalDate today = LocalDate.now(java.time.ZoneId.of("Asia/Tokyo"));
    private final List<BenchHotel> pushHotels = new ArrayList<>();
    private int series;

    ApplicationLoad(BenchedApplication application, Path directory, Connection database, CpuClock cpu)
            throws SQLException {
        this.application = application;
        this.directory = directory;
        this.database = database;
        this.cpu = cpu;
        for (int hotel = 0; hotel < HOTELS_OF_PUSHES; hotel++) {
            pushHotels.add(BenchHotel.make(database, "PUSH" + hotel));
        }
    }

    /**
     * @param received seconds to the end of the receipt
     * @param applicationCpu processor time of the application, microseconds a telegram
     * @param databaseCpu the same of PostgreSQL
     */
    record Bulk(BenchHotel hotel, double perSecond, double received, double applicationCpu, double databaseCpu) {}

    /** Times in milliseconds. */
    record Pushes(double perSecond, double p50, double p99) {}

    /** One answer of new bookings for one hotel. */
    Bulk bulkOfNew(int telegrams) throws Exception {
        series++;
        return bulk(List.of(new TelegramMix(series, today).newBookings(telegrams)));
    }

    /** One answer with new, modified and cancelled bookings for one hotel. */
    Bulk bulkOfAllKinds(int telegrams) throws Exception {
        series++;
        return bulk(List.of(new TelegramMix(series, today).allKinds(telegrams)));
    }

    /** As many new bookings, as one answer each for several hotels, posted at the same time. */
    Bulk bulkOfHotels(int telegrams, int hotels) throws Exception {
        var answers = new ArrayList<List<DrawnBooking>>();
        for (int hotel = 0; hotel < hotels; hotel++) {
            series++;
            answers.add(new TelegramMix(series, today).newBookings(telegrams / hotels));
        }
        return bulk(answers);
    }

    /** How many telegrams of a hotel were decided together, on average: a batch has one time. */
    double telegramsABatch(BenchHotel hotel) throws SQLException {
        try (var statement = database.prepareStatement(
                "select count(*)::float8 / count(distinct settled_at) from telegram where hotel_id = ?")) {
            statement.setInt(1, hotel.id());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getDouble(1);
            }
        }
    }

    private Bulk bulk(List<List<DrawnBooking>> answers) throws Exception {
        var hotels = new ArrayList<BenchHotel>();
        var posts = new ArrayList<Callable<Void>>();
        for (var answer : answers) {
            var hotel = BenchHotel.make(database, "BULK" + series + "-" + hotels.size());
            var file = SoapAnswer.write(directory.resolve("answer-" + hotel.code() + ".xml"), hotel.code(), answer);
            hotels.add(hotel);
            posts.add(() -> {
                try (var connection = application.connect()) {
                    requireAccepted(connection.post(hotel.code(), file));
                }
                Files.delete(file);
                return null;
            });
        }
        var before = cpu.now();
        long begun = System.nanoTime();
        together(posts);
        double received = secondsSince(begun);
        awaitDecided();
        double seconds = secondsSince(begun);
        var used = cpu.now().since(before);
        int telegrams = answers.stream().mapToInt(List::size).sum();
        requireNoneRejected(hotels, telegrams);
        return new Bulk(
                hotels.get(0),
                telegrams / seconds,
                received,
                used.application().toNanos() / 1e3 / telegrams,
                used.database().toNanos() / 1e3 / telegrams);
    }

    /** Single telegrams over connections that stay open, spread over eight hotels. */
    Pushes pushes(int telegrams, int clients) throws Exception {
        series++;
        var bodies = new TelegramMix(series, today)
                .newBookings(telegrams).stream()
                        .map(TelegramDocument::of)
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .toList();
        var next = new AtomicInteger();
        var latencies = new long[telegrams];
        var posts = new ArrayList<Callable<Void>>();
        for (int client = 0; client < clients; client++) {
            posts.add(() -> {
                try (var connection = application.connect()) {
                    for (int mine = next.getAndIncrement(); mine < telegrams; mine = next.getAndIncrement()) {
                        var hotel = pushHotels.get(mine % pushHotels.size());
                        long sent = System.nanoTime();
                        requireAccepted(connection.post(hotel.code(), bodies.get(mine)));
                        latencies[mine] = System.nanoTime() - sent;
                    }
                }
                return null;
            });
        }
        long begun = System.nanoTime();
        together(posts);
        awaitDecided();
        double seconds = secondsSince(begun);
        Arrays.sort(latencies);
        return new Pushes(
                telegrams / seconds, latencies[telegrams / 2] / 1e6, latencies[(int) (telegrams * 0.99)] / 1e6);
    }

    private static void together(List<Callable<Void>> posts) throws Exception {
        var threads = Executors.newFixedThreadPool(posts.size());
        try {
            for (var done : threads.invokeAll(posts)) {
                done.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("A client of the load failed", failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static void requireAccepted(int status) throws IOException {
        if (status != 200 && status != 202) {
            throw new IOException("The application answered " + status);
        }
    }

    private void awaitDecided() throws SQLException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        try (var statement = database.prepareStatement("select exists (select from telegram where outcome is null)")) {
            while (true) {
                try (var row = statement.executeQuery()) {
                    row.next();
                    if (!row.getBoolean(1)) {
                        return;
                    }
                }
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("Telegrams are still undecided after " + LONGEST);
                }
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
            }
        }
    }

    /** A load that is refused is fast and worth nothing. */
    private void requireNoneRejected(List<BenchHotel> hotels, int telegrams) throws SQLException {
        var outcomes = new TreeMap<String, Integer>();
        try (var statement = database.prepareStatement("""
                select outcome || coalesce(' ' || failure_code, ''), count(*) from telegram
                where hotel_id = any (?) group by 1
                """)) {
            statement.setArray(
                    1,
                    database.createArrayOf(
                            "int4", hotels.stream().map(BenchHotel::id).toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    outcomes.put(rows.getString(1), rows.getInt(2));
                }
            }
        }
        int sum = outcomes.values().stream().mapToInt(Integer::intValue).sum();
        if (sum != telegrams || outcomes.keySet().stream().anyMatch(outcome -> outcome.startsWith("rejected"))) {
            throw new IllegalStateException(telegrams + " telegrams were sent, and this became of them: " + outcomes);
        }
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
