package io.toritsugi.intake.sftp;

import java.nio.charset.StandardCharsets;

/**
 * What a file is called where it is kept. Nothing that lies there is overwritten: {@code a.xml}, {@code a-2.xml},
 * {@code a-3.xml}, … A name that leaves no room for a number and the ending of a note is shortened, its ending kept.
 */
final class KeptName {

    /** Of the note beside a rejected file. */
    static final String NOTE = ".error.txt";

    /** A name has at most 255 bytes; the rest is for the number and for {@link #NOTE}. */
    private static final int LONGEST = 230;

    private static final int LONGEST_ENDING = 40;

    private KeptName() {}

    /**
     * The name for the number-th file of that name.
     *
     * @param path with slashes; only its last part changes
     * @param number from 1
     */
    static String numbered(String path, int number) {
        int last = path.lastIndexOf('/') + 1;
        var name = path.substring(last);
        int dot = name.indexOf('.', 1);
        boolean hasEnding = dot > 0 && bytes(name.substring(dot)) <= LONGEST_ENDING;
        var ending = hasEnding ? name.substring(dot) : "";
        var stem = shortened(hasEnding ? name.substring(0, dot) : name, LONGEST - bytes(ending));
        return path.substring(0, last) + stem + (number == 1 ? "" : "-" + number) + ending;
    }

    private static String shortened(String stem, int most) {
        if (bytes(stem) <= most) {
            return stem;
        }
        int end = stem.length();
        while (bytes(stem.substring(0, end)) > most) {
            end = stem.offsetByCodePoints(end, -1);
        }
        return stem.substring(0, end);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
