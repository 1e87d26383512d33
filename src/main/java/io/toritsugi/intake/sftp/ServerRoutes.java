package io.toritsugi.intake.sftp;

import java.time.Clock;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes a route from the template {@code sftp-server} for each partner's server in the settings, once all route files have
 * been read.
 */
@Component
class ServerRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(ServerRoutes.class);
    private static final String TEMPLATE = "sftp-server";

    private final CamelContext camel;
    private final SftpSettings settings;
    private final InboxLease lease;
    private final Attempts attempts;
    private final RejectionNote note;
    private final SftpMetrics metrics;
    private final Clock clock;

    ServerRoutes(
            CamelContext camel,
            SftpSettings settings,
            InboxLease lease,
            Attempts attempts,
            RejectionNote note,
            SftpMetrics metrics,
            Clock clock) {
        this.camel = camel;
        this.settings = settings;
        this.lease = lease;
        this.attempts = attempts;
        this.note = note;
        this.metrics = metrics;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void make() {
        settings.servers().forEach(this::make);
    }

    private void make(PartnerServer server) {
        var id = TEMPLATE + "-" + server.name();
        var files = new ServerFiles(server, attempts, settings, clock);
        var registry = camel.getRegistry();
        registry.bind(id + "-files", files);
        registry.bind(id + "-moves", new ServerMoves(server, files, note, attempts, metrics));
        registry.bind(id + "-errors", new ServerErrors(server, attempts));
        registry.bind(id + "-rounds", new ServerRounds(server, files, lease, attempts, metrics));
        try {
            TemplatedRouteBuilder.builder(camel, TEMPLATE)
                    .routeId(id)
                    .parameter("name", server.name())
                    .parameter("host", server.host())
                    .parameter("port", server.port())
                    .parameter("user", server.user())
                    .parameter("privateKey", server.privateKey())
                    .parameter("knownHosts", server.knownHosts())
                    .parameter("inbox", server.path(PartnerFolders.INBOX))
                    .parameter("every", server.every().toMillis())
                    .parameter("most", ServerRounds.MOST)
                    .add();
            LOG.info(
                    "Files are looked for on {}:{} as {} every {}",
                    server.host(),
                    server.port(),
                    server.user(),
                    server.every());
        } catch (RuntimeException refused) {
            LOG.error("No files are taken from the server of {}: its route cannot be made", server.name(), refused);
        }
    }
}
