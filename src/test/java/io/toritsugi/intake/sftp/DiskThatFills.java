package io.toritsugi.intake.sftp;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Moves as always, but into the folders of hotels for which there is no room left. */
final class DiskThatFills extends FileMove {

    private final Set<String> full = ConcurrentHashMap.newKeySet();

    void fill(String hotel) {
        full.add(hotel);
    }

    void free(String hotel) {
        full.remove(hotel);
    }

    @Override
    void move(Path from, Path to) throws IOException {
        if (full.contains(to.getParent().getFileName().toString())) {
            throw new FileSystemException(to.toString(), null, "No space left on device");
        }
        super.move(from, to);
    }
}
