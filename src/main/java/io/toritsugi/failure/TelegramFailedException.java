package io.toritsugi.failure;

import java.util.Map;

/** A telegram cannot become what it says; thrown by the steps of the import route, caught by its dead letter channel. */
public final class TelegramFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public TelegramFailedException(Failure failure) {
        // No stack trace: a refused telegram is an outcome, thrown thousands of times a second by hostile input.
        // Without what was found: a field that is wrong may hold anything, also a name, and messages end in logs.
        super(failure.code().code() + " at " + failure.stage(), null, false, false);
        this.failure = failure;
    }

    public TelegramFailedException(FailureCode code, String stage, Map<String, String> arguments) {
        this(new Failure(code, stage, arguments));
    }

    public Failure failure() {
        return failure;
    }
}
