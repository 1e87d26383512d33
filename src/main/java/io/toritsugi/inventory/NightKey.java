package io.toritsugi.inventory;

import java.time.LocalDate;
import java.util.Comparator;

/** One night of one room type: what is sold. */
public record NightKey(int roomTypeId, LocalDate night) implements Comparable<NightKey> {

    private static final Comparator<NightKey> ORDER =
            Comparator.comparingInt(NightKey::roomTypeId).thenComparing(NightKey::night);

    @Override
    public int compareTo(NightKey other) {
        return ORDER.compare(this, other);
    }
}
