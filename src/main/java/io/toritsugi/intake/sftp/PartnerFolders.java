package io.toritsugi.intake.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/**
 * Where everything lies:
 *
 * <pre>
 * host_key                      of the server
 * demo_key                      of the partner "demo"
 * folder_id                     by which nodes that share this folder know that it is one
 * partners/NAME/                all that a partner sees
 *   inbox/HOTEL/[FOLDER/]FILE   what he dropped
 *   done/HOTEL/[FOLDER/]FILE    what was taken in
 *   rejected/HOTEL/[FOLDER/]FILE  what was not, each with FILE.error.txt
 * uploads/NAME/                 a mark for each file that has not been written to its end
 * work/NAME/CLAIM/              what is being taken in, out of the partner's reach
 * </pre>
 */
@Component
class PartnerFolders {

    static final String INBOX = "inbox";
    static final String DONE = "done";
    static final String REJECTED = "rejected";

    private final Path root;

    PartnerFolders(SftpSettings settings) {
        this.root = settings.directory().toAbsolutePath().normalize();
    }

    Path hostKey() {
        return root.resolve("host_key");
    }

    Path demoKey() {
        return root.resolve("demo_key");
    }

    Path folderId() {
        return root.resolve("folder_id");
    }

    /** The jail of a partner. */
    Path home(String partner) {
        return root.resolve("partners").resolve(partner);
    }

    Path inbox(String partner) {
        return home(partner).resolve(INBOX);
    }

    Path done(String partner) {
        return home(partner).resolve(DONE);
    }

    Path rejected(String partner) {
        return home(partner).resolve(REJECTED);
    }

    Path uploads(String partner) {
        return root.resolve("uploads").resolve(partner);
    }

    Path work(String partner) {
        return root.resolve("work").resolve(partner);
    }

    /** Makes what is missing of a partner's folders. */
    void make(SftpPartner partner) throws IOException {
        for (var folder : new Path[] {
            inbox(partner.name()),
            done(partner.name()),
            rejected(partner.name()),
            uploads(partner.name()),
            work(partner.name())
        }) {
            Files.createDirectories(folder);
        }
        for (var hotel : partner.hotels()) {
            if (!hotel.equals(Sender.ALL_HOTELS)) {
                Files.createDirectories(inbox(partner.name()).resolve(hotel));
            }
        }
    }

    /** A relative path as partners and records spell it, on every system. */
    static String slashed(Path relative) {
        return relative.toString().replace('\\', '/');
    }
}
