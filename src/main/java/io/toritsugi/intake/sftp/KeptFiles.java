package io.toritsugi.intake.sftp;

import io.toritsugi.failure.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Where files go when their fate is settled. Nothing that lies there is ever overwritten. For one thread. */
@Component
class KeptFiles {

    private final PartnerFolders folders;
    private final RejectionNote note;
    private final FileMove move;

    KeptFiles(PartnerFolders folders, RejectionNote note, FileMove move) {
        this.folders = folders;
        this.note = note;
        this.move = move;
    }

    /** Moves a file that is committed. */
    void done(Claim claim) throws IOException {
        move.move(claim.content(), free(folders.done(claim.partner().name()), claim));
    }

    /** Moves a file that will not be taken in, with the reason beside it. */
    void rejected(Claim claim, Failure failure) throws IOException {
        var target = free(folders.rejected(claim.partner().name()), claim);
        // The note first: a file must not lie there without one.
        Files.createDirectories(target.getParent());
        Files.writeString(
                target.resolveSibling(target.getFileName() + KeptName.NOTE),
                note.write(claim.file(), failure),
                StandardCharsets.UTF_8);
        move.move(claim.content(), target);
    }

    private static Path free(Path folder, Claim claim) {
        int number = 1;
        var target = folder.resolve(KeptName.numbered(claim.file().path(), number));
        while (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            target = folder.resolve(KeptName.numbered(claim.file().path(), ++number));
        }
        return target;
    }
}
