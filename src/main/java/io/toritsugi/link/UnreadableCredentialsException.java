package io.toritsugi.link;

/** Stored credentials cannot be decrypted: the keys are others than those that they were encrypted with. */
final class UnreadableCredentialsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableCredentialsException(int hotelId, Throwable cause) {
        super("The credentials of hotel " + hotelId + " cannot be decrypted with these keys", cause);
    }
}
