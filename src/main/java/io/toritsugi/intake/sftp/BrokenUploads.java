package io.toritsugi.intake.sftp;

import io.toritsugi.failure.FailureCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes out of the inboxes what was too long, and what broke off and has not been sent again for a while. */
@Component
class BrokenUploads {

    private static final String INBOX = PartnerFolders.INBOX + "/";

    private final SftpSettings settings;
    private final Uploads uploads;
    private final Claims claims;
    private final PartnerFolders folders;
    private final Clock clock;

    BrokenUploads(SftpSettings settings, Uploads uploads, Claims claims, PartnerFolders folders, Clock clock) {
        this.settings = settings;
        this.uploads = uploads;
        this.claims = claims;
        this.folders = folders;
        this.clock = clock;
    }

    /** The files of a partner that are to be rejected for that. */
    List<Claim> take(SftpPartner partner) throws IOException {
        var taken = new ArrayList<Claim>();
        for (var broken : uploads.broken(partner.name())) {
            boolean old =
                    clock.millis() - broken.since() >= settings.brokenOffAfter().toMillis();
            var file = folders.home(partner.name()).resolve(broken.file());
            if (!broken.file().startsWith(INBOX) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                uploads.forget(partner.name(), broken.file());
            } else if (broken.tooLarge() || old) {
                var dropped = new DroppedFile(partner, broken.file().substring(INBOX.length()));
                claims.takeBroken(
                                partner,
                                dropped,
                                broken.tooLarge() ? FailureCode.PARSE_TOO_LARGE : FailureCode.PARSE_CUT_OFF)
                        .ifPresent(taken::add);
            }
        }
        return taken;
    }
}
