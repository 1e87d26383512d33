package io.toritsugi.telegram;

/** A delivery has no content: no byte, or white space only (HTTP 400). */
public final class EmptyDeliveryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EmptyDeliveryException() {
        super("The delivery is empty", null, false, false);
    }
}
