package io.toritsugi.link;

import io.toritsugi.failure.Failure;
import java.time.Instant;

/**
 * A hotel's bookings cannot be fetched, and somebody should know: it failed several times in a row, or for a reason that does
 * not go away by itself. Published in the transaction that notes the failure.
 */
public record LinkTroubled(int hotelId, Failure failure, Instant at) {}
