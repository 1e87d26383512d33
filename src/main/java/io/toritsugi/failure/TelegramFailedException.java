package io.toritsugi.failure;

import java.util.Map;

/** A telegram cannot become what it says; thrown by the steps of the import route, caught by its dead letter channel. */
public final class TelegramFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public TelegramFailedException(Failure failure) {
        // No stack trace: a refused telegram is an outcome, thrown thousands of times a second by hostile input.
        super(failure.code().code() + " " + failure.arguments(), null, false, false);
        this.failure = failure;
    }

    public TelegramFailedException(FailureCode code, String stage, Map<String, String> arguments) {
        this(new Failure(code, stage, arguments));
    }

    public Failure failure() {
        return failure;
    }
}
