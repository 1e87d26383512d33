package io.toritsugi.notify.live;

import org.jspecify.annotations.Nullable;

/**
 * How far somebody has been told. Either all of what was committed at one moment; or, on the way from one moment to a later one,
 * of what was committed in between the events up to one, in the order of (transaction, number). Both can be continued exactly, by
 * any node, whatever was committed meanwhile.
 *
 * @param seen all of this has been told
 * @param toward the later moment; null when not on the way
 */
record Cursor(SeenTransactions seen, @Nullable SeenTransactions toward, long tx, long id) {

    private static final String PARTS = "\\|";

    /** At a moment. */
    static Cursor at(SeenTransactions seen) {
        return new Cursor(seen, null, 0, 0);
    }

    /** After this event, on the way from here. */
    Cursor after(LiveEvent event, SeenTransactions to) {
        return new Cursor(seen, to, event.tx(), event.id());
    }

    /**
     * Reads what a client sends back.
     *
     * @throws IllegalArgumentException when it is no cursor
     */
    static Cursor parse(String text) {
        var parts = text.split(PARTS, -1);
        return switch (parts.length) {
            case 1 -> at(SeenTransactions.parse(parts[0]));
            case 4 ->
                new Cursor(
                        SeenTransactions.parse(parts[0]),
                        SeenTransactions.parse(parts[1]),
                        Long.parseLong(parts[2]),
                        Long.parseLong(parts[3]));
            default -> throw new IllegalArgumentException("No cursor");
        };
    }

    /** The latest moment of which it knows. */
    SeenTransactions latest() {
        return toward == null ? seen : toward;
    }

    /** The text form, opaque to clients. */
    @Override
    public String toString() {
        return toward == null ? seen.toString() : seen + "|" + toward + "|" + tx + "|" + id;
    }
}
