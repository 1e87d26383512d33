package io.toritsugi.conformance;

import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import io.toritsugi.database.ForeignServer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * The real application in a JVM of its own ({@code -Xmx512m}), with its embedded PostgreSQL (fsync on) and its data in a
 * folder of its own below {@code target/conformance}. It can be killed and started again on the same data.
 *
 * <p>Memory that runs out ends it at once, so that no {@code OutOfMemoryError} goes unnoticed. {@link #close} leaves nothing
 * running, whatever state it was in; should a test forget that, the end of the test JVM does it.
 */
public final class ApplicationProcess implements AutoCloseable {

    static final String INTAKE_KEY = HttpTest.INTAKE_KEY;
    static final String HEAP = "-Xmx512m";

    /** It lives for a minute or two: the second compiler would cost more of the processors than it gives. */
    private static final String QUICK_TO_START = "-XX:TieredStopAtLevel=1";

    private static final Path FOLDER = Path.of("target", "conformance").toAbsolutePath();
    private static final Path BINARIES = Path.of("target", "postgres-binaries").toAbsolutePath();
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(60);
    private static final int LOG_TAIL = 6000;

    private final Blueprint blueprint;
    private final Path home;
    private final int port;
    private final ForeignServer server;
    private final Thread lastResort;
    private @Nullable Process process;

    private ApplicationProcess(Blueprint blueprint) {
        this.blueprint = blueprint;
        this.home = FOLDER.resolve(blueprint.name());
        this.port = freePort();
        this.server = ForeignServer.in(blueprint.data().resolve("postgres"), BINARIES);
        this.lastResort = new Thread(this::endEverything, "end " + blueprint.name());
    }

    /**
     * How an application is to be started.
     *
     * @param name of its folder
     * @param data where its data go
     * @param program the class to run
     * @param testClasses whether it may see the classes of the tests; never where the shipped application is meant
     * @param settings further ones, as {@code toritsugi.lanes.count=2}
     */
    public record Blueprint(String name, Path data, String program, boolean testClasses, List<String> settings) {

        /** The application as it is shipped. */
        public static Blueprint shipped(String name, String... settings) {
            return new Blueprint(
                    name, FOLDER.resolve(name).resolve("data"), "io.toritsugi.Toritsugi", false, List.of(settings));
        }

        public Blueprint withDataIn(Path folder) {
            return new Blueprint(name, folder, program, testClasses, settings);
        }
    }

    /**
     * Starts it on an empty folder and waits until it is ready.
     *
     * @param name of the folder
     * @param settings further ones, as {@code toritsugi.lanes=2}
     */
    public static ApplicationProcess started(String name, String... settings) {
        return started(Blueprint.shipped(name, settings));
    }

    /** Starts it on an empty folder and waits until it is ready. */
    public static ApplicationProcess started(Blueprint blueprint) {
        var application = new ApplicationProcess(blueprint);
        application.clear();
        Runtime.getRuntime().addShutdownHook(application.lastResort);
        try {
            application.start();
            return application;
        } catch (RuntimeException | Error failed) {
            application.close();
            throw failed;
        }
    }

    /** Starts it on the data that are there, and answers how long it took to be ready. */
    public Duration start() {
        var began = System.nanoTime();
        launch();
        Awaitility.await("readiness of " + home.getFileName())
                .atMost(READY_WITHIN)
                .pollDelay(Duration.ofMillis(100))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    requireAlive();
                    return ready();
                });
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** {@code kill -9} of its JVM. Its PostgreSQL lives on. */
    public void kill() {
        endProcess();
    }

    /** {@code kill -9} of its JVM and of its PostgreSQL. */
    public void killWithItsDatabase() {
        endProcess();
        server.kill();
    }

    public boolean ready() {
        return new Sender(port, null)
                .get("/actuator/health/readiness")
                .map(Reply::status)
                .filter(status -> status == 200)
                .isPresent();
    }

    public boolean alive() {
        return process != null && process.isAlive();
    }

    /** The processor time that its JVM has used up, its database not counted. */
    Duration processorTime() {
        return process == null
                ? Duration.ZERO
                : process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    public int port() {
        return port;
    }

    /** The application's PostgreSQL, to be stopped behind its back. */
    public ForeignServer server() {
        return server;
    }

    /** The tables, as they are. */
    public JdbcTemplate tables() {
        return new JdbcTemplate(dataSource());
    }

    DataSource dataSource() {
        return server.dataSource();
    }

    /** Somebody who posts with the key for all hotels. */
    Sender sender() {
        return new Sender(port, INTAKE_KEY);
    }

    /** An administrator, by a bearer key. */
    public Http admin() {
        var key = Http.admin(port).newKey("ADMIN", "*").path("key").asText();
        return Http.withKey(port, key);
    }

    /** A hotel with that many rooms of one type, DBL, behind the room code 0003. */
    public String newHotel(String code, int rooms) {
        var admin = admin();
        admin.put("/api/v1/hotels/" + code, Map.of("name", "見本ホテル " + code)).expect(201);
        admin.put(
                        "/api/v1/hotels/" + code + "/room-types/DBL",
                        Map.of("name", "ダブル", "capacity", 2, "baseRate", 14000, "rooms", rooms))
                .expect(201);
        admin.post("/api/v1/hotels/" + code + "/mappings", Map.of("channel", "*", "code", "0003", "roomType", "DBL"))
                .expect(201);
        return code;
    }

    /** Waits until every stored telegram has an outcome, and answers how long that took. */
    public Duration awaitDecided(Duration atMost) {
        var began = System.nanoTime();
        var tables = tables();
        Awaitility.await("an outcome for every telegram")
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> Boolean.FALSE.equals(tables.queryForObject(
                        "select exists (select from telegram where outcome is null)", Boolean.class)));
        return Duration.ofNanos(System.nanoTime() - began);
    }

    Path home() {
        return home;
    }

    /** What it has logged, since the folder was made. */
    public String log() {
        try {
            return Files.exists(logFile()) ? Files.readString(logFile()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it, its PostgreSQL with it; nothing is left running. */
    @Override
    public void close() {
        try {
            if (process != null && process.isAlive()) {
                process.destroy();
                process.waitFor(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            endEverything();
        }
    }

    private void launch() {
        try {
            process = new ProcessBuilder(command())
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
                    .start();
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                QUICK_TO_START,
                "-XX:+ExitOnOutOfMemoryError",
                "-Xlog:gc:file=" + home.resolve("gc.log") + "::filecount=0",
                "-Duser.timezone=UTC",
                "-cp",
                classPathOfTheApplication(blueprint.testClasses()),
                blueprint.program(),
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--toritsugi.data-dir=" + blueprint.data(),
                "--toritsugi.embedded-database.binaries=" + BINARIES,
                "--toritsugi.access.intake-key=" + INTAKE_KEY,
                "--toritsugi.access.admin-password=" + HttpTest.ADMIN_PASSWORD));
        blueprint.settings().forEach(setting -> command.add("--" + setting));
        return command;
    }

    private static String classPathOfTheApplication(boolean testClasses) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> testClasses || !entry.endsWith("test-classes"))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void requireAlive() {
        if (!alive()) {
            var log = log();
            throw new IllegalStateException(
                    "The application has ended:\n" + log.substring(Math.max(0, log.length() - LOG_TAIL)));
        }
    }

    private void endProcess() {
        if (process != null) {
            process.destroyForcibly();
            try {
                process.waitFor();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void endEverything() {
        endProcess();
        server.end();
    }

    private void clear() {
        try {
            server.end();
            FileSystemUtils.deleteRecursively(home);
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path logFile() {
        return home.resolve("application.log");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
