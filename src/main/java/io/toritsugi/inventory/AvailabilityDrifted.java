package io.toritsugi.inventory;

import java.time.Instant;
import java.util.List;

/**
 * A comparison found numbers of a hotel that are not what they follow from. Published inside of a transaction.
 *
 * @param found at least one
 */
public record AvailabilityDrifted(int hotelId, Kept kept, List<DriftedCounter> found, Instant at) {

    public AvailabilityDrifted {
        found = List.copyOf(found);
    }

    /** Where the numbers are kept. */
    public enum Kept {
        /** In the memory of a node, beside the tables; it has been built anew from them. */
        MEMORY("system.availability_drifted"),
        /** In the table of nights, beside rooms and reservations; it was left as it is, for a person to mend. */
        TABLE("system.inventory_drifted");

        private final String code;

        Kept(String code) {
            this.code = code;
        }

        /** The failure code that says so. */
        public String code() {
            return code;
        }
    }
}
