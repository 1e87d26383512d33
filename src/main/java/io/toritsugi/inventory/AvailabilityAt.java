package io.toritsugi.inventory;

import java.time.Instant;
import java.util.List;

/**
 * What a hotel had to sell at one moment of its history.
 *
 * @param change the value of {@code hotel_version.inventory} that it belongs to
 * @param from when the first night of the grid becomes the hotel's today
 * @param until when it is over, and the horizon has moved on
 */
record AvailabilityAt(long change, Instant from, Instant until, AvailabilityGrid grid) {

    /** Whether the first night of the grid is the hotel's today. */
    boolean ofToday(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }

    /** As it was after the change that follows this one. */
    AvailabilityAt after(InventoryChange next) {
        return new AvailabilityAt(next.last(), from, until, grid.with(next.counters()));
    }

    /** As it was after all of these that follow this one without a gap, the lowest number first. */
    AvailabilityAt after(List<InventoryChange> parked) {
        var reached = this;
        for (var next : parked) {
            if (next.first() == reached.change + 1) {
                reached = reached.after(next);
            }
        }
        return reached;
    }
}
