package io.toritsugi.intake.sftp;

import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.component.file.remote.RemoteFilePollingConsumerPollStrategy;

/** Each look at a partner's server: by one node only, told of when it fails, and again when it does no more. */
final class ServerRounds extends RemoteFilePollingConsumerPollStrategy {

    /** So many files a round: {@code maxMessagesPerPoll} of the route. */
    static final int MOST = 500;

    private final PartnerServer server;
    private final ServerFiles files;
    private final InboxLease lease;
    private final Attempts attempts;
    private final SftpMetrics metrics;

    ServerRounds(PartnerServer server, ServerFiles files, InboxLease lease, Attempts attempts, SftpMetrics metrics) {
        this.server = server;
        this.files = files;
        this.lease = lease;
        this.attempts = attempts;
        this.metrics = metrics;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        if (!attempts.areOpen()) {
            return false;
        }
        try {
            return lease.hold("server/" + server.name());
        } catch (RuntimeException failed) {
            if (attempts.isDatabaseAway(failed)) {
                return false;
            }
            throw failed;
        }
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        files.endRound(polledMessages < MOST);
        metrics.waiting(server, files.waiting(), files.longestWait());
        attempts.serverAnswers(server);
        super.commit(consumer, endpoint, polledMessages);
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception failure)
            throws Exception {
        files.endRound(false);
        attempts.serverFails(server, failure);
        return super.rollback(consumer, endpoint, retryCounter, failure);
    }
}
