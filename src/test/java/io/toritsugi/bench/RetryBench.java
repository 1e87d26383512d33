package io.toritsugi.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The retry queue by itself: claims and completions per second through the product's own code, beside the same statements on
 * plain JDBC, in the same minutes on the same server; and both once more while another connection holds a transaction open, so
 * that nothing that is done can be cleared away. Two workers; batches of 1, 10 and 100.
 */
public final class RetryBench {

    private static final Logger LOG = LoggerFactory.getLogger(RetryBench.class);
    private static final int[] BATCHES = {1, 10, 100};
    private static final int WORKERS = 2;

    private final String url;
    private final int items;
    private final int rounds;
    private final Map<String, Figure> figures = new LinkedHashMap<>();

    /**
     * @param url of a migrated database, with user and password
     * @param items retries of a phase with batches of 100; a tenth with batches of 1, a half with batches of 10
     */
    RetryBench(String url, int items, int rounds) {
        this.url = url;
        this.items = items;
        this.rounds = rounds;
    }

    /** Arguments: {@code --rounds=3 --items=50000 --directory=target/bench/retry}, as in {@link BenchSettings#of}. */
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(argument(arguments, "rounds", "3"));
        int items = Integer.parseInt(argument(arguments, "items", "50000"));
        var settings = BenchSettings.of("--directory=" + argument(arguments, "directory", "target/bench/retry"));
        BenchedApplication.clear(settings.directory());
        try (var application = BenchedApplication.start(settings)) {
            var database = new BenchDatabase(application.data());
            database.makeBeside();
            var report = new RetryBench(database.besideUrl(), items, rounds).run() + "\n" + database.version() + "\n";
            Files.writeString(Path.of(settings.directory().toString(), "report.md"), report);
        }
    }

    /** Measures, and answers the report. */
    String run() throws Exception {
        try (var queue = new RetryQueueUnderTest(url, items);
                var product = new ProductRetries(url, WORKERS);
                var raw = new RawRetries(url, WORKERS)) {
            measure("warm-up", raw, product, queue, 100, false);
            figures.clear();
            for (int round = 1; round <= rounds; round++) {
                for (int batch : BATCHES) {
                    measure("idle " + batch, raw, product, queue, batch, false);
                    measure("long " + batch, raw, product, queue, batch, true);
                }
                LOG.info("Round {} of {} is done", round, rounds);
            }
            return report();
        }
    }

    private void measure(
            String name, RetryWorkers raw, RetryWorkers product, RetryQueueUnderTest queue, int batch, boolean held)
            throws Exception {
        int retries = batch == 1 ? Math.max(batch, items / 10) : batch == 10 ? items / 2 : items;
        for (var workers : new RetryWorkers[] {raw, product}) {
            queue.fill(retries);
            try (var other = DriverManager.getConnection(url)) {
                if (held) {
                    other.setAutoCommit(false);
                    other.createStatement().execute("select pg_current_xact_id(), count(*) from hotel");
                }
                double perSecond = workers.completeAll(retries, batch);
                figure(workers.name() + " " + name).add(perSecond);
                if (held) {
                    other.rollback();
                }
            }
        }
    }

    private Figure figure(String name) {
        return figures.computeIfAbsent(name, unseen -> new Figure());
    }

    private String report() {
        var report = new ReportTable();
        report.line("Retries claimed and completed a second, two workers; median (smallest–largest) of the rounds.");
        report.heading(
                "batch",
                "plain JDBC",
                "product",
                "product / plain",
                "product, long transaction open",
                "kept of it",
                "plain JDBC, long transaction open");
        for (int batch : BATCHES) {
            var raw = figure("raw idle " + batch);
            var product = figure("product idle " + batch);
            var held = figure("product long " + batch);
            report.row(
                    String.valueOf(batch),
                    raw.shown("%.0f"),
                    product.shown("%.0f"),
                    product.over(raw).shown("%.2f"),
                    held.shown("%.0f"),
                    held.over(product).shown("%.2f"),
                    figure("raw long " + batch).shown("%.0f"));
        }
        return report.text();
    }

    private static String argument(String[] arguments, String name, String otherwise) {
        for (var argument : arguments) {
            if (argument.startsWith("--" + name + "=")) {
                return argument.substring(name.length() + 3);
            }
        }
        return otherwise;
    }
}
