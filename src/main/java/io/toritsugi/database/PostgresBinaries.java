package io.toritsugi.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL's programs, unpacked once from the archive on the class path and kept. */
final class PostgresBinaries {

    private static final Logger log = LoggerFactory.getLogger(PostgresBinaries.class);
    private static final EnumSet<PosixFilePermission> READABLE = EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ);
    private static final EnumSet<PosixFilePermission> EXECUTABLE = EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_EXECUTE);

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /**
     * The programs for this machine, unpacked below {@code cache} unless they are there already. Two processes may do this at
     * once: each unpacks for itself, and the first to finish moves its copy into place.
     */
    static PostgresBinaries unpackedInto(Path cache) {
        var archive = archiveOfThisMachine();
        try {
            var home = cache.resolve(archive.substring(0, archive.indexOf('.')) + "-" + digest(archive));
            if (!Files.isDirectory(home)) {
                log.info("Unpacking PostgreSQL into {}", home);
                Files.createDirectories(cache);
                var scratch = Files.createTempDirectory(cache, "unpacking-");
                unpack(archive, scratch);
                Files.setPosixFilePermissions(scratch, EXECUTABLE);
                moveIntoPlace(scratch, home);
            }
            return new PostgresBinaries(home);
        } catch (IOException e) {
            throw new UnableToStartDatabaseException(
                    "PostgreSQL's programs cannot be unpacked into " + cache + ": " + e + ".",
                    "Make the folder writable, or name another one in toritsugi.embedded-database.binaries.",
                    e);
        }
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    Path home() {
        return home;
    }

    private static String archiveOfThisMachine() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        var processor = switch (System.getProperty("os.arch")) {
            case "aarch64" -> "arm_64";
            case "amd64" -> "x86_64";
            default -> System.getProperty("os.arch");
        };
        return "postgres-" + system + "-" + processor + ".txz";
    }

    private static String digest(String archive) throws IOException {
        try (var bytes = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(bytes.getMessageDigest().digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static InputStream open(String archive) {
        var stream = PostgresBinaries.class.getResourceAsStream("/" + archive);
        if (stream == null) {
            throw new UnableToStartDatabaseException(
                    "No database is named, and this build carries no PostgreSQL for this machine (" + archive + ").",
                    "Set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.");
        }
        return stream;
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (var entries = new TarArchiveInputStream(new XZCompressorInputStream(open(archive)))) {
            TarArchiveEntry entry;
            while ((entry = entries.getNextEntry()) != null) {
                var path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("The archive names a file outside of itself: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(entries, path);
                    Files.setPosixFilePermissions(path, (entry.getMode() & 0100) != 0 ? EXECUTABLE : READABLE);
                }
            }
        }
    }

    private static void moveIntoPlace(Path scratch, Path home) throws IOException {
        try {
            Files.move(scratch, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // Which kind it is depends on the file system; that somebody's copy is there tells.
            if (!Files.isDirectory(home)) {
                throw e;
            }
            log.debug("Another process has unpacked PostgreSQL into {} first", home, e);
            deleteAll(scratch);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
