package io.toritsugi.api;

import java.io.IOException;
import java.util.Map;

/** A request body that goes on beyond its limit; an IOException, for it is found while reading. */
final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long limit;

    BodyTooLargeException(long limit) {
        super("The request body is longer than " + limit + " bytes");
        this.limit = limit;
    }

    ProblemException refusal() {
        return new ProblemException(ProblemCode.REQUEST_TOO_LARGE, Map.of("expected", String.valueOf(limit)));
    }
}
