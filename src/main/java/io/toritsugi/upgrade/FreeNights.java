package io.toritsugi.upgrade;

import io.toritsugi.upgrade.UpgradeSuggestion.FreeNight;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * The free rooms of one type on the nights of a stay, as they were when it was looked at: numbers in an array, made into
 * dates when they are read, which most are not. Unmodifiable.
 */
final class FreeNights extends AbstractList<FreeNight> implements RandomAccess {

    private final int[] free;
    private final int offset;
    private final int firstDay;
    private final int nights;

    /**
     * @param free holds the numbers from {@code offset} on; not to be changed any more
     * @param firstDay epoch day of the first night
     */
    FreeNights(int[] free, int offset, int firstDay, int nights) {
        this.free = free;
        this.offset = offset;
        this.firstDay = firstDay;
        this.nights = nights;
    }

    @Override
    public FreeNight get(int night) {
        return new FreeNight(
                LocalDate.ofEpochDay((long) firstDay + Objects.checkIndex(night, nights)), free[offset + night]);
    }

    @Override
    public int size() {
        return nights;
    }
}
