package io.toritsugi.stopsell;

import io.toritsugi.failure.Failure;
import java.time.Instant;

/**
 * TL-Lincoln could not be told to stop or to go on selling, so often that a person has to look. Published in the transaction
 * that notes it.
 *
 * @param failure the last one, with type and nights in its facts
 */
public record StopSellEscalated(int hotelId, long proposal, Failure failure, Instant at) {}
