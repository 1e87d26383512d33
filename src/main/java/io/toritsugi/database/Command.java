package io.toritsugi.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a program of the system or of PostgreSQL. */
record Command(List<String> words) {

    private static final Logger log = LoggerFactory.getLogger(Command.class);
    private static final long LIMIT_MINUTES = 5;

    static Command of(List<String> prefix, Object... words) {
        return new Command(Stream.concat(prefix.stream(), Stream.of(words).map(String::valueOf))
                .toList());
    }

    /**
     * Runs it to its end.
     *
     * @return what it wrote
     * @throws UnableToStartDatabaseException when it cannot be run or fails, with what it wrote
     */
    String run() {
        var result = execute();
        if (result.status() != 0) {
            throw new UnableToStartDatabaseException(
                    words.get(0) + " failed (status " + result.status() + "): " + String.join(" ", words) + "\n"
                            + result.output(),
                    "Read the message above; the server's own log is in the data folder.");
        }
        return result.output();
    }

    /** Whether it can be run and ends well. */
    boolean succeeds() {
        return output().isPresent();
    }

    /** What it wrote, if it can be run and ends well. */
    Optional<String> output() {
        try {
            var result = execute();
            return result.status() == 0 ? Optional.of(result.output().strip()) : Optional.empty();
        } catch (UnableToStartDatabaseException e) {
            log.debug("{} does not run here", words, e);
            return Optional.empty();
        }
    }

    private Result execute() {
        @Nullable Path output = null;
        try {
            // A file, not a pipe: a server that this command leaves behind would keep a pipe open for ever.
            output = Files.createTempFile("toritsugi-", ".out");
            var process = new ProcessBuilder(words)
                    // Whoever runs it may be another user, to whom our working directory is closed.
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new UnableToStartDatabaseException(
                        words + " did not end within " + LIMIT_MINUTES + " minutes.",
                        "Look for what holds the machine up, and start again.");
            }
            return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UnableToStartDatabaseException(
                    words.get(0) + " cannot be run: " + e.getMessage() + ".", "Install it or make it executable.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnableToStartDatabaseException(words.get(0) + " was interrupted.", "Start again.", e);
        } finally {
            if (output != null) {
                delete(output);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.debug("{} stays behind", file, e);
        }
    }

    private record Result(int status, String output) {}
}
