package io.toritsugi.upgrade;

import io.toritsugi.inventory.NightKey;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stay that waits in the failure cache because rooms lack.
 *
 * @param request the first booked type that lacks rooms, with the nights of its rooms
 * @param roomNumbers which rooms of the booking are of that type, from 1
 * @param reservation the reservation that it would change; null when it would make one
 * @param held rooms per night that this reservation holds now, and gives back when the stay is placed
 */
public record FailedStay(
        UpgradeRequest request,
        List<Integer> roomNumbers,
        @Nullable UUID reservation,
        Map<NightKey, Integer> held) {

    public FailedStay {
        roomNumbers = List.copyOf(roomNumbers);
        held = Map.copyOf(held);
    }
}
