package io.toritsugi.conformance.suite;

import java.time.Duration;

/** The switch of an instance that the suite may end and start again. */
public interface Power {

    /** Ends the instance and its database as a power cut does: nothing is finished, nobody is told. */
    void cut();

    /** Starts it on the data that are there, waits until it is ready, and answers how long that took. */
    Duration restore();
}
