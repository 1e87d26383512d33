package io.toritsugi.intake.sftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** A partner at his SFTP client. No call of his waits for longer than half a minute. */
public final class Partner implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    final ClientSession session;
    final SftpClient sftp;

    private final SshClient client;

    private Partner(SshClient client, ClientSession session, SftpClient sftp) {
        this.client = client;
        this.session = session;
        this.sftp = sftp;
    }

    public static Partner signIn(int port, String name, KeyPair key) throws IOException {
        var client = client();
        try {
            var session =
                    client.connect(name, "127.0.0.1", port).verify(PATIENCE).getSession();
            session.addPublicKeyIdentity(key);
            session.auth().verify(PATIENCE);
            return new Partner(client, session, SftpClientFactory.instance().createSftpClient(session));
        } catch (IOException | RuntimeException refused) {
            client.stop();
            throw refused;
        }
    }

    static void signInWithPassword(int port, String name, String password) throws IOException {
        var client = client();
        try {
            var session =
                    client.connect(name, "127.0.0.1", port).verify(PATIENCE).getSession();
            session.addPasswordIdentity(password);
            session.auth().verify(PATIENCE);
        } finally {
            client.stop();
        }
    }

    public void put(String path, byte[] content) throws IOException {
        try (var handle = sftp.open(path, OpenMode.Write, OpenMode.Create, OpenMode.Truncate)) {
            sftp.write(handle, 0, content);
        }
    }

    public void rename(String from, String to) throws IOException {
        sftp.rename(from, to);
    }

    /** Begins to write a file and loses the connection. */
    void putHalf(String path, byte[] content) throws IOException {
        var handle = sftp.open(path, OpenMode.Write, OpenMode.Create, OpenMode.Truncate);
        sftp.write(handle, 0, content, 0, content.length / 2);
        session.close(true).await(PATIENCE);
    }

    /** Makes a folder, unless it is there. */
    public void folder(String path) throws IOException {
        var above = path.substring(0, path.lastIndexOf('/'));
        if (!names(above).contains(path.substring(above.length() + 1))) {
            sftp.mkdir(path);
        }
    }

    /** The names in a folder, sorted; none when there is no such folder. */
    public List<String> names(String folder) {
        try {
            return StreamSupport.stream(sftp.readDir(folder).spliterator(), false)
                    .map(SftpClient.DirEntry::getFilename)
                    .filter(name -> !name.equals(".") && !name.equals(".."))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException missing) {
            return List.of();
        }
    }

    String text(String path) throws IOException {
        try (var stream = sftp.read(path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        client.stop();
    }

    private static SshClient client() {
        var client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        CoreModuleProperties.IDLE_TIMEOUT.set(client, PATIENCE);
        // Asks the server whether it runs a command, and does not wait for ever for what never comes.
        CoreModuleProperties.REQUEST_EXEC_REPLY.set(client, true);
        client.start();
        return client;
    }
}
