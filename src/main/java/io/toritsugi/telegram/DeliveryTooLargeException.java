package io.toritsugi.telegram;

/** A delivery is longer than it may be and has not been read (HTTP 413). No line of it was handed out. */
public final class DeliveryTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long limit;

    DeliveryTooLargeException(String what, long limit) {
        super("The " + what + " is longer than " + limit + " bytes", null, false, false);
        this.limit = limit;
    }

    /** How many bytes there may be. */
    public long limit() {
        return limit;
    }
}
