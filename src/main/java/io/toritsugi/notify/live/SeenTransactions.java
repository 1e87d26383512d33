package io.toritsugi.notify.live;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Which transactions were over at one moment: PostgreSQL's {@code pg_snapshot}, {@code xmin:xmax:running}. All below
 * {@code next} were, except those that were still running. Later moments see all that earlier ones saw, on every node.
 */
record SeenTransactions(long next, long[] running) {

    static final SeenTransactions NONE = new SeenTransactions(0, new long[0]);

    private static final int LONGEST = 4_000;

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when it is none
     */
    static SeenTransactions parse(String text) {
        var parts = text.split(":", -1);
        if (parts.length != 3 || text.length() > LONGEST) {
            throw new IllegalArgumentException("No snapshot of transactions");
        }
        var running = parts[2].isEmpty()
                ? new long[0]
                : Arrays.stream(parts[2].split(",", -1))
                        .mapToLong(Long::parseLong)
                        .toArray();
        return new SeenTransactions(Long.parseLong(parts[1]), running);
    }

    /** Whether a transaction was over. */
    boolean sees(long transaction) {
        return transaction < next && Arrays.stream(running).noneMatch(one -> one == transaction);
    }

    /** The oldest transaction that was not over. */
    long oldestUnseen() {
        return Arrays.stream(running).min().orElse(next);
    }

    /** Whether this is the later moment of the two, or the same. */
    boolean contains(SeenTransactions other) {
        return next > other.next || (next == other.next && running.length <= other.running.length);
    }

    /** The running ones as PostgreSQL writes an array. */
    String runningArray() {
        return "{" + runningList() + "}";
    }

    @Override
    public String toString() {
        return oldestUnseen() + ":" + next + ":" + runningList();
    }

    private String runningList() {
        return Arrays.stream(running).mapToObj(Long::toString).collect(Collectors.joining(","));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SeenTransactions that && next == that.next && Arrays.equals(running, that.running);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(next) + 31 * Arrays.hashCode(running);
    }
}
