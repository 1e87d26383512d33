package io.toritsugi.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** What the server itself counted of every statement of the application: how often, how long, how many rows. */
final class StatementStatistics {

    private static final String MOST_EXPENSIVE = """
            select calls,
                   round(total_exec_time) as ms,
                   round((mean_exec_time * 1000)::numeric) as mean_us,
                   rows,
                   round(wal_bytes / 1024) as wal_kb,
                   regexp_replace(left(query, 150), '\\s+', ' ', 'g') as statement
            from pg_stat_statements
            where dbid = (select oid from pg_database where datname = current_database())
            order by total_exec_time desc
            limit 40
            """;

    private final Connection connection;

    StatementStatistics(Connection connection) {
        this.connection = connection;
    }

    /** Takes effect when the server starts the next time. */
    void preload() throws SQLException {
        execute("alter system set shared_preload_libraries = 'pg_stat_statements'");
    }

    void begin() throws SQLException {
        execute("create extension if not exists pg_stat_statements");
        execute("select pg_stat_statements_reset()");
    }

    String table() throws SQLException {
        var table = new ReportTable();
        table.heading("calls", "ms", "mean µs", "rows", "WAL KB", "statement");
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(MOST_EXPENSIVE)) {
            while (rows.next()) {
                var cells = new String[6];
                for (int column = 0; column < cells.length; column++) {
                    cells[column] = rows.getString(column + 1);
                }
                table.row(cells);
            }
        }
        return table.text();
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
