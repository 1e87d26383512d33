package io.toritsugi.upgrade.cascade;

import io.toritsugi.inventory.NightKey;
import io.toritsugi.inventory.RoomTypeRef;
import io.toritsugi.upgrade.FailedStay;
import io.toritsugi.upgrade.PermittedTypes;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * For what a place is to be found.
 *
 * @param purpose a stay that needs rooms, or a day of a type that is oversold
 * @param requested the type that was booked, or that is oversold
 * @param end the day after the last night
 * @param guests of one room; 0 for a day
 * @param rooms how many are wanted; 0 for a day
 * @param channel the channel's name, for the rules; null when it is not known
 * @param plan the plan's code, for the rules; null when there is none
 * @param reservation the reservation that the stay would change, which is never moved itself; null when there is none
 * @param held rooms per night that this reservation gives back when the stay is placed
 * @param failureId the failure that it would heal; null when there is none
 */
record CascadeQuestion(
        Purpose purpose,
        RoomTypeRef requested,
        LocalDate first,
        LocalDate end,
        int guests,
        int rooms,
        @Nullable String channel,
        @Nullable String plan,
        @Nullable UUID reservation,
        Map<NightKey, Integer> held,
        @Nullable Long failureId) {

    enum Purpose {
        STAY,
        DAY
    }

    /** A stay that somebody asks about. */
    static CascadeQuestion ofStay(RoomTypeRef requested, LocalDate first, LocalDate end, int guests, int rooms) {
        return new CascadeQuestion(
                Purpose.STAY, requested, first, end, guests, rooms, null, null, null, Map.of(), null);
    }

    /** A stay that waits in the failure cache. */
    static CascadeQuestion ofFailure(long failureId, FailedStay failed) {
        var request = failed.request();
        return new CascadeQuestion(
                Purpose.STAY,
                request.requested(),
                request.checkIn(),
                request.checkOut(),
                request.guests(),
                request.rooms(),
                request.channel(),
                request.plan(),
                failed.reservation(),
                failed.held(),
                failureId);
    }

    /** A type that is oversold on a night. */
    static CascadeQuestion ofDay(RoomTypeRef oversold, LocalDate night) {
        return new CascadeQuestion(
                Purpose.DAY, oversold, night, night.plusDays(1), 0, 0, null, null, null, Map.of(), null);
    }

    /** How many rooms the reservation gives back on a night. */
    int heldOn(int typeId, LocalDate night) {
        return held.getOrDefault(new NightKey(typeId, night), 0);
    }

    PermittedTypes.Guest guest() {
        return new PermittedTypes.Guest(requested.id(), first, end, guests, channel, plan);
    }
}
