package io.toritsugi.intake;

import java.io.IOException;

/** The sender went away in the middle of a body, or what he sends is not what HTTP knows. */
class BodyBrokenException extends IOException {

    private static final long serialVersionUID = 1L;

    BodyBrokenException(IOException cause) {
        super(cause.toString(), cause);
    }
}
