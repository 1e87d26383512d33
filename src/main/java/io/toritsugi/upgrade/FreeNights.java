package io.toritsugi.upgrade;

import io.toritsugi.inventory.AvailabilityGrid;
import io.toritsugi.upgrade.UpgradeSuggestion.FreeNight;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * The free rooms of one type on the nights of a stay: a view of the grid, which never changes, made into dates and numbers
 * when it is read. Unmodifiable.
 */
final class FreeNights extends AbstractList<FreeNight> implements RandomAccess {

    private final AvailabilityGrid grid;
    private final int type;
    private final int firstDay;
    private final int nights;

    FreeNights(AvailabilityGrid grid, int type, int firstDay, int nights) {
        this.grid = grid;
        this.type = type;
        this.firstDay = firstDay;
        this.nights = nights;
    }

    @Override
    public FreeNight get(int night) {
        int day = firstDay + Objects.checkIndex(night, nights);
        return new FreeNight(LocalDate.ofEpochDay(day), grid.free(type, day));
    }

    @Override
    public int size() {
        return nights;
    }
}
