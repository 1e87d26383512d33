package io.toritsugi.intake.sftp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Which files have not been written to their end. Each has a mark on disk from before its first byte until its writer closed
 * it in good order, so that neither a lost connection nor a crash makes half a file look whole. Thread-safe; opening and
 * taking a file exclude each other.
 */
@Component
class Uploads {

    private final PartnerFolders folders;
    private final Map<Path, Writers> open = new HashMap<>();

    Uploads(PartnerFolders folders) {
        this.folders = folders;
    }

    /** Somebody is about to open the file for writing. */
    synchronized void begin(String partner, String file) throws IOException {
        var mark = mark(partner, file);
        boolean markedBefore = Files.exists(mark);
        write(mark, State.OPEN, file);
        var writers = open.computeIfAbsent(mark, none -> new Writers(markedBefore));
        writers.count++;
        writers.spoiled = false;
    }

    /** Somebody who was about to open the file could not; it is what it was before. */
    synchronized void giveUp(String partner, String file) throws IOException {
        var mark = mark(partner, file);
        var writers = open.get(mark);
        if (writers != null && --writers.count <= 0) {
            open.remove(mark);
            if (!writers.markedBefore) {
                Files.deleteIfExists(mark);
            }
        }
    }

    /** Whether somebody writes this file; of a folder, whether a file in it is being written or broke off. */
    synchronized boolean isOpen(String partner, String path) throws IOException {
        if (open.containsKey(mark(partner, path))) {
            return true;
        }
        var below = path + "/";
        return marked(partner).stream().anyMatch(mark -> mark.file().startsWith(below));
    }

    /** A writer is gone: in good order, or not. */
    synchronized void end(String partner, String file, boolean inGoodOrder) throws IOException {
        var mark = mark(partner, file);
        var writers = open.get(mark);
        if (writers == null) {
            return;
        }
        writers.count--;
        writers.spoiled |= !inGoodOrder;
        if (writers.count <= 0) {
            open.remove(mark);
            if (!writers.spoiled) {
                Files.deleteIfExists(mark);
            }
        }
    }

    /** The file has become longer than a file may be; nothing that its writer does makes it whole. */
    synchronized void tooLarge(String partner, String file) throws IOException {
        var mark = mark(partner, file);
        write(mark, State.TOO_LARGE, file);
        var writers = open.get(mark);
        if (writers != null) {
            writers.spoiled = true;
        }
    }

    /** A part of the file could not be written. */
    synchronized void spoil(String partner, String file) {
        var writers = open.get(mark(partner, file));
        if (writers != null) {
            writers.spoiled = true;
        }
    }

    /** A file bears another name: what was not whole is not made so by that. */
    synchronized void renamed(String partner, String from, String to) throws IOException {
        var mark = mark(partner, from);
        if (Files.exists(mark)) {
            boolean tooLarge = Files.readString(mark).startsWith(State.TOO_LARGE.name());
            write(mark(partner, to), tooLarge ? State.TOO_LARGE : State.OPEN, to);
            forget(partner, from);
        } else {
            forget(partner, to);
        }
    }

    /** The file is gone. */
    synchronized void forget(String partner, String file) throws IOException {
        var mark = mark(partner, file);
        if (!open.containsKey(mark)) {
            Files.deleteIfExists(mark);
        }
    }

    /** Takes a file, unless it is not written to its end; answers whether the taking was done. */
    synchronized boolean take(String partner, String file, Taking taking) throws IOException {
        if (Files.exists(mark(partner, file))) {
            return false;
        }
        taking.run();
        return true;
    }

    /** Takes a file of which the upload broke off, unless somebody writes it again; its mark goes with it. */
    synchronized boolean takeBroken(String partner, String file, Taking taking) throws IOException {
        var mark = mark(partner, file);
        if (open.containsKey(mark)) {
            return false;
        }
        taking.run();
        Files.deleteIfExists(mark);
        return true;
    }

    /** The files that nobody writes any more and that were not written to their end. */
    synchronized List<Broken> broken(String partner) throws IOException {
        return marked(partner).stream()
                .filter(broken -> !open.containsKey(mark(partner, broken.file())))
                .toList();
    }

    private List<Broken> marked(String partner) throws IOException {
        var found = new ArrayList<Broken>();
        try (var marks = Files.newDirectoryStream(folders.uploads(partner))) {
            for (var mark : marks) {
                var lines = Files.readAllLines(mark, StandardCharsets.UTF_8);
                if (lines.size() == 2) {
                    found.add(new Broken(
                            lines.get(1),
                            lines.get(0).equals(State.TOO_LARGE.name()),
                            Files.getLastModifiedTime(mark).toMillis()));
                }
            }
        }
        return found;
    }

    private static void write(Path mark, State state, String file) throws IOException {
        Files.writeString(mark, state.name() + "\n" + file.replace('\n', ' ') + "\n", StandardCharsets.UTF_8);
    }

    private Path mark(String partner, String file) {
        try {
            // Not the name itself: with all its folders it may be longer than a name may be.
            var digest = MessageDigest.getInstance("SHA-256").digest(file.getBytes(StandardCharsets.UTF_8));
            return folders.uploads(partner).resolve(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Half a file.
     *
     * @param file its path below the partner's home
     * @param tooLarge whether it was refused for its length
     * @param since milliseconds, when its upload began
     */
    record Broken(String file, boolean tooLarge, long since) {}

    @FunctionalInterface
    interface Taking {
        void run() throws IOException;
    }

    private enum State {
        OPEN,
        TOO_LARGE
    }

    private static final class Writers {
        private final boolean markedBefore;
        private int count;
        private boolean spoiled;

        Writers(boolean markedBefore) {
            this.markedBefore = markedBefore;
        }
    }
}
