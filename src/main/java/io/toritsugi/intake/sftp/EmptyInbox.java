package io.toritsugi.intake.sftp;

import io.toritsugi.intake.sftp.ReadyFiles.InboxLook;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Empties one inbox: what is left from before, then what is ready, then uploads that broke off. For one thread. */
@Component
class EmptyInbox {

    private static final String INBOX = "inbox";

    private final SharedFolder folder;
    private final Claims claims;
    private final ReadyFiles ready;
    private final BrokenUploads broken;
    private final SettleClaim settle;
    private final Attempts attempts;
    private final SftpMetrics metrics;

    EmptyInbox(
            SharedFolder folder,
            Claims claims,
            ReadyFiles ready,
            BrokenUploads broken,
            SettleClaim settle,
            Attempts attempts,
            SftpMetrics metrics) {
        this.folder = folder;
        this.claims = claims;
        this.ready = ready;
        this.broken = broken;
        this.settle = settle;
        this.attempts = attempts;
        this.metrics = metrics;
    }

    /** One round. A file that makes trouble waits; the others go on. */
    void empty(SftpPartner partner) {
        var there = new HashSet<>(Set.of(INBOX));
        attempts.run(partner, INBOX, () -> {
            for (var claim : claims.unsettled(partner)) {
                there.add(name(claim));
                settle(claim);
            }
            var look = ready.look(partner);
            metrics.waiting(partner, look.waiting(), look.longestWait());
            look.ready().forEach(file -> there.add(file.path()));
            takeReady(partner, look);
            for (var claim : broken.take(partner)) {
                settle(claim);
            }
            claims.unsettled(partner).forEach(claim -> there.add(name(claim)));
            attempts.report(partner, there);
        });
    }

    private void takeReady(SftpPartner partner, InboxLook look) throws IOException {
        for (var file : look.ready()) {
            if (!attempts.areOpen() || attempts.areStuck(partner) || !folder.isOurs()) {
                return;
            }
            attempts.run(partner, file.path(), () -> claims.take(partner, file).ifPresent(this::settle));
        }
    }

    private void settle(Claim claim) {
        attempts.run(claim.partner(), name(claim), () -> settle.settle(claim));
    }

    private static String name(Claim claim) {
        return claim.folder().getFileName() + "/" + claim.file().path();
    }
}
