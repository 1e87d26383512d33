package io.toritsugi.intake.sftp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.cipher.ECCurves;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.util.security.SecurityUtils;

/** A key pair that is kept in a file: made at the first use, readable by its owner only, in OpenSSH's format. */
final class KeyFile {

    private static final int KEY_BITS = 256;

    private KeyFile() {}

    /**
     * The key pair in the file.
     *
     * @throws IllegalStateException when the file holds something else; it is never overwritten
     */
    static KeyPair keep(Path file, String comment) {
        try {
            if (Files.notExists(file)) {
                write(file, comment);
            }
            return read(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("The key " + file + " cannot be read or written", failed);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("The key " + file + " is damaged", broken);
        }
    }

    private static KeyPair read(Path file) throws IOException, GeneralSecurityException {
        try (var text = Files.newInputStream(file)) {
            var pairs = SecurityUtils.loadKeyPairIdentities(null, NamedResource.ofName(file.toString()), text, null);
            for (var pair : pairs == null ? List.<KeyPair>of() : pairs) {
                return pair;
            }
        }
        throw new IllegalStateException("The file " + file + " holds no private key. Move it away to get a new one");
    }

    private static void write(Path file, String comment) throws IOException, GeneralSecurityException {
        var pair = KeyUtils.generateKeyPair(ECCurves.nistp256.getKeyType(), KEY_BITS);
        var text = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, comment, null, text);
        Files.createDirectories(file.toAbsolutePath().getParent());
        var scratch = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(scratch);
        Files.createFile(scratch, ownerOnly(scratch));
        Files.write(scratch, text.toByteArray());
        Files.move(scratch, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
