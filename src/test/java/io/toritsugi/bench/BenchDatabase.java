package io.toritsugi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.Flyway;

/** The embedded server of the application that is measured, and the databases in it. */
final class BenchDatabase {

    private static final String ROLE = "toritsugi";
    private static final Duration LONGEST_HOUSEKEEPING = Duration.ofSeconds(60);

    private final String server;
    private final String password;

    /** @param data the application's data folder; its server runs */
    BenchDatabase(Path data) throws IOException {
        var postgres = data.resolve("postgres");
        this.server = "jdbc:postgresql://127.0.0.1:"
                + Files.readString(postgres.resolve("port")).strip() + "/";
        this.password = Files.readString(postgres.resolve("password")).strip();
    }

    /** A connection to the application's own database. */
    Connection application() throws SQLException {
        return connect("toritsugi");
    }

    /** A connection to the database beside it, which has the same schema. */
    Connection beside() throws SQLException {
        return connect("normaliser");
    }

    /** The JDBC address of the database beside the application's, with user and password. */
    String besideUrl() {
        return server + "normaliser?user=" + ROLE + "&password=" + password + "&ApplicationName=bench";
    }

    void makeBeside() throws SQLException {
        try (var connection = application();
                var statement = connection.createStatement()) {
            statement.execute("create database normaliser");
        }
        Flyway.configure()
                .dataSource(server + "normaliser", ROLE, password)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    /** Lets the server finish what the phase before has left behind, so that the next one does not pay for it. */
    void settle() throws SQLException {
        try (var connection = application();
                var statement = connection.createStatement()) {
            long deadline = System.nanoTime() + LONGEST_HOUSEKEEPING.toNanos();
            while (System.nanoTime() < deadline) {
                try (var workers = statement.executeQuery(
                        "select count(*) from pg_stat_activity where backend_type = 'autovacuum worker'")) {
                    workers.next();
                    if (workers.getInt(1) == 0) {
                        break;
                    }
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
            statement.execute("checkpoint");
        }
    }

    String version() throws SQLException {
        try (var connection = application();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select string_agg(name || ' = ' || current_setting(name), ', ' order by name)
                        from pg_settings
                        where name in ('server_version', 'fsync', 'synchronous_commit', 'shared_buffers',
                                       'full_page_writes', 'wal_level')
                        """)) {
            row.next();
            return row.getString(1);
        }
    }

    private Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", ROLE);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "bench");
        return DriverManager.getConnection(server + database, properties);
    }
}
