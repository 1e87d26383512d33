package io.toritsugi.intake.sftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.channel.ChannelSessionFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The SFTP server: keys only, a jail for each partner, and nothing but SFTP (no shell, no commands, no forwarding). A port
 * that is taken does not keep the application from starting: bookings also come by other ways.
 */
@Component
public class SftpServer implements SmartLifecycle {

    private static final AttributeKey<PublicKey> KEY = new AttributeKey<>();
    private static final Logger LOG = LoggerFactory.getLogger(SftpServer.class);
    private static final Duration TIME_TO_SIGN_IN = Duration.ofSeconds(30);
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);
    private static final int TRIES_TO_SIGN_IN = 10;
    private static final int CHANNELS = 8;
    private static final int FILES_AT_ONCE = 128;

    private final SftpSettings settings;
    private final Partners partners;
    private final PartnerFolders folders;
    private final Uploads uploads;
    private @Nullable SshServer server;
    private volatile boolean withFolders;

    SftpServer(SftpSettings settings, Partners partners, PartnerFolders folders, Uploads uploads) {
        this.settings = settings;
        this.partners = partners;
        this.folders = folders;
        this.uploads = uploads;
    }

    @Override
    public synchronized void start() {
        if (!settings.enabled() || server != null) {
            return;
        }
        try {
            for (var partner : partners.all()) {
                folders.make(partner);
            }
            withFolders = true;
            var starting = configured();
            starting.start();
            server = starting;
            LOG.info("SFTP server on {}:{}", settings.address(), starting.getPort());
        } catch (IOException | UncheckedIOException | IllegalStateException failed) {
            LOG.error(
                    "There is no SFTP server on {}:{}: {}. If the port is taken, free it or set TORITSUGI_SFTP_PORT, then"
                            + " start again. Everything else runs",
                    settings.address(),
                    settings.port(),
                    failed.toString());
        }
    }

    @Override
    public synchronized void stop() {
        if (server == null) {
            return;
        }
        try {
            server.stop(true);
        } catch (IOException failed) {
            LOG.warn("The SFTP server did not stop in good order: {}", failed.toString());
        }
        server = null;
    }

    /** Whether the partners' folders are there, so that their inboxes can be emptied; also without a port. */
    boolean hasFolders() {
        return withFolders;
    }

    @Override
    public synchronized boolean isRunning() {
        return server != null;
    }

    /**
     * The port that is listened on.
     *
     * @throws IllegalStateException when the server does not run
     */
    public synchronized int port() {
        if (server == null) {
            throw new IllegalStateException("The SFTP server does not run");
        }
        return server.getPort();
    }

    /** Ends the connections of those whose key has been taken from them since. */
    synchronized void sendStrangersAway() {
        if (server == null) {
            return;
        }
        for (var session : server.getActiveSessions()) {
            var key = session.getAttribute(KEY);
            if (key != null && !partners.isKeyOf(session.getUsername(), key)) {
                session.close(true);
            }
        }
    }

    private boolean admit(String name, PublicKey key, ServerSession session) {
        boolean known = partners.isKeyOf(name, key);
        if (known) {
            session.setAttribute(KEY, key);
        }
        return known;
    }

    private SshServer configured() {
        var made = SshServer.setUpDefaultServer();
        made.setHost(settings.address());
        made.setPort(settings.port());
        made.setKeyPairProvider(KeyPairProvider.wrap(KeyFile.keep(folders.hostKey(), "toritsugi")));
        made.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        made.setPublickeyAuthenticator(this::admit);
        made.setPasswordAuthenticator(null);
        made.setKeyboardInteractiveAuthenticator(null);
        made.setShellFactory(null);
        made.setCommandFactory(null);
        made.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        made.setChannelFactories(List.of(ChannelSessionFactory.INSTANCE));
        made.setFileSystemFactory(new VirtualFileSystemFactory() {
            @Override
            public Path getUserHomeDir(SessionContext session) {
                return folders.home(session.getUsername());
            }
        });
        made.setSubsystemFactories(List.of(sftp()));
        made.addSessionListener(new Crowd(settings.connections()));
        CoreModuleProperties.SERVER_IDENTIFICATION.set(made, "Toritsugi");
        CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(made, settings.connectionsPerPartner());
        CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(made, CHANNELS);
        SftpModuleProperties.MAX_OPEN_HANDLES_PER_SESSION.set(made, FILES_AT_ONCE);
        CoreModuleProperties.AUTH_TIMEOUT.set(made, TIME_TO_SIGN_IN);
        CoreModuleProperties.IDLE_TIMEOUT.set(made, LONGEST_SILENCE);
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(made, TRIES_TO_SIGN_IN);
        return made;
    }

    private SftpSubsystemFactory sftp() {
        var factory = new SftpSubsystemFactory.Builder()
                .withFileSystemAccessor(new Jail(folders))
                .build();
        factory.addSftpEventListener(new UploadWatch(uploads, folders, settings));
        return factory;
    }

    /** Sends away who comes when the house is full, before he signs in. */
    private static final class Crowd implements SessionListener {

        private static final AttributeKey<Boolean> INSIDE = new AttributeKey<>();

        private final int limit;
        private int inside;

        Crowd(int limit) {
            this.limit = limit;
        }

        @Override
        public synchronized void sessionCreated(Session session) {
            if (inside >= limit) {
                session.close(true);
                return;
            }
            inside++;
            session.setAttribute(INSIDE, true);
        }

        @Override
        public synchronized void sessionClosed(Session session) {
            if (session.removeAttribute(INSIDE) != null) {
                inside--;
            }
        }
    }
}
