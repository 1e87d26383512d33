package io.toritsugi.conformance.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What was done in a case and what came of it, line by line. A check that fails is noted, and the case goes on. */
public final class Protocol {

    private static final int LONGEST = 2000;

    private final List<Line> lines = new ArrayList<>();

    /** A line of the protocol. */
    public sealed interface Line {

        default boolean good() {
            return true;
        }
    }

    /** Something that was done. */
    public record Step(String what) implements Line {}

    /** Something that was looked at. */
    public record Check(String what, String expected, String found, boolean good) implements Line {}

    /** The case could not be played to its end. */
    public record Broken(String why) implements Line {

        @Override
        public boolean good() {
            return false;
        }
    }

    void step(String what) {
        lines.add(new Step(what));
    }

    /** Compares two values by {@code equals}. */
    void same(String what, Object expected, Object found) {
        lines.add(new Check(what, shown(expected), shown(found), Objects.equals(expected, found)));
    }

    /** For what is more than a comparison. */
    void holds(String what, String expected, boolean good, Object found) {
        lines.add(new Check(what, expected, shown(found), good));
    }

    void broken(Throwable why) {
        lines.add(new Broken(shown(why)));
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    boolean good() {
        return lines.stream().allMatch(Line::good);
    }

    private static String shown(Object value) {
        var text = value instanceof List<?> list
                ? String.join("\n", list.stream().map(String::valueOf).toList())
                : String.valueOf(value);
        return text.length() > LONGEST ? text.substring(0, LONGEST) + " …" : text.isEmpty() ? "(nothing)" : text;
    }
}
