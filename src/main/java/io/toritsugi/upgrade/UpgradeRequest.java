package io.toritsugi.upgrade;

import io.toritsugi.inventory.NightKey;
import io.toritsugi.inventory.RoomTypeRef;
import java.time.LocalDate;
import java.util.SortedSet;

/**
 * A stay that found no room.
 *
 * @param requested the first booked type that lacks rooms
 * @param checkOut the day after the last night
 * @param guests adults and children of one room
 * @param rooms how many rooms of that type are wanted
 * @param lacking the nights of that type that lack rooms
 */
public record UpgradeRequest(
        int hotelId,
        RoomTypeRef requested,
        LocalDate checkIn,
        LocalDate checkOut,
        int guests,
        int rooms,
        SortedSet<NightKey> lacking) {}
