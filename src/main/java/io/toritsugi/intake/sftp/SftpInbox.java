package io.toritsugi.intake.sftp;

import java.io.IOException;
import org.springframework.stereotype.Component;

/** The inboxes of our own server, emptied again and again by the node whose turn it is. Called by one thread at a time. */
@Component("sftpInbox")
class SftpInbox {

    private final SftpServer server;
    private final Partners partners;
    private final SharedFolder folder;
    private final EmptyInbox inbox;
    private final Attempts attempts;
    private final SftpMetrics metrics;

    SftpInbox(
            SftpServer server,
            Partners partners,
            SharedFolder folder,
            EmptyInbox inbox,
            Attempts attempts,
            SftpMetrics metrics) {
        this.server = server;
        this.partners = partners;
        this.folder = folder;
        this.inbox = inbox;
        this.attempts = attempts;
        this.metrics = metrics;
    }

    /** One round through all inboxes. */
    public void sweep() throws IOException {
        if (!server.hasFolders() || !attempts.areOpen()) {
            return;
        }
        boolean ours = isOurs();
        server.sendStrangersAway();
        if (ours) {
            partners.all().forEach(inbox::empty);
        } else {
            partners.all().forEach(partner -> metrics.waiting(partner, 0, 0));
        }
    }

    private boolean isOurs() throws IOException {
        try {
            partners.refresh();
            return folder.isOurs();
        } catch (RuntimeException failed) {
            if (attempts.isDatabaseAway(failed)) {
                return false;
            }
            throw failed;
        }
    }
}
