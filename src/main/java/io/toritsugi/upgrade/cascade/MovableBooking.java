package io.toritsugi.upgrade.cascade;

import io.toritsugi.upgrade.PlacedRoom;
import java.util.List;
import java.util.UUID;

/**
 * A booking whose rooms can be moved: all of them into one type, or none (the family rule).
 *
 * @param rooms all rooms of the booking
 * @param targets the types into which it may go, by their index
 */
record MovableBooking(List<Room> rooms, List<Target> targets) {

    MovableBooking {
        rooms = List.copyOf(rooms);
        targets = List.copyOf(targets);
    }

    UUID reservation() {
        return rooms.get(0).placed().reservation();
    }

    /** Of the reservation. */
    int revision() {
        return rooms.get(0).placed().revision();
    }

    /**
     * One room for its stay.
     *
     * @param type the index of the type in which it is
     * @param first the first night, as epoch day
     * @param end the day after the last night
     */
    record Room(PlacedRoom placed, int type, int first, int end) {

        int nights() {
            return end - first;
        }

        /** Whether it sleeps somewhere on that day. */
        boolean covers(int day) {
            return first <= day && day < end;
        }
    }

    /**
     * A type into which the booking may go.
     *
     * @param type the type's index
     * @param rooms how many rooms have to move; those that are in the type already do not
     * @param cost whole yen that better rooms are given away for, over all nights; never negative
     */
    record Target(int type, int rooms, long cost) {}
}
