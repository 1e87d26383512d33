package io.toritsugi.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The application in a JVM of its own, on data of its own, as it would run in a hotel. */
final class BenchedApplication implements AutoCloseable {

    private static final String KEY = "bench-intake-key-0123456789abcdef";
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final Process process;
    private final Path data;
    private final int port;

    private BenchedApplication(Process process, Path data, int port) {
        this.process = process;
        this.data = data;
        this.port = port;
    }

    static BenchedApplication start(BenchSettings settings) throws IOException {
        var data = settings.directory().resolve("data");
        int port = freePort();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(settings.javaOptions());
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add("io.toritsugi.Toritsugi");
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(settings.directory().resolve("application.log").toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("SPRING_") || name.startsWith("TORITSUGI_"));
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("TORITSUGI_DATA_DIR", data.toString());
        environment.put("TORITSUGI_DEMO", "true");
        environment.put("TORITSUGI_INTAKE_KEY", KEY);
        environment.put("TORITSUGI_ADMIN_PASSWORD", "bench-admin-0123456789");
        environment.put("TORITSUGI_SIMULATOR_RATE", "0");
        environment.put("TORITSUGI_SFTP_PORT", "0");
        environment.put("TORITSUGI_EMBEDDEDDATABASE_DURABLE", Boolean.toString(settings.durable()));
        environment.put(
                "TORITSUGI_EMBEDDEDDATABASE_BINARIES",
                Path.of("target", "postgres-binaries").toAbsolutePath().toString());
        var application = new BenchedApplication(builder.start(), data, port);
        try {
            application.awaitReady();
        } catch (RuntimeException failed) {
            application.close();
            throw failed;
        }
        return application;
    }

    Path data() {
        return data;
    }

    long pid() {
        return process.pid();
    }

    KeepAliveConnection connect() throws IOException {
        return new KeepAliveConnection(port, KEY);
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("The application does not start; see application.log");
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private boolean ready() {
        try {
            var connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness")
                    .toURL()
                    .openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            return connection.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Stops it, and its database with it. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Empties the folder of an earlier run. */
    static void clear(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (var paths = Files.walk(directory)) {
                for (var path :
                        paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(directory);
    }
}
