package io.toritsugi.intake.sftp;

import com.jcraft.jsch.ChannelSftp;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.jspecify.annotations.Nullable;

/**
 * Which files on a partner's server may be taken: those that had the same length and date at an earlier look, by our own
 * clock, bear no temporary name, and are due. One look a round serves all of them, however many there are. Links are left
 * alone: where they lead is not ours to read. Thread-safe.
 */
final class ServerFiles implements GenericFileFilter<SftpRemoteFile> {

    private final PartnerServer server;
    private final Attempts attempts;
    private final SftpSettings settings;
    private final Clock clock;
    private final Map<String, Look> looks = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    ServerFiles(PartnerServer server, Attempts attempts, SftpSettings settings, Clock clock) {
        this.server = server;
        this.attempts = attempts;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public synchronized boolean accept(GenericFile<SftpRemoteFile> file) {
        if (file.isDirectory()) {
            return !TemporaryName.is(file.getFileNameOnly());
        }
        if (TemporaryName.is(file.getFileNameOnly()) || !isRegular(file)) {
            return false;
        }
        var path = path(file);
        seen.add(path);
        var look = looks.compute(
                path,
                (same, last) ->
                        last != null && last.size() == file.getFileLength() && last.changed() == file.getLastModified()
                                ? last
                                : new Look(file.getFileLength(), file.getLastModified(), clock.millis()));
        return clock.millis() - look.since() >= settings.settle().toMillis()
                && clock.millis() > look.since()
                && attempts.isDue(server, path);
    }

    /**
     * Ends a round.
     *
     * @param whole whether it came to the end of the list, so that what was not seen is not there any more
     */
    synchronized void endRound(boolean whole) {
        if (whole) {
            looks.keySet().retainAll(seen);
            attempts.report(server, seen);
        }
        seen.clear();
    }

    synchronized int waiting() {
        return looks.size();
    }

    /** Milliseconds since the first look at the one that has been there for longest. */
    synchronized long longestWait() {
        long now = clock.millis();
        return looks.values().stream()
                .mapToLong(look -> now - look.since())
                .max()
                .orElse(0);
    }

    /** A file is not there any more, for we have moved it. */
    synchronized void moved(String path) {
        looks.remove(path);
    }

    /** The file that an exchange is about; null when it is about none. */
    @SuppressWarnings("unchecked") // the routes of partners' servers know no other kind
    static @Nullable GenericFile<SftpRemoteFile> of(Exchange exchange) {
        return exchange.getProperty(ExchangePropertyKey.FILE_EXCHANGE_FILE, GenericFile.class);
    }

    /** Below the inbox, with slashes. */
    static String path(GenericFile<SftpRemoteFile> file) {
        return file.getRelativeFilePath().replace('\\', '/');
    }

    private static boolean isRegular(GenericFile<SftpRemoteFile> file) {
        return file.getFile().getRemoteFile() instanceof ChannelSftp.LsEntry entry
                && entry.getAttrs().isReg();
    }

    private record Look(long size, long changed, long since) {}
}
