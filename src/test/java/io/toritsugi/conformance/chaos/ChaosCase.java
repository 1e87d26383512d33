package io.toritsugi.conformance.chaos;

import io.toritsugi.conformance.suite.Wording;

/**
 * One thing that goes wrong.
 *
 * @param name stable, in words and hyphens; {@code --only} takes it
 * @param what is done, for the report
 * @param senders of single telegrams that it needs at least; 0 where the usual number will do
 */
record ChaosCase(String name, Wording title, String what, Script script, int senders) {

    ChaosCase(String name, Wording title, String what, Script script) {
        this(name, title, what, script, 0);
    }

    /** What is done while the bookings stream. */
    @FunctionalInterface
    interface Script {

        void play(ChaosScene scene) throws Exception;
    }
}
