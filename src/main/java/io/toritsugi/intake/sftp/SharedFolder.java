package io.toritsugi.intake.sftp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The folder with all inboxes. Nodes may have one each, or share one on a network disk: it bears a number, and of those who
 * see the same number one works.
 */
@Component
class SharedFolder {

    private final PartnerFolders folders;
    private final InboxLease lease;

    SharedFolder(PartnerFolders folders, InboxLease lease) {
        this.folders = folders;
        this.lease = lease;
    }

    /** Whether it is for this node to empty the inboxes. */
    boolean isOurs() throws IOException {
        var id = id();
        return !id.isEmpty() && lease.hold("folder/" + id);
    }

    /** Empty in the moment in which another node writes it. */
    private String id() throws IOException {
        var file = folders.folderId();
        if (Files.notExists(file)) {
            Files.createDirectories(file.getParent());
            try {
                Files.writeString(file, UUID.randomUUID().toString(), StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException other) {
                // Another node was quicker; its number is the one.
                return "";
            }
        }
        return Files.readString(file, StandardCharsets.UTF_8).strip();
    }
}
