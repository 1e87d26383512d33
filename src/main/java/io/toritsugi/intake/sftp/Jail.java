package io.toritsugi.intake.sftp;

import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/**
 * The walls of a partner's home: no path leads up beyond it, no link is followed or made, and who may read a file is not for
 * a partner to say (requests to change it are taken and do nothing, for many clients send them with every file).
 */
final class Jail implements SftpFileSystemAccessor {

    private final PartnerFolders folders;

    Jail(PartnerFolders folders) {
        this.folders = folders;
    }

    @Override
    public Path resolveLocalFilePath(SftpSubsystemProxy subsystem, Path rootDir, String remotePath) throws IOException {
        var asked = SftpFileSystemAccessor.super.resolveLocalFilePath(subsystem, rootDir, remotePath);
        int depth = 0;
        for (var name : asked) {
            depth += name.toString().equals("..") ? -1 : 1;
            if (depth < 0) {
                throw new AccessDeniedException(remotePath);
            }
        }
        refuseLinks(folders.home(subsystem.getServerSession().getUsername()), inHome(asked));
        return asked;
    }

    /** The path below the home, without a slash before it. */
    static String inHome(Path virtual) {
        var path = virtual.toAbsolutePath().normalize().toString();
        return path.startsWith("/") ? path.substring(1) : path;
    }

    private static void refuseLinks(Path home, String path) throws IOException {
        var place = home;
        for (var name : Path.of(path)) {
            place = place.resolve(name);
            if (Files.isSymbolicLink(place)) {
                throw new AccessDeniedException("/" + path);
            }
        }
    }

    @Override
    public SeekableByteChannel openFile(
            SftpSubsystemProxy subsystem,
            FileHandle fileHandle,
            Path file,
            String handle,
            Set<? extends OpenOption> options,
            FileAttribute<?>... attributes)
            throws IOException {
        return SftpFileSystemAccessor.super.openFile(subsystem, fileHandle, file, handle, options);
    }

    /** What a client has been told is closed is on the disk, not in a cache. */
    @Override
    public void closeFile(
            SftpSubsystemProxy subsystem,
            FileHandle fileHandle,
            Path file,
            String handle,
            Channel channel,
            Set<? extends OpenOption> options)
            throws IOException {
        if (channel instanceof FileChannel written && written.isOpen() && options.contains(StandardOpenOption.WRITE)) {
            written.force(true);
        }
        SftpFileSystemAccessor.super.closeFile(subsystem, fileHandle, file, handle, channel, options);
    }

    @Override
    public void createLink(SftpSubsystemProxy subsystem, Path link, Path existing, boolean symbolic)
            throws IOException {
        throw new AccessDeniedException(link.toString());
    }

    @Override
    public void copyFile(SftpSubsystemProxy subsystem, Path source, Path target, Collection<CopyOption> options)
            throws IOException {
        throw new AccessDeniedException(target.toString());
    }

    @Override
    public void setFilePermissions(
            SftpSubsystemProxy subsystem, Path file, Set<PosixFilePermission> permissions, LinkOption... options) {
        // they stay as they are
    }

    @Override
    public void setFileOwner(SftpSubsystemProxy subsystem, Path file, Principal value, LinkOption... options) {
        // stays as it is
    }

    @Override
    public void setGroupOwner(SftpSubsystemProxy subsystem, Path file, Principal value, LinkOption... options) {
        // stays as it is
    }

    @Override
    public void setFileAccessControl(
            SftpSubsystemProxy subsystem, Path file, List<AclEntry> list, LinkOption... options) {
        // stays as it is
    }

    @Override
    public UserPrincipal resolveFileOwner(SftpSubsystemProxy subsystem, Path file, UserPrincipal name) {
        return name;
    }

    @Override
    public GroupPrincipal resolveGroupOwner(SftpSubsystemProxy subsystem, Path file, GroupPrincipal name) {
        return name;
    }
}
