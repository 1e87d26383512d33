package io.toritsugi.upgrade;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A room of a reservation with what decides whether it can be moved to another type.
 *
 * @param reservation the reservation that it belongs to
 * @param roomNo its number in that reservation, from 1
 * @param revision of the reservation; another one means that something changed
 * @param bookedTypeId what the OTA sold
 * @param assignedTypeId where the guest is to sleep
 * @param first the first night
 * @param end the day after the last night
 * @param guests adults and children of the room
 * @param channel the channel's name
 * @param plan the plan's code; null when there is none
 * @param arrived whether the guest has checked in
 * @param locked whether somebody said that the room is not to be changed
 * @param vip whether the guest is one whom nobody moves about
 * @param roomsOfBooking how many rooms the reservation has, this one included
 */
public record PlacedRoom(
        UUID reservation,
        int roomNo,
        int revision,
        int bookedTypeId,
        int assignedTypeId,
        LocalDate first,
        LocalDate end,
        int guests,
        String channel,
        @Nullable String plan,
        boolean arrived,
        boolean locked,
        boolean vip,
        int roomsOfBooking) {}
