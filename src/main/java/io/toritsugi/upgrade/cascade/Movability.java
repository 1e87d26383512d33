package io.toritsugi.upgrade.cascade;

import io.toritsugi.upgrade.PlacedRoom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a placed booking may be moved at all. */
final class Movability {

    private final @Nullable LocalDate lastFrozen;

    /**
     * @param today the date at the hotel's desk
     * @param freezeDays a stay that begins within so many days is left alone; null when there is no such rule
     */
    Movability(LocalDate today, @Nullable Integer freezeDays) {
        this.lastFrozen = freezeDays == null ? null : today.plusDays(freezeDays);
    }

    /** Why a booking stays where it is. */
    enum Fixed {
        ARRIVED,
        LOCKED,
        VIP,
        FROZEN,
        /** Not wholly inside the window. */
        WINDOW,
        /** Neither hierarchy nor rules let it go anywhere. */
        NO_OTHER_TYPE
    }

    /** What keeps the rooms of a booking from being moved, whichever the window; empty when nothing does. */
    Optional<Fixed> fixed(List<PlacedRoom> rooms) {
        if (rooms.stream().anyMatch(PlacedRoom::arrived)) {
            return Optional.of(Fixed.ARRIVED);
        }
        if (rooms.stream().anyMatch(PlacedRoom::locked)) {
            return Optional.of(Fixed.LOCKED);
        }
        if (rooms.stream().anyMatch(PlacedRoom::vip)) {
            return Optional.of(Fixed.VIP);
        }
        return rooms.stream()
                        .anyMatch(room -> lastFrozen != null && !room.first().isAfter(lastFrozen))
                ? Optional.of(Fixed.FROZEN)
                : Optional.empty();
    }
}
