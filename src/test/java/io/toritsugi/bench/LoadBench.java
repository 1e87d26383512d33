package io.toritsugi.bench;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end-to-end loader: in one run and on one PostgreSQL server, what the application does beside what the server takes. The
 * phases of a round follow each other closely, so that a ratio compares the same minutes of a machine that is not ours alone.
 */
public final class LoadBench {

    private static final Logger LOG = LoggerFactory.getLogger(LoadBench.class);
    private static final int[] CLIENTS = {1, 4, 16};
    private static final int HOTELS = 8;
    private static final Map<String, String> BULKS = Map.of(
            "bulk", "new bookings, one hotel",
            "bulk received", "the same, to the receipt only",
            "bulk all kinds", "new, modified, cancelled, one hotel",
            "bulk hotels", "new bookings, 8 answers for 8 hotels at once");

    private final BenchSettings settings;
    private final Map<String, Figure> figures = new LinkedHashMap<>();

    LoadBench(BenchSettings settings) {
        this.settings = settings;
    }

    /** Arguments as in {@link BenchSettings#of}; writes {@code report.md} into the directory. */
    public static void main(String[] arguments) throws Exception {
        var settings = BenchSettings.of(arguments);
        var report = new LoadBench(settings).run();
        Files.writeString(settings.directory().resolve("report.md"), report);
    }

    /** Measures, and answers the report. */
    String run() throws Exception {
        BenchedApplication.clear(settings.directory());
        return settings.rounds() == 0 ? profile() : measured();
    }

    /** Looks into one bulk answer and one phase of pushes, warmed up: {@code load.jfr} and what the server counted. */
    private String profile() throws Exception {
        try (var application = BenchedApplication.start(settings);
                var inside = new BenchDatabase(application.data()).application()) {
            new StatementStatistics(inside).preload();
        }
        try (var application = BenchedApplication.start(settings)) {
            var database = new BenchDatabase(application.data());
            try (var inside = database.application()) {
                return profile(application, database, inside);
            }
        }
    }

    private String profile(BenchedApplication application, BenchDatabase database, Connection inside) throws Exception {
        var load = new ApplicationLoad(application, settings.directory(), inside, new CpuClock(application));
        for (int warmUp = 0; warmUp < 2; warmUp++) {
            LOG.info(
                    "Warm-up: {} bookings a second",
                    Math.round(load.bulkOfNew(settings.telegrams()).perSecond()));
        }
        load.pushes(settings.pushes(), 4);
        database.settle();
        var statements = new StatementStatistics(inside);
        statements.begin();
        var recording =
                FlightRecording.begin(application.pid(), settings.directory().resolve("load.jfr"));
        var bulk = load.bulkOfNew(settings.telegrams());
        recording.end();
        var ofBulk = statements.table();
        statements.begin();
        var pushes = load.pushes(settings.pushes(), 1);
        return """
                Bulk: %.0f bookings a second; processor time a booking: application %.0f µs, PostgreSQL %.0f µs; %.1f a batch
                %s
                Pushes, one client: %.0f bookings a second, p50 %.2f ms
                %s""".formatted(
                        bulk.perSecond(),
                        bulk.applicationCpu(),
                        bulk.databaseCpu(),
                        load.telegramsABatch(bulk.hotel()),
                        ofBulk,
                        pushes.perSecond(),
                        pushes.p50(),
                        statements.table());
    }

    private String measured() throws Exception {
        try (var application = BenchedApplication.start(settings)) {
            var database = new BenchDatabase(application.data());
            try (var inside = database.application();
                    var beside = besideOf(database)) {
                return measure(application, database, inside, beside);
            }
        }
    }

    private static Connection besideOf(BenchDatabase database) throws SQLException {
        database.makeBeside();
        return database.beside();
    }

    private String measure(BenchedApplication application, BenchDatabase database, Connection inside, Connection beside)
            throws Exception {
        var cpu = new CpuClock(application);
        var load = new ApplicationLoad(application, settings.directory(), inside, cpu);
        var recorded = record(load, inside, beside);
        var hotels = hotelsBeside(beside);
        var copy = new CopyNormaliser(database, recorded, beside, hotels, cpu);
        var single = new SingleNormaliser(database, recorded, beside, hotels);
        for (int round = 0; round <= settings.rounds(); round++) {
            figure("C").add(copy.run(settings.telegrams()));
            figure("CPU C").add(copy.databaseCpu());
            database.settle();
            var bulk = load.bulkOfNew(settings.telegrams());
            figure("bulk").add(bulk.perSecond());
            figure("bulk received").add(settings.telegrams() / bulk.received());
            figure("CPU application").add(bulk.applicationCpu());
            figure("CPU database").add(bulk.databaseCpu());
            figure("telegrams a batch").add(load.telegramsABatch(bulk.hotel()));
            figure("P1").add(single.run(settings.singles(), 1));
            database.settle();
            pushes(load, 1);
            figure("P8").add(single.run(settings.singles(), 8));
            database.settle();
            pushes(load, 4);
            pushes(load, 16);
            database.settle();
            figure("bulk all kinds")
                    .add(load.bulkOfAllKinds(settings.telegrams()).perSecond());
            database.settle();
            figure("bulk hotels")
                    .add(load.bulkOfHotels(settings.telegrams(), HOTELS).perSecond());
            LOG.info("Round {} of {}: {}", round, settings.rounds(), lastOfAll());
            if (round == 0) {
                figures.clear(); // It warmed everything up: an application runs for months.
            }
        }
        return report(database.version());
    }

    /** What the application wrote for a first answer is what the normalisers write. */
    private RecordedRows record(ApplicationLoad load, Connection inside, Connection beside) throws Exception {
        var bulk = load.bulkOfNew(settings.telegrams());
        return new RecordedRows(inside, bulk.hotel(), beside);
    }

    private static List<BenchHotel> hotelsBeside(Connection beside) throws SQLException {
        var hotels = new ArrayList<BenchHotel>();
        for (int hotel = 0; hotel < HOTELS; hotel++) {
            var made = BenchHotel.make(beside, "N" + hotel);
            made.openNights(beside);
            hotels.add(made);
        }
        return hotels;
    }

    private void pushes(ApplicationLoad load, int clients) throws Exception {
        var pushes = load.pushes(settings.pushes(), clients);
        figure("push " + clients).add(pushes.perSecond());
        figure("p50 " + clients).add(pushes.p50());
        figure("p99 " + clients).add(pushes.p99());
    }

    private Figure figure(String name) {
        return figures.computeIfAbsent(name, unknown -> new Figure());
    }

    private String lastOfAll() {
        var shown = new StringBuilder();
        figures.forEach((name, figure) -> shown.append(String.format(Locale.ROOT, "%s %.1f; ", name, figure.last())));
        return shown.toString();
    }

    private String report(String server) {
        var report = new ReportTable();
        report.line("%d rounds; %d telegrams an answer, %d a push phase, %d transactions of P1 and of each connection"
                        .formatted(settings.rounds(), settings.telegrams(), settings.pushes(), settings.singles())
                + " of P8; one more round before, which does not count. Median (smallest–largest) of the rounds.");
        report.line("");
        report.line("%s %s, %s; %d processors; application: %s; PostgreSQL: %s"
                .formatted(
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        System.getProperty("java.vm.name") + " " + Runtime.version(),
                        Runtime.getRuntime().availableProcessors(),
                        String.join(" ", settings.javaOptions()),
                        server));
        report.heading("Normaliser", "bookings/s");
        for (var name : List.of("P1", "P8", "C")) {
            report.row(name, figure(name).shown("%.0f"));
        }
        report.heading("Bulk answer", "bookings/s", "share of C", "multiple of P1");
        for (var name : List.of("bulk", "bulk received", "bulk all kinds", "bulk hotels")) {
            report.row(
                    BULKS.get(name),
                    figure(name).shown("%.0f"),
                    figure(name).over(figure("C")).shown("%.3f"),
                    figure(name).over(figure("P1")).shown("%.2f"));
        }
        report.heading(
                "Pushes", "bookings/s", "share of P1", "share of P8", "p50 ms", "p50 × P1", "p99 ms", "p99 × P1");
        for (int clients : CLIENTS) {
            var push = figure("push " + clients);
            var p50 = figure("p50 " + clients);
            var p99 = figure("p99 " + clients);
            report.row(
                    clients == 1 ? "1 client" : clients + " clients",
                    push.shown("%.0f"),
                    push.over(figure("P1")).shown("%.2f"),
                    push.over(figure("P8")).shown("%.2f"),
                    p50.shown("%.2f"),
                    inTransactions(p50).shown("%.2f"),
                    p99.shown("%.2f"),
                    inTransactions(p99).shown("%.2f"));
        }
        return report.text();
    }

    /** Milliseconds as multiples of the time of one P1 transaction. */
    private Figure inTransactions(Figure milliseconds) {
        return milliseconds.times(figure("P1")).scaled(0.001);
    }
}
