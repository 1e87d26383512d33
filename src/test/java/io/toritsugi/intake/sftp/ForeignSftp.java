package io.toritsugi.intake.sftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.jspecify.annotations.Nullable;

/** A partner's own SFTP server, with the layout that he agreed to, and with trouble on demand. */
final class ForeignSftp implements AutoCloseable {

    final Path home;
    final Path privateKey;
    final Path knownHosts;

    private final KeyPair hostKey = newKey();
    private final KeyPair clientKey;
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile boolean refusesMoves;
    private @Nullable SshServer server;
    private int port;

    ForeignSftp(Path directory) {
        home = directory.resolve("home").toAbsolutePath();
        privateKey = directory.resolve("key").toAbsolutePath();
        knownHosts = directory.resolve("known_hosts").toAbsolutePath();
        try {
            Files.createDirectories(home.resolve("inbox"));
            clientKey = KeyFile.keep(privateKey, "toritsugi");
            start();
            know(hostKey);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int port() {
        return port;
    }

    /** Writes a file as the partner's own software does: at once and under its name. */
    void lay(String path, byte[] content) throws IOException {
        var file = home.resolve("inbox").resolve(path);
        Files.createDirectories(file.getParent());
        var scratch = file.resolveSibling(".being-written");
        Files.write(scratch, content);
        Files.move(scratch, file);
    }

    List<String> names(String folder) throws IOException {
        var path = home.resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    String text(String path) throws IOException {
        return Files.readString(home.resolve(path));
    }

    /** The next reads end with the connection, after some bytes. */
    void cutReads(int count) {
        cuts.set(count);
    }

    int cutsLeft() {
        return cuts.get();
    }

    void refuseMoves(boolean refuse) {
        refusesMoves = refuse;
    }

    /** From now on the client finds this key in its file. */
    void know(KeyPair key) throws IOException {
        Files.writeString(
                knownHosts,
                "[127.0.0.1]:" + port + " " + PublicKeyEntry.toString(key.getPublic()) + "\n",
                StandardCharsets.US_ASCII);
    }

    KeyPair hostKey() {
        return hostKey;
    }

    static KeyPair newKey() {
        try {
            return KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Starts it, after a stop on the same port. */
    void start() throws IOException {
        var starting = SshServer.setUpDefaultServer();
        starting.setHost("127.0.0.1");
        starting.setPort(port);
        starting.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        starting.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        starting.setPublickeyAuthenticator(
                (name, key, session) -> name.equals("hotel") && KeyUtils.compareKeys(key, clientKey.getPublic()));
        starting.setFileSystemFactory(new VirtualFileSystemFactory(home));
        var sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(new Trouble());
        starting.setSubsystemFactories(List.of(sftp));
        starting.start();
        port = starting.getPort();
        server = starting;
    }

    void stop() throws IOException {
        if (server != null) {
            server.stop(true);
        }
    }

    @Override
    public void close() throws IOException {
        stop();
    }

    private final class Trouble implements SftpEventListener {

        @Override
        public void reading(
                ServerSession session,
                String remoteHandle,
                FileHandle handle,
                long offset,
                byte[] data,
                int dataOffset,
                int dataLength)
                throws IOException {
            if (cuts.get() > 0 && offset > 0) {
                cuts.decrementAndGet();
                session.close(true);
                throw new IOException("cut");
            }
        }

        @Override
        public void moving(
                ServerSession session, Path source, Path target, java.util.Collection<java.nio.file.CopyOption> options)
                throws IOException {
            if (refusesMoves) {
                throw new java.nio.file.AccessDeniedException(source.toString());
            }
        }
    }
}
