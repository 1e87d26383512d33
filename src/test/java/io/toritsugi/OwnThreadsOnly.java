package io.toritsugi;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test that waits fails by what it waits for, not by what befalls a thread of another application in the same JVM, as the
 * scheduler of one that is closed before it has begun.
 */
public final class OwnThreadsOnly implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }
}
