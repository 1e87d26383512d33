package io.toritsugi.reservation;

import io.toritsugi.inventory.NightKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

    /** Every night that deciding this booking may take or give back. */
    Set<NightKey> nights() {
        var nights = new TreeSet<>(heldNights().keySet());
        telegrams.forEach(telegram -> telegram.placeable()
                .ifPresent(stay -> nights.addAll(stay.nights().keySet())));
        return nights;
    }
}
