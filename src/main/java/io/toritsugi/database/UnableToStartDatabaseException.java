package io.toritsugi.database;

import org.jspecify.annotations.Nullable;

/** The embedded database could not be started; the message says what was found where, the action what to do about it. */
public class UnableToStartDatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    UnableToStartDatabaseException(String found, String action) {
        this(found, action, null);
    }

    UnableToStartDatabaseException(String found, String action, @Nullable Throwable cause) {
        super(found + " " + action, cause);
        this.action = action;
    }

    /** What a person can do about it; never empty. */
    public String action() {
        return action;
    }
}
