package io.toritsugi.conformance.suite;

/**
 * One thing that is asked of the instance.
 *
 * @param name stable, in words and hyphens; {@code --only} takes it
 * @param asked what a certifying party wants to see
 */
public record ConformanceCase(String name, Wording title, Wording asked, Need need, Script script) {

    ConformanceCase(String name, Wording title, Wording asked, Script script) {
        this(name, title, asked, Need.NOTHING, script);
    }

    /** What is done, and what is expected of it. */
    @FunctionalInterface
    public interface Script {

        void play(Stage stage) throws Exception;
    }

    @Override
    public String toString() {
        return name;
    }
}
