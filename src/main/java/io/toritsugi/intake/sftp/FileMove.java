package io.toritsugi.intake.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.stereotype.Component;

/** The last step of every file: one atomic move. A bean of its own, so that a test can let the disk be full. */
@Component
class FileMove {

    /** Moves a file; the folders on the way are made. */
    void move(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }
}
