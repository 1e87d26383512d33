package io.toritsugi.intake.sftp;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.springframework.stereotype.Component;

/**
 * Finds the files in an inbox that nobody is writing any more: they bear no temporary name and have not changed for a while.
 * Files that come by SFTP have to be closed besides, see {@link Uploads}. Links, devices and what lies deeper than a folder
 * within a hotel's folder are left alone. Keeps nothing between two looks.
 */
@Component
class ReadyFiles {

    /** So many at a time: an inbox of any length needs the same memory. */
    static final int MOST = 500;

    private static final int FOLDERS = 2;

    private final PartnerFolders folders;
    private final SftpSettings settings;
    private final Clock clock;

    ReadyFiles(PartnerFolders folders, SftpSettings settings, Clock clock) {
        this.folders = folders;
        this.settings = settings;
        this.clock = clock;
    }

    /** Looks through a partner's inbox. Folders within hotels' folders that have been empty for a while are removed. */
    InboxLook look(SftpPartner partner) throws IOException {
        var walk = new Walk(folders.inbox(partner.name()));
        walk.look(walk.inbox, 0);
        return new InboxLook(
                walk.oldest.stream()
                        .sorted(Found.BY_AGE)
                        .map(found -> new DroppedFile(partner, found.path()))
                        .toList(),
                walk.waiting,
                walk.longestWait);
    }

    /** One look. */
    private final class Walk {

        private final Path inbox;
        private final long now = clock.millis();
        private final PriorityQueue<Found> oldest = new PriorityQueue<>(Found.BY_AGE.reversed());
        private int waiting;
        private long longestWait;

        Walk(Path inbox) {
            this.inbox = inbox;
        }

        void look(Path folder, int depth) throws IOException {
            var empty = new ArrayList<Path>();
            try (var entries = Files.newDirectoryStream(folder)) {
                for (var entry : entries) {
                    var state = Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                    if (state.isDirectory() && depth < FOLDERS) {
                        look(entry, depth + 1);
                        if (depth == 1
                                && age(entry, state) >= settings.folderRest().toMillis()) {
                            empty.add(entry);
                        }
                    } else if (state.isRegularFile()
                            && !TemporaryName.is(entry.getFileName().toString())) {
                        found(entry, age(entry, state));
                    }
                }
            } catch (NoSuchFileException | NotDirectoryException gone) {
                // Removed or renamed by the partner just now; the next look finds what is there.
                return;
            }
            for (var candidate : empty) {
                removeIfEmpty(candidate);
            }
        }

        private void found(Path file, long age) {
            waiting++;
            longestWait = Math.max(longestWait, age);
            if (age >= settings.settle().toMillis()) {
                oldest.add(new Found(PartnerFolders.slashed(inbox.relativize(file)), now - age));
                if (oldest.size() > MOST) {
                    oldest.remove();
                }
            }
        }

        /** Milliseconds since the last change of any kind: the date that a client can set is not it. */
        private long age(Path entry, BasicFileAttributes state) throws IOException {
            var changed = entry.getFileSystem().supportedFileAttributeViews().contains("unix")
                    ? (FileTime) Files.getAttribute(entry, "unix:ctime", LinkOption.NOFOLLOW_LINKS)
                    : state.lastModifiedTime();
            return Math.max(0, now - changed.toMillis());
        }

        private static void removeIfEmpty(Path folder) throws IOException {
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException inUse) {
                // Something in it is still being written or waits to be taken.
                return;
            }
        }
    }

    private record Found(String path, long changed) {

        static final Comparator<Found> BY_AGE =
                Comparator.comparingLong(Found::changed).thenComparing(Found::path);
    }

    /**
     * What a look has found.
     *
     * @param ready the oldest that may be taken, the oldest first
     * @param waiting how many files there are, those that may not be taken yet included
     * @param longestWait milliseconds that the oldest of them has been there
     */
    record InboxLook(List<DroppedFile> ready, int waiting, long longestWait) {}
}
