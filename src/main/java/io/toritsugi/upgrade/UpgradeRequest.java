package io.toritsugi.upgrade;

import io.toritsugi.inventory.NightKey;
import io.toritsugi.inventory.RoomTypeRef;
import java.time.LocalDate;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A stay that asks for another type than the booked one.
 *
 * @param requested the first booked type that lacks rooms
 * @param checkOut the day after the last night
 * @param guests adults and children of one room; 0 where the booking does not say
 * @param rooms how many rooms of that type are wanted
 * @param lacking the nights of that type of which the caller knows that they lack rooms; when empty, what this node knows of
 *     the hotel's free rooms tells
 * @param channel the name of the booking's channel, for rules about channels; null when it has none
 * @param plan the OTA's plan code, for rules about plans; null when it has none
 */
public record UpgradeRequest(
        int hotelId,
        RoomTypeRef requested,
        LocalDate checkIn,
        LocalDate checkOut,
        int guests,
        int rooms,
        SortedSet<NightKey> lacking,
        @Nullable String channel,
        @Nullable String plan) {

    public UpgradeRequest {
        if (!checkOut.isAfter(checkIn) || guests < 0 || rooms < 1) {
            throw new IllegalArgumentException(
                    "No stay: %s to %s, %d guests, %d rooms".formatted(checkIn, checkOut, guests, rooms));
        }
    }

    /** A stay of no channel and no plan. */
    public UpgradeRequest(
            int hotelId,
            RoomTypeRef requested,
            LocalDate checkIn,
            LocalDate checkOut,
            int guests,
            int rooms,
            SortedSet<NightKey> lacking) {
        this(hotelId, requested, checkIn, checkOut, guests, rooms, lacking, null, null);
    }
}
