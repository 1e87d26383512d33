package io.toritsugi.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's own data folder: how it is made, and the settings it is run with. */
final class Cluster {

    private static final String SETTINGS_FILE = "toritsugi.conf";

    private final DataDirectory data;
    private final PostgresBinaries binaries;
    private final ServerAccount account;

    Cluster(DataDirectory data, PostgresBinaries binaries, ServerAccount account) {
        this.data = data;
        this.binaries = binaries;
        this.account = account;
    }

    /** Makes it beside its place and moves it there when complete: a crash on the way leaves nothing half. */
    void make() {
        var scratch = data.scratch();
        try {
            FileSystemUtils.deleteRecursively(scratch);
            data.password();
            account.takeOver(data.folder());
            account.command(
                            binaries.program("initdb"),
                            "--pgdata=" + scratch,
                            "--username=" + EmbeddedPostgres.ROLE,
                            "--pwfile=" + data.passwordFile(),
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            // Sorted by code point, the same on every machine; LC_CTYPE decides what pg_trgm takes for
                            // a letter, and "C" would take no Japanese one.
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C",
                            "--lc-ctype=" + letters())
                    .run();
            Files.writeString(
                    scratch.resolve("postgresql.conf"),
                    "\ninclude_if_exists = '" + SETTINGS_FILE + "'\n",
                    StandardOpenOption.APPEND);
            Files.move(scratch, data.cluster(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw DataDirectory.notWritable(data.folder(), e);
        }
    }

    /** Writes the settings for the next start. */
    void configure(EmbeddedDatabaseSettings settings, int port) {
        data.write(data.cluster().resolve(SETTINGS_FILE), """
                # Written at every start; change toritsugi.embedded-database.* instead.
                listen_addresses = '%1$s'
                port = %2$d
                unix_socket_directories = ''
                max_connections = %3$d
                fsync = %4$s
                synchronous_commit = %4$s
                full_page_writes = %4$s
                shared_buffers = '256MB'
                wal_level = minimal
                max_wal_senders = 0
                min_wal_size = '256MB'
                max_wal_size = '2GB'
                checkpoint_timeout = '15min'
                random_page_cost = 1.1
                jit = off
                client_connection_check_interval = '10s'
                timezone = 'UTC'
                log_timezone = 'UTC'
                # A week of logs, each day over the one before it; statements and row values may name guests: not logged.
                logging_collector = on
                log_filename = 'postgresql-%%a.log'
                log_truncate_on_rotation = on
                log_rotation_age = '1d'
                log_rotation_size = 0
                log_error_verbosity = terse
                log_min_error_statement = panic
                """.formatted(
                        EmbeddedPostgres.LOOPBACK, port, settings.maxConnections(), settings.durable() ? "on" : "off"));
    }

    private static String letters() {
        var mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
        return mac ? "en_US.UTF-8" : "C.UTF-8";
    }
}
