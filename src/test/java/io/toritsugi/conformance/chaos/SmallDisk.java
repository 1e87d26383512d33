package io.toritsugi.conformance.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A file system that can be filled up: a {@code tmpfs} of its own where this machine lets us mount one. Where it does not, a
 * fault below PostgreSQL's data folder that the server meets in the same places: nothing can be added to its log folder.
 */
final class SmallDisk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmallDisk.class);
    private static final String FILLER = "filler";
    private static final int BLOCK = 1 << 20;
    private static final String NOTHING_MAY_BE_MADE = "r-x------";
    private static final String AS_BEFORE = "rwx------";

    private final Path folder;
    private final int megabytes;
    private final boolean mounted;

    private SmallDisk(Path folder, int megabytes, boolean mounted) {
        this.folder = folder;
        this.megabytes = megabytes;
        this.mounted = mounted;
    }

    static SmallDisk mounted(int megabytes) {
        var folder = Path.of("target", "conformance", "small-disk").toAbsolutePath();
        try {
            run("umount", folder.toString());
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectories(folder);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
        boolean mounted =
                run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m,mode=0755", "tmpfs", folder.toString());
        return new SmallDisk(folder, megabytes, mounted);
    }

    Path folder() {
        return folder;
    }

    /** What it is, for the report. */
    String kind() {
        return mounted
                ? "a tmpfs of " + megabytes + " MB, filled to its last byte"
                : "no file system could be mounted here; a fault below the data folder instead: pg_wal not writable";
    }

    /** From now on nothing fits. */
    void fill(Path cluster) {
        try {
            if (mounted) {
                fillUp();
            } else {
                Files.setPosixFilePermissions(
                        cluster.resolve("pg_wal"), PosixFilePermissions.fromString(NOTHING_MAY_BE_MADE));
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** There is room again. */
    void free(Path cluster) {
        try {
            if (mounted) {
                Files.delete(folder.resolve(FILLER));
            } else {
                Files.setPosixFilePermissions(cluster.resolve("pg_wal"), PosixFilePermissions.fromString(AS_BEFORE));
            }
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    @Override
    public void close() {
        if (mounted) {
            run("umount", folder.toString());
        }
    }

    private void fillUp() throws IOException {
        var block = new byte[BLOCK];
        try (var filler = Files.newOutputStream(folder.resolve(FILLER))) {
            for (int size = block.length; size > 0; size /= 2) {
                writeUntilFull(filler, block, size);
            }
        }
    }

    /** That it does not fit any more is what is wanted. */
    private static void writeUntilFull(OutputStream filler, byte[] block, int size) {
        try {
            while (true) {
                filler.write(block, 0, size);
            }
        } catch (IOException full) {
            LOG.debug("{} bytes more do not fit", size, full);
        }
    }

    private static boolean run(String... command) {
        try {
            var process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
