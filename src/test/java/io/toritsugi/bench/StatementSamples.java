package io.toritsugi.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Looks every few milliseconds at what the server's sessions are doing: which statement, and what it waits for. */
final class StatementSamples implements AutoCloseable {

    private static final Duration EVERY = Duration.ofMillis(10);
    private static final String LOOK = """
            select case when state = 'idle in transaction' then '(between two statements) ' else '' end
                       || regexp_replace(left(query, 160), '\\s+', ' ', 'g') as statement,
                   coalesce(wait_event_type || ':' || wait_event, 'working') as waits_for
            from pg_stat_activity
            where backend_type = 'client backend'
              and state in ('active', 'idle in transaction')
              and application_name <> 'bench'
            """;
    private static final int SHOWN = 40;

    private final Connection connection;
    private final Thread thread;
    private final Map<String, Integer> seen = new ConcurrentHashMap<>();
    private volatile boolean running = true;
    private volatile int looks;

    private StatementSamples(Connection connection) {
        this.connection = connection;
        this.thread = new Thread(this::look, "statement samples");
    }

    static StatementSamples begin(BenchDatabase database) throws SQLException {
        var samples = new StatementSamples(database.application());
        samples.thread.start();
        return samples;
    }

    void end() throws InterruptedException {
        running = false;
        thread.join();
    }

    String table() {
        var table = new ReportTable();
        table.heading("seen in % of looks", "waiting for", "statement");
        seen.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Integer> entry) -> entry.getValue())
                        .reversed())
                .limit(SHOWN)
                .forEach(entry -> {
                    var parts = entry.getKey().split("\t", 2);
                    table.row(String.format("%.1f", 100.0 * entry.getValue() / looks), parts[0], parts[1]);
                });
        return table.text();
    }

    private void look() {
        try (var statement = connection.prepareStatement(LOOK)) {
            while (running) {
                note(statement);
                LockSupport.parkNanos(EVERY.toNanos());
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The server shows no sessions", failed);
        }
    }

    private void note(PreparedStatement statement) throws SQLException {
        looks++;
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                seen.merge(rows.getString("waits_for") + "\t" + rows.getString("statement"), 1, Integer::sum);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        running = false;
        connection.close();
    }
}
