package io.toritsugi.reservation;

import io.toritsugi.inventory.RoomTypeRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A reservation as it stands before its rooms are moved.
 *
 * @param standingTelegram the telegram beside which its decisions are kept
 * @param rooms in their order; the number of a room is its place, from 1
 */
record MovableReservation(
        UUID id, String status, int revision, long standingTelegram, List<String> flags, List<Room> rooms) {

    /** A room with what was sold and where the guest sleeps. */
    record Room(
            int number,
            RoomTypeRef booked,
            RoomTypeRef assigned,
            int guests,
            LocalDate firstNight,
            LocalDate endDate) {}

    boolean movable() {
        return status.equals("confirmed");
    }

    Optional<Room> room(int number) {
        return rooms.stream().filter(room -> room.number() == number).findFirst();
    }

    /** The types that were sold, room by room. */
    List<RoomTypeRef> booked() {
        return rooms.stream().map(Room::booked).toList();
    }
}
