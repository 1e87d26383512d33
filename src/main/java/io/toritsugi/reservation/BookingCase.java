package io.toritsugi.reservation;

import io.toritsugi.inventory.NightKey;
import io.toritsugi.inventory.RoomTypeRef;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One booking that a batch is about.
 *
 * @param held what the hotel holds of it; null when nothing
 * @param fed the telegrams that the batch brought, by number
 * @param telegrams all telegrams of the booking
 */
record BookingCase(
        int hotelId, @Nullable HeldReservation held, Map<Long, PreparedTelegram> fed, List<FoldTelegram> telegrams) {

    /** The name of the booking's channel; null where no telegram of it could be read. */
    @Nullable
    String channel() {
        return telegrams.isEmpty() ? null : telegrams.get(0).head().channel();
    }

    Map<NightKey, Integer> heldNights() {
        return held == null ? Map.of() : held.nights();
    }

    /**
     * Every night that deciding this booking may take or give back by itself: in the types that its stays book, in those that
     * were decided for them, and in those that its guests have now, which they may keep.
     */
    Set<NightKey> nights() {
        var nights = new TreeSet<>(heldNights().keySet());
        var given = givenTypes();
        telegrams.forEach(telegram -> telegram.placeable().ifPresent(stay -> {
            nights.addAll(stay.nights().keySet());
            if (!given.isEmpty()) {
                stay.numbers().forEach(number -> {
                    stay.nights(number, stay.booked(number)).forEach(nights::add);
                    given.forEach(type -> stay.nights(number, type).forEach(nights::add));
                });
            }
        }));
        return nights;
    }

    /** The types that rooms of this booking were given beside the mappings; none in almost all bookings. */
    private Set<RoomTypeRef> givenTypes() {
        return telegrams.stream()
                .flatMap(telegram -> telegram.placeable().stream())
                .flatMap(stay -> stay.assignment().byRoom().values().stream())
                .map(AssignedRoom::type)
                .collect(Collectors.toSet());
    }
}
