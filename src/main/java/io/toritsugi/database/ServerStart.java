package io.toritsugi.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a server comes to run on a data directory: made, started, or taken over.
 *
 * <p>Where the application was killed and its server lives on, that server is taken over: a second one on the same data must
 * never be, and a connection to the first is all that a restart wants.
 */
final class ServerStart {

    private static final Logger log = LoggerFactory.getLogger(ServerStart.class);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int LOG_TAIL = 4000;

    private final EmbeddedDatabaseSettings settings;
    private final ServerAccount account;
    private final DataDirectory data;
    private final PostgresBinaries binaries;

    ServerStart(EmbeddedDatabaseSettings settings, ServerAccount account, DataDirectory data) {
        this.settings = settings;
        this.account = account;
        this.data = data;
        this.binaries = PostgresBinaries.unpackedInto(settings.binaries());
    }

    EmbeddedPostgres run() {
        var orphan = data.hasCluster() ? runningServer() : Optional.<Integer>empty();
        var port = orphan.orElseGet(this::startServer);
        makeDatabase(port);
        log.info(
                "PostgreSQL {} on port {}, data in {}",
                orphan.isPresent() ? "taken over" : "started",
                port,
                data.folder());
        return new EmbeddedPostgres(data, stop(), port, orphan.isPresent());
    }

    private Command stop() {
        var seconds = settings.startTimeout().toSeconds();
        return account.command(
                binaries.program("pg_ctl"), "stop", "-D", data.cluster(), "-m", "fast", "-w", "-t", seconds);
    }

    private int startServer() {
        account.takeOver(data.folder());
        var cluster = new Cluster(data, binaries, account);
        if (!data.hasCluster()) {
            cluster.make();
        }
        var port = freePort();
        data.rememberPort(port);
        cluster.configure(settings, port);
        account.takeOver(data.folder());
        var start = account.command(
                binaries.program("pg_ctl"),
                "start",
                "-D",
                data.cluster(),
                "-w",
                "-t",
                settings.startTimeout().toSeconds(),
                "-l",
                data.startLog());
        if (!start.succeeds()) {
            throw new UnableToStartDatabaseException(
                    "PostgreSQL does not start on " + data.cluster() + " (port " + port + "):\n"
                            + endOf(data.startLog()),
                    "Look into " + data.cluster().resolve("log")
                            + "; a full disk and a port taken meanwhile are the usual" + " causes.");
        }
        return port;
    }

    /** The port of the server that runs on this data already; waits while one is starting or stopping. */
    private Optional<Integer> runningServer() {
        var deadline = System.nanoTime() + settings.startTimeout().toNanos();
        while (System.nanoTime() < deadline) {
            var file = PostmasterFile.read(data.cluster());
            if (file.filter(PostmasterFile::alive).isEmpty()) {
                removeStalePostmasterFile();
                return Optional.empty();
            }
            var port = file.get().port();
            if (port > 0 && !file.get().stopping() && answersFromOurData(port)) {
                return Optional.of(port);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new UnableToStartDatabaseException(
                "A PostgreSQL (process "
                        + PostmasterFile.read(data.cluster())
                                .map(PostmasterFile::pid)
                                .orElse(0L) + ") runs on " + data.cluster() + " and does not let us in within "
                        + settings.startTimeout() + ".",
                "Stop it (signal INT), and start again. Was " + data.passwordFile() + " changed or lost?");
    }

    /** The server would mistake another program that has got the dead one's number meanwhile for a living server. */
    private void removeStalePostmasterFile() {
        try {
            Files.deleteIfExists(PostmasterFile.path(data.cluster()));
        } catch (IOException e) {
            throw DataDirectory.notWritable(data.folder(), e);
        }
    }

    private boolean answersFromOurData(int port) {
        try (var connection = connect(port);
                var statement = connection.createStatement();
                var row = statement.executeQuery("show data_directory")) {
            row.next();
            return Files.isSameFile(Path.of(row.getString(1)), data.cluster());
        } catch (SQLException | IOException e) {
            log.debug("No answer on port {} yet", port, e);
            return false;
        }
    }

    private void makeDatabase(int port) {
        try (var connection = connect(port);
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery(
                    "select 1 from pg_database where datname = '" + EmbeddedPostgres.DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + EmbeddedPostgres.DATABASE);
        } catch (SQLException e) {
            throw new UnableToStartDatabaseException(
                    "PostgreSQL runs on port " + port + " but refuses to work: " + e.getMessage() + ".",
                    "Look into " + data.cluster().resolve("log") + ".",
                    e);
        }
    }

    private Connection connect(int port) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", EmbeddedPostgres.ROLE);
        properties.setProperty("password", data.password());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("ApplicationName", "toritsugi-start");
        return DriverManager.getConnection(EmbeddedPostgres.url(port, "postgres"), properties);
    }

    private int freePort() {
        if (settings.port() != 0) {
            return probe(settings.port())
                    .orElseThrow(() -> new UnableToStartDatabaseException(
                            "Port " + settings.port() + " is taken by another program.",
                            "End that program, or name another port in toritsugi.embedded-database.port (0: any)."));
        }
        var kept = data.port();
        var port = kept.flatMap(ServerStart::probe).or(() -> probe(0));
        if (kept.isPresent() && !kept.equals(port)) {
            log.warn("Port {} of the last time is taken by another program; PostgreSQL moves to another", kept.get());
        }
        return port.orElseThrow(() -> new UnableToStartDatabaseException(
                "No port is free on " + EmbeddedPostgres.LOOPBACK + ".", "Look for a program that holds them all."));
    }

    /** This port, or any when it is 0, if it can be had. */
    private static Optional<Integer> probe(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getAllByName(EmbeddedPostgres.LOOPBACK)[0])) {
            return Optional.of(socket.getLocalPort());
        } catch (IOException e) {
            log.debug("Port {} cannot be had", port, e);
            return Optional.empty();
        }
    }

    private static String endOf(Path file) {
        try {
            var text = Files.exists(file) ? Files.readString(file) : "(it said nothing)";
            return text.substring(Math.max(0, text.length() - LOG_TAIL));
        } catch (IOException e) {
            return "(" + file + " cannot be read: " + e.getMessage() + ")";
        }
    }
}
