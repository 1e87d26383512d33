package io.toritsugi.link;

import java.time.Instant;

/** A hotel's bookings are fetched again, or are not to be fetched any more. Published in the transaction that notes it. */
public record LinkRestored(int hotelId, Instant at) {}
