package io.toritsugi.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The embedded server of an application that runs in another process: looked into with SQL, and stopped, killed and started
 * behind the application's back.
 */
public final class ForeignServer {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path directory;
    private final Path binaries;

    private ForeignServer(Path directory, Path binaries) {
        this.directory = directory.toAbsolutePath().normalize();
        this.binaries = binaries.toAbsolutePath().normalize();
    }

    /** The server of this data folder ({@code toritsugi.embedded-database.directory}); it need not be there yet. */
    public static ForeignServer in(Path directory, Path binaries) {
        return new ForeignServer(directory, binaries);
    }

    /** Connections as the application's own role; each call of {@code getConnection} opens a new one. */
    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(EmbeddedPostgres.url(Integer.parseInt(read("port")), EmbeddedPostgres.DATABASE));
        source.setUser(EmbeddedPostgres.ROLE);
        source.setPassword(read("password"));
        source.setConnectTimeout(5);
        return source;
    }

    public boolean running() {
        return PostmasterFile.read(cluster()).filter(PostmasterFile::alive).isPresent();
    }

    /** Stops it without a goodbye: every connection is cut, nothing is flushed, the next start recovers from the log. */
    public void stopImmediately() {
        pgCtl("stop", "-m", "immediate", "-w").run();
    }

    /** Stops it as an administrator does: transactions are rolled back, connections ended, everything is flushed. */
    public void stopFast() {
        pgCtl("stop", "-m", "fast", "-w").run();
    }

    /** {@code kill -9} of the postmaster; its backends follow by themselves. */
    public void kill() {
        PostmasterFile.read(cluster())
                .filter(PostmasterFile::alive)
                .flatMap(file -> ProcessHandle.of(file.pid()))
                .ifPresent(ProcessHandle::destroyForcibly);
        Awaitility.await().atMost(PATIENCE).until(() -> !running());
    }

    /** Starts it again where it was. After a kill the old backends may hold its memory for a moment still. */
    public void start() {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> pgCtl("start", "-w", "-l", directory.resolve("start.log"))
                        .succeeds());
    }

    /** Its data: what the database itself keeps. */
    public Path cluster() {
        return directory.resolve("cluster");
    }

    /** Makes sure that nothing of it is left running, in whatever state it is. */
    public void end() {
        if (running() && !pgCtl("stop", "-m", "immediate", "-w").succeeds()) {
            kill();
        }
    }

    private Command pgCtl(Object verb, Object... words) {
        var programs = PostgresBinaries.unpackedInto(binaries);
        var all = new Object[words.length + 6];
        all[0] = programs.program("pg_ctl");
        all[1] = verb;
        all[2] = "-D";
        all[3] = cluster();
        all[4] = "-t";
        all[5] = PATIENCE.toSeconds();
        System.arraycopy(words, 0, all, 6, words.length);
        return ServerAccount.ofThisMachine().command(all);
    }

    private String read(String file) {
        try {
            return Files.readString(directory.resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
