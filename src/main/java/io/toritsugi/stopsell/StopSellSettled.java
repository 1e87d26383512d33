package io.toritsugi.stopsell;

import java.time.Instant;

/**
 * Nothing of a proposal is left to a person any more: TL-Lincoln did all of it, or somebody gave it up. Published in the
 * transaction that notes it.
 */
public record StopSellSettled(int hotelId, long proposal, Instant at) {}
