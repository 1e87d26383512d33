package io.toritsugi.inventory;

import java.time.Instant;
import java.util.List;

/** A comparison found these hotels in order. Published inside of a transaction. */
public record AvailabilityAgreed(List<Integer> hotelIds, AvailabilityDrifted.Kept kept, Instant at) {

    public AvailabilityAgreed {
        hotelIds = List.copyOf(hotelIds);
    }
}
