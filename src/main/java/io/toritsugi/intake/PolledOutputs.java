package io.toritsugi.intake;

import java.time.Instant;

/** What the intake asks of who keeps the outputs; implemented above, by the room that confirms them. */
public interface PolledOutputs {

    /**
     * Whether these very bytes are stored already as an answer with this output, so that they need not be stored once more. If
     * so, notes that the output came again.
     *
     * @param sha256 of the answer as it came
     * @param askedAt when the poll was sent that brought it
     */
    boolean cameAgain(int hotelId, String outputId, byte[] sha256, Instant askedAt);
}
