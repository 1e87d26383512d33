package io.toritsugi.intake.sftp;

/**
 * A file in an inbox.
 *
 * @param path below the inbox, with slashes: {@code HOTEL/FILE} or {@code HOTEL/FOLDER/FILE}; {@code FILE} alone when it
 *     lies in no hotel's folder
 */
record DroppedFile(Sender sender, String path) {

    private static final char SLASH = '/';

    /** The folder that names the hotel; empty when the file lies in none. */
    String hotel() {
        int end = path.indexOf(SLASH);
        return end < 0 ? "" : path.substring(0, end);
    }

    /** For the log: names are chosen by the partner. */
    @Override
    public String toString() {
        return sender.name() + ":" + path.replaceAll("\\p{Cntrl}", "?");
    }
}
