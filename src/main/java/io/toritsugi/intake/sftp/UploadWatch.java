package io.toritsugi.intake.sftp;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.jspecify.annotations.Nullable;

/**
 * Stands by while a partner works: lets him write below {@code inbox/} only, tidy up below {@code done/} and
 * {@code rejected/}, and tells {@link Uploads} which files are whole.
 */
final class UploadWatch implements SftpEventListener {

    /** inbox, hotel, folder, file. */
    private static final int DEEPEST_FILE = 4;

    /** Copies on the server's side: bytes would come into a file past the check of its length. */
    private static final String COPY_DATA = "copy-data";

    private final Uploads uploads;
    private final PartnerFolders folders;
    private final long longestFile;
    private final long keepFree;
    private final Set<Opening> opening = ConcurrentHashMap.newKeySet();

    UploadWatch(Uploads uploads, PartnerFolders folders, SftpSettings settings) {
        this.uploads = uploads;
        this.folders = folders;
        this.longestFile = settings.fileSize().toBytes();
        this.keepFree = settings.keepFree().toBytes();
    }

    @Override
    public void receivedExtension(ServerSession session, String extension, int id) throws IOException {
        if (extension.equals(COPY_DATA)) {
            throw new AccessDeniedException(extension);
        }
    }

    @Override
    public void opening(ServerSession session, String remoteHandle, Handle handle) throws IOException {
        if (isWriter(handle)) {
            var file = file(handle);
            requireInbox(file, 2, DEEPEST_FILE);
            requireRoom(session.getUsername());
            uploads.begin(session.getUsername(), file);
            opening.add(new Opening(session, file));
        }
    }

    /** What it began to open and neither opened nor failed to may be half a file. */
    @Override
    public void destroying(ServerSession session) throws IOException {
        for (var left : List.copyOf(opening)) {
            if (left.session().equals(session) && opening.remove(left)) {
                uploads.end(session.getUsername(), left.file(), false);
            }
        }
    }

    @Override
    public void open(ServerSession session, String remoteHandle, Handle handle) {
        opening.remove(new Opening(session, file(handle)));
    }

    @Override
    public void openFailed(
            ServerSession session, String remotePath, Path localPath, boolean directory, Throwable thrown)
            throws IOException {
        var file = Jail.inHome(localPath);
        if (opening.remove(new Opening(session, file))) {
            uploads.giveUp(session.getUsername(), file);
        }
    }

    @Override
    public void writing(
            ServerSession session,
            String remoteHandle,
            FileHandle handle,
            long offset,
            byte[] data,
            int dataOffset,
            int length)
            throws IOException {
        long end = (handle.isOpenAppend() ? handle.getFileChannel().size() : offset) + length;
        if (end > longestFile || end < 0) {
            uploads.tooLarge(session.getUsername(), file(handle));
            throw new IOException("The file is longer than " + longestFile + " bytes");
        }
    }

    @Override
    public void written(
            ServerSession session,
            String remoteHandle,
            FileHandle handle,
            long offset,
            byte[] data,
            int dataOffset,
            int length,
            @Nullable Throwable thrown)
            throws IOException {
        if (thrown != null) {
            // The disk is full, say. Whatever the client does next, a part of the file is missing.
            uploads.spoil(session.getUsername(), file(handle));
        }
    }

    @Override
    public void closed(ServerSession session, String remoteHandle, Handle handle, @Nullable Throwable thrown)
            throws IOException {
        if (isWriter(handle)) {
            uploads.end(session.getUsername(), file(handle), thrown == null);
        }
    }

    /** The connection is gone and the file was not closed before. */
    @Override
    public void exiting(ServerSession session, Handle handle) throws IOException {
        if (isWriter(handle)) {
            uploads.end(session.getUsername(), file(handle), false);
        }
    }

    @Override
    public void creating(ServerSession session, Path path, Map<String, ?> attributes) throws IOException {
        requireInbox(Jail.inHome(path), 2, DEEPEST_FILE - 1);
    }

    @Override
    public void moving(ServerSession session, Path source, Path target, Collection<CopyOption> options)
            throws IOException {
        var from = Jail.inHome(source);
        requireInbox(from, 2, DEEPEST_FILE);
        requireInbox(Jail.inHome(target), 2, DEEPEST_FILE);
        if (uploads.isOpen(session.getUsername(), from)) {
            // Also a folder with such a file in it: the file would be whole under a name that nobody watches.
            throw new AccessDeniedException("/" + from);
        }
    }

    @Override
    public void moved(
            ServerSession session, Path source, Path target, Collection<CopyOption> options, @Nullable Throwable thrown)
            throws IOException {
        if (thrown == null) {
            uploads.renamed(session.getUsername(), Jail.inHome(source), Jail.inHome(target));
        }
    }

    @Override
    public void removing(ServerSession session, Path path, boolean directory) throws IOException {
        if (path.toAbsolutePath().normalize().getNameCount() < 2) {
            throw new AccessDeniedException(path.toString());
        }
    }

    @Override
    public void removed(ServerSession session, Path path, boolean directory, @Nullable Throwable thrown)
            throws IOException {
        if (thrown == null && !directory) {
            uploads.forget(session.getUsername(), Jail.inHome(path));
        }
    }

    @Override
    public void linking(ServerSession session, Path source, Path target, boolean symbolic) throws IOException {
        throw new AccessDeniedException(source.toString());
    }

    @Override
    public void modifyingAttributes(ServerSession session, Path path, Map<String, ?> attributes) throws IOException {
        requireInbox(Jail.inHome(path), 2, DEEPEST_FILE);
        if (attributes.containsKey("size")) {
            // Bytes change by writing, which is watched.
            throw new AccessDeniedException(path.toString());
        }
    }

    private void requireRoom(String partner) throws IOException {
        if (folders.inbox(partner).toFile().getUsableSpace() < keepFree) {
            throw new SftpException(
                    SftpConstants.SSH_FX_NO_SPACE_ON_FILESYSTEM, "There is no room left; try again later");
        }
    }

    private static void requireInbox(String path, int shallowest, int deepest) throws AccessDeniedException {
        var names = Path.of(path);
        if (!names.startsWith(PartnerFolders.INBOX)
                || names.getNameCount() < shallowest
                || names.getNameCount() > deepest
                || path.chars().anyMatch(Character::isISOControl)) {
            throw new AccessDeniedException("/" + path);
        }
    }

    private static boolean isWriter(Handle handle) {
        return handle instanceof FileHandle file
                && (file.getOpenOptions().contains(StandardOpenOption.WRITE)
                        || file.getOpenOptions().contains(StandardOpenOption.APPEND));
    }

    private static String file(Handle handle) {
        return Jail.inHome(handle.getFile());
    }

    private record Opening(ServerSession session, String file) {}
}
