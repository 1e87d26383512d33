package io.toritsugi.conformance.suite;

import io.toritsugi.conformance.ApplicationProcess;
import java.time.Duration;

/** The switch of an instance that the suite may end and start again. */
public interface Power {

    /** Ends the instance and its database as a power cut does: nothing is finished, nobody is told. */
    void cut();

    /** Starts it on the data that are there, waits until it is ready, and answers how long that took. */
    Duration restore();

    /** That of an application in a process of its own. */
    static Power of(ApplicationProcess application) {
        return new Power() {
            @Override
            public void cut() {
                application.killWithItsDatabase();
            }

            @Override
            public Duration restore() {
                return application.start();
            }
        };
    }
}
