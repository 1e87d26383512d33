package io.toritsugi.stopsell;

import io.toritsugi.failure.Failure;
import java.time.Instant;

/** A hotel's stock could not be compared, and the attempts are used up. Published in the transaction that notes it. */
public record StockNotCompared(int hotelId, long reconciliation, Failure failure, Instant at) {}
