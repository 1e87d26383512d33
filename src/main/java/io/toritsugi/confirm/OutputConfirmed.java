package io.toritsugi.confirm;

import java.time.Instant;

/** TL-Lincoln knows that we have an output. Published in the transaction that notes it. */
public record OutputConfirmed(int hotelId, long output, Instant at) {}
