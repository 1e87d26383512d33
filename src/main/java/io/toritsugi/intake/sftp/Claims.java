package io.toritsugi.intake.sftp;

import io.toritsugi.database.TimeOrderedId;
import io.toritsugi.failure.FailureCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes dropped files by an atomic move into a folder of their own, where they stay until their fate is settled. What a
 * crash leaves there is found again.
 */
@Component
class Claims {

    /** Between the number of a claim and the code of the failure that keeps its file from being read. */
    private static final String REASON = "~";

    private final PartnerFolders folders;
    private final Uploads uploads;
    private final Clock clock;

    Claims(PartnerFolders folders, Uploads uploads, Clock clock) {
        this.folders = folders;
        this.uploads = uploads;
        this.clock = clock;
    }

    /** Takes a file; empty when it is not written to its end, or gone. */
    Optional<Claim> take(SftpPartner partner, DroppedFile file) throws IOException {
        var claim = planned(partner, file, null);
        return moved(claim, uploads.take(partner.name(), inHome(file), () -> move(claim)));
    }

    /** Takes half a file, so that it can be rejected; empty when somebody is writing it again, or it is gone. */
    Optional<Claim> takeBroken(SftpPartner partner, DroppedFile file, FailureCode reason) throws IOException {
        var claim = planned(partner, file, reason);
        return moved(claim, uploads.takeBroken(partner.name(), inHome(file), () -> move(claim)));
    }

    /** The claims of a partner that are not settled, the oldest first. */
    List<Claim> unsettled(SftpPartner partner) throws IOException {
        var found = new ArrayList<Claim>();
        try (var claims = Files.newDirectoryStream(folders.work(partner.name()))) {
            for (var folder : claims) {
                var content = content(folder);
                if (content.isPresent()) {
                    var file = new DroppedFile(partner, PartnerFolders.slashed(folder.relativize(content.get())));
                    found.add(new Claim(partner, file, folder, content.get(), reason(folder)));
                } else {
                    remove(folder);
                }
            }
        }
        found.sort(Comparator.comparing(claim -> claim.folder().getFileName().toString()));
        return found;
    }

    /** Forgets a claim whose file has been moved on. */
    void settle(Claim claim) throws IOException {
        remove(claim.folder());
    }

    private Claim planned(SftpPartner partner, DroppedFile file, @Nullable FailureCode reason) {
        var number = TimeOrderedId.at(Instant.ofEpochMilli(clock.millis())).toString();
        var folder = folders.work(partner.name()).resolve(reason == null ? number : number + REASON + reason.code());
        return new Claim(partner, file, folder, folder.resolve(file.path()), reason);
    }

    private void move(Claim claim) throws IOException {
        var source = folders.inbox(claim.partner().name()).resolve(claim.file().path());
        Files.createDirectories(claim.content().getParent());
        try {
            Files.move(source, claim.content(), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException gone) {
            // The partner was quicker and took it away.
            remove(claim.folder());
        }
    }

    private static Optional<Claim> moved(Claim claim, boolean taken) {
        return taken && Files.exists(claim.content(), LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(claim)
                : Optional.empty();
    }

    private static String inHome(DroppedFile file) {
        return PartnerFolders.INBOX + "/" + file.path();
    }

    private static Optional<Path> content(Path folder) throws IOException {
        try (var below = Files.walk(folder)) {
            return below.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .findFirst();
        }
    }

    private static @Nullable FailureCode reason(Path folder) {
        var name = folder.getFileName().toString();
        int at = name.indexOf(REASON);
        return at < 0 ? null : FailureCode.of(name.substring(at + 1));
    }

    private static void remove(Path folder) throws IOException {
        List<Path> below;
        try (var all = Files.walk(folder)) {
            below = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (var path : below) {
            Files.deleteIfExists(path);
        }
    }
}
