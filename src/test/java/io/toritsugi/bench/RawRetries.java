package io.toritsugi.bench;

import io.toritsugi.database.SqlFile;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The same statements in the same transactions on plain JDBC: what the server takes. */
final class RawRetries extends RetryWorkers {

    private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();
    private static final OffsetDateTime FIRST = OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final List<Worker> workers = new ArrayList<>();

    RawRetries(String url, int workers) throws SQLException {
        super("raw", workers);
        for (int number = 0; number < workers; number++) {
            this.workers.add(new Worker(DriverManager.getConnection(url + "&prepareThreshold=3")));
        }
    }

    @Override
    int work(int worker, int batch) throws SQLException {
        return workers.get(worker).work(batch);
    }

    @Override
    public void close() throws SQLException {
        for (var worker : workers) {
            worker.connection.close();
        }
    }

    private static final class Worker {

        private final Connection connection;
        private final Named claim;
        private final Named stillHeld;
        private final PreparedStatement remove;
        private OffsetDateTime lastDue = FIRST;
        private long lastId;

        Worker(Connection connection) throws SQLException {
            this.connection = connection;
            claim = new Named(connection, "retry/claim-due");
            stillHeld = new Named(connection, "retry/still-held");
            remove = connection.prepareStatement("delete from retry_queue where failure_id = any (?::bigint[])");
        }

        int work(int batch) throws SQLException {
            int completed = 0;
            long lookBegan = System.nanoTime();
            begin();
            while (true) {
                boolean fromTheStart = lastDue.equals(FIRST);
                var failures = new ArrayList<Long>();
                var fences = new ArrayList<Long>();
                claim(batch, failures, fences);
                if (failures.isEmpty() && fromTheStart) {
                    return completed;
                }
                completed += complete(failures, fences);
                if (failures.isEmpty() || System.nanoTime() - lookBegan > LOOK_NANOS) {
                    begin();
                    lookBegan = System.nanoTime();
                }
            }
        }

        private void begin() {
            lastDue = FIRST;
            lastId = 0;
        }

        private void claim(int batch, List<Long> failures, List<Long> fences) throws SQLException {
            var now = OffsetDateTime.now(ZoneOffset.UTC);
            try (var rows = claim.with(Map.of(
                            "worker",
                            "raw",
                            "now",
                            now,
                            "leaseUntil",
                            now.plusSeconds(15),
                            "limit",
                            batch,
                            "urgentDue",
                            FIRST,
                            "urgentId",
                            0L,
                            "otherDue",
                            lastDue,
                            "otherId",
                            lastId,
                            "cutOff",
                            connection.createArrayOf("int4", new Integer[0])))
                    .executeQuery()) {
                while (rows.next()) {
                    failures.add(rows.getLong("failure_id"));
                    fences.add(rows.getLong("fence"));
                    var due = rows.getObject("due_at", OffsetDateTime.class);
                    if (due.isAfter(lastDue)) {
                        lastDue = due;
                        lastId = rows.getLong("failure_id");
                    }
                }
            }
        }

        private int complete(List<Long> failures, List<Long> fences) throws SQLException {
            if (failures.isEmpty()) {
                return 0;
            }
            connection.setAutoCommit(false);
            var held = new ArrayList<Long>();
            try (var rows = stillHeld
                    .with(Map.of(
                            "failures",
                            connection.createArrayOf("int8", failures.toArray()),
                            "fences",
                            connection.createArrayOf("int8", fences.toArray())))
                    .executeQuery()) {
                while (rows.next()) {
                    held.add(rows.getLong(1));
                }
            }
            remove.setArray(1, connection.createArrayOf("int8", held.toArray()));
            remove.executeUpdate();
            connection.commit();
            connection.setAutoCommit(true);
            return held.size();
        }
    }

    /** A statement of the product with its names as plain placeholders. */
    private static final class Named {

        private static final Pattern NAME = Pattern.compile("(?<!:):([a-zA-Z]+)");

        private final PreparedStatement statement;
        private final List<String> names;

        Named(Connection connection, String file) throws SQLException {
            names = new ArrayList<>();
            var sql = NAME.matcher(SqlFile.text(file).replaceAll("(?m)^--.*$", ""))
                    .replaceAll(found -> {
                        names.add(found.group(1));
                        return "?";
                    });
            statement = connection.prepareStatement(sql);
        }

        PreparedStatement with(Map<String, Object> values) throws SQLException {
            for (int place = 0; place < names.size(); place++) {
                statement.setObject(place + 1, values.get(names.get(place)));
            }
            return statement;
        }
    }
}
