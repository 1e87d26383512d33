package io.toritsugi.telegram;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a telegram in the form in which they are stored: card fields are blanked already (domain notes §4.2).
 *
 * <p>Usually they are in memory. What is longer than a telegram may be (one inside an answer, an answer that is broken)
 * lies in a temporary file, which lives until {@link DeliveryReader#read} returns: whoever wants to keep it has to copy
 * it within.
 */
public interface TelegramBytes {

    /** How many bytes there are. */
    long size();

    /** Whether they are in memory and stay there; else they are gone when {@link DeliveryReader#read} returns. */
    boolean lasting();

    /** SHA-256 of the bytes as they are here, after blanking. */
    byte[] sha256();

    /** All bytes, from the first. The caller closes it. */
    InputStream open() throws IOException;

    /**
     * All bytes at once; not to be changed.
     *
     * @throws IllegalStateException when there are more than a telegram may have ({@link ReadingLimits#telegramSize})
     */
    byte[] toByteArray();
}
