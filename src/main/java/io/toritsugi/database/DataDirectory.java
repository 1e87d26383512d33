package io.toritsugi.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The folder of one embedded server, held by one process at a time:
 *
 * <pre>
 * cluster/    PostgreSQL's data, its own log in cluster/log
 * lock        held as long as a Toritsugi lives that uses the folder; kill -9 frees it
 * password    of the role "toritsugi", made at random, readable by its owner only
 * port        kept, so that whoever looks in from outside finds the server again
 * start.log   what the last start said
 * </pre>
 */
final class DataDirectory implements AutoCloseable {

    static final String MAJOR_VERSION = "17";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PASSWORD_BYTES = 24;

    private final Path folder;
    private final FileChannel lock;

    private DataDirectory(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Makes the folder if need be and holds it.
     *
     * @throws UnableToStartDatabaseException when it cannot be written, or another process holds it
     */
    static DataDirectory hold(Path folder) {
        try {
            Files.createDirectories(folder);
            var lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(lock)) {
                lock.close();
                throw new DataInUseException(folder);
            }
            return new DataDirectory(folder, lock);
        } catch (IOException e) {
            throw notWritable(folder, e);
        }
    }

    Path folder() {
        return folder;
    }

    /** The cluster's own folder; it need not exist yet. */
    Path cluster() {
        return folder.resolve("cluster");
    }

    Path startLog() {
        return folder.resolve("start.log");
    }

    Path passwordFile() {
        return folder.resolve("password");
    }

    /** Where a cluster is made before it moves to its place, complete. */
    Path scratch() {
        return folder.resolve("cluster.new");
    }

    /**
     * Whether there is a cluster that this PostgreSQL can read.
     *
     * @throws UnableToStartDatabaseException when there is something else in its place
     */
    boolean hasCluster() {
        try {
            if (!Files.exists(cluster())) {
                return false;
            }
            var versionFile = cluster().resolve("PG_VERSION");
            var version =
                    Files.exists(versionFile) ? Files.readString(versionFile).strip() : "";
            if (version.equals(MAJOR_VERSION)) {
                return true;
            }
            throw new UnableToStartDatabaseException(
                    version.isEmpty()
                            ? cluster() + " is there but is no data of a PostgreSQL."
                            : "The data in " + cluster() + " is of PostgreSQL " + version + "; this Toritsugi brings "
                                    + MAJOR_VERSION + ".",
                    version.isEmpty()
                            ? "Move it away, or set TORITSUGI_DATA_DIR to another folder."
                            : "Dump it with PostgreSQL " + version
                                    + " and load it into a new folder, or run a PostgreSQL " + version
                                    + " on it and set SPRING_DATASOURCE_URL.");
        } catch (IOException e) {
            throw notWritable(folder, e);
        }
    }

    /** The role's password, made at the first call. */
    String password() {
        return remembered(passwordFile()).orElseGet(() -> {
            var bytes = new byte[PASSWORD_BYTES];
            RANDOM.nextBytes(bytes);
            var password = HexFormat.of().formatHex(bytes);
            remember(passwordFile(), password);
            return password;
        });
    }

    /** The port that the server had the last time. */
    Optional<Integer> port() {
        return remembered(portFile()).map(Integer::valueOf);
    }

    void rememberPort(int port) {
        remember(portFile(), Integer.toString(port));
    }

    /** Puts a file of this text in place, whole or not at all, readable by its owner only. */
    void write(Path file, String text) {
        try {
            var scratch = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(scratch);
            Files.createFile(
                    scratch, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(scratch, text, StandardCharsets.UTF_8);
            Files.move(scratch, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw notWritable(folder, e);
        }
    }

    /** Lets go of the folder. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UnableToStartDatabaseException(
                    "The lock on " + folder + " cannot be released: " + e.getMessage() + ".", "End this process.", e);
        }
    }

    static UnableToStartDatabaseException notWritable(Path folder, IOException cause) {
        return new UnableToStartDatabaseException(
                "The data folder " + folder + " cannot be used: " + cause + ".",
                "Make it writable and check that the disk is not full, or set TORITSUGI_DATA_DIR to another folder.",
                cause);
    }

    private Path portFile() {
        return folder.resolve("port");
    }

    private Optional<String> remembered(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw notWritable(folder, e);
        }
    }

    private void remember(Path file, String text) {
        write(file, text + "\n");
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Held by this very process.
            return false;
        }
    }
}
