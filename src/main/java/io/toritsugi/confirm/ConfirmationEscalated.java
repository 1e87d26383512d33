package io.toritsugi.confirm;

import io.toritsugi.failure.Failure;
import java.time.Instant;

/**
 * An output could not be confirmed so often that a person has to look. Published in the transaction that notes it.
 *
 * @param failure the last one, with the output in its facts
 */
public record ConfirmationEscalated(int hotelId, long output, Failure failure, Instant at) {}
