package io.toritsugi.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What {@code postmaster.pid} says of the server that owns a data directory, or owned it until it was killed.
 *
 * @param pid its process
 * @param port where it listens; 0 while it has not said so yet
 * @param status {@code starting}, {@code ready}, {@code stopping}, or empty while it has not said so yet
 */
record PostmasterFile(long pid, int port, String status) {

    private static final Logger log = LoggerFactory.getLogger(PostmasterFile.class);
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    /** The file in this data directory; empty when there is none or it is still being written. */
    static Optional<PostmasterFile> read(Path dataDirectory) {
        try {
            var lines = Files.readAllLines(path(dataDirectory), StandardCharsets.UTF_8);
            // A standalone backend (initdb) writes its pid negated.
            var pid = Math.abs(number(lines, PID_LINE));
            return pid == 0
                    ? Optional.empty()
                    : Optional.of(new PostmasterFile(
                            pid, Math.toIntExact(number(lines, PORT_LINE)), line(lines, STATUS_LINE)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UnableToStartDatabaseException(
                    "The file " + path(dataDirectory) + " cannot be read: " + e.getMessage() + ".",
                    "Give the account that runs Toritsugi access to the folder.",
                    e);
        }
    }

    static Path path(Path dataDirectory) {
        return dataDirectory.resolve("postmaster.pid");
    }

    /** Whether the process lives and is a PostgreSQL: after a restart of the machine the number may be somebody else's. */
    boolean alive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(PostmasterFile::isPostgres)
                .isPresent();
    }

    private static boolean isPostgres(ProcessHandle process) {
        var linux = Path.of("/proc", Long.toString(process.pid()), "stat");
        try {
            // Readable whoever owns the process, and tells a dead one that nobody has collected ("Z").
            return Files.exists(linux)
                    ? Files.readString(linux, StandardCharsets.ISO_8859_1).matches("(?s)\\d+ \\(postgres.*\\) [^ZX] .*")
                    : process.info()
                            .command()
                            .map(command -> Path.of(command).endsWith("postgres"))
                            // Unknown: rather wait for a server than start a second one.
                            .orElse(true);
        } catch (IOException e) {
            log.debug("Process {} has ended meanwhile", process.pid(), e);
            return false;
        }
    }

    boolean stopping() {
        return status.equals("stopping");
    }

    private static String line(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index).strip() : "";
    }

    private static long number(List<String> lines, int index) {
        var text = line(lines, index);
        return text.matches("-?\\d{1,10}") ? Long.parseLong(text) : 0;
    }
}
