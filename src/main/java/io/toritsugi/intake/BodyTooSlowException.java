package io.toritsugi.intake;

import java.io.IOException;

/** A body comes so slowly that its sender is not waited for any longer. */
class BodyTooSlowException extends IOException {

    private static final long serialVersionUID = 1L;
}
