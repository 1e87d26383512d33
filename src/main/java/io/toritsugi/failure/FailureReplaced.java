package io.toritsugi.failure;

import java.time.Instant;

/**
 * A telegram that nobody could read came again whole, and its failure is over; published in the transaction in which it
 * happened.
 */
public record FailureReplaced(long telegramId, int hotelId, Instant at) {}
