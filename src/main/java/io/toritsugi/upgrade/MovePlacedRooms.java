package io.toritsugi.upgrade;

import java.util.List;
import java.util.UUID;

/** Gives placed rooms another type; the reservations are behind it. */
public interface MovePlacedRooms {

    /**
     * Moves rooms for their whole stay, all or none, with inventory and history; what the guests pay stays as it is. In the
     * caller's transaction, under the lock of the hotel that the caller holds.
     *
     * @param by who says so
     * @param reason why, for the history of each reservation
     * @throws io.toritsugi.api.ProblemException when a room is not as the move says, or its new type lacks rooms
     */
    void move(int hotelId, List<Move> moves, String by, String reason);

    /**
     * One room.
     *
     * @param roomNo its number in the reservation, from 1
     * @param fromTypeId the type in which it is now
     * @param toTypeId the type in which it is to be
     * @param revision of the reservation as it was seen
     */
    record Move(UUID reservation, int roomNo, int fromTypeId, int toTypeId, int revision) {}
}
