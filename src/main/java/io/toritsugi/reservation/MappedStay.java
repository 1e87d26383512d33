package io.toritsugi.reservation;

import io.toritsugi.booking.BookedRoom;
import io.toritsugi.booking.BookedStay;
import io.toritsugi.inventory.NightKey;
import io.toritsugi.inventory.RoomTypeRef;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A stay whose room codes have become room types.
 *
 * @param types the booked type of each room of the stay, in its order: what the OTA sold
 * @param assignment the rooms whose guests sleep in another type than the mappings say, because somebody decided so
 */
public record MappedStay(BookedStay stay, List<RoomTypeRef> types, RoomAssignment assignment) {

    public MappedStay {
        types = List.copyOf(types);
        if (types.size() != stay.rooms().size()) {
            throw new IllegalArgumentException(
                    types.size() + " types for " + stay.rooms().size() + " rooms");
        }
    }

    /** A stay in which every guest sleeps in the type that was booked. */
    public MappedStay(BookedStay stay, List<RoomTypeRef> types) {
        this(stay, types, RoomAssignment.NONE);
    }

    /** The same stay with these decisions about its rooms. */
    MappedStay with(RoomAssignment other) {
        return new MappedStay(stay, types, other);
    }

    /** A room of the stay by its number, from 1. */
    BookedRoom room(int number) {
        return stay.rooms().get(number - 1);
    }

    /** The type that was sold of a room, by its number, from 1. */
    RoomTypeRef booked(int number) {
        return types.get(number - 1);
    }

    /** The type in which the guest of a room sleeps, by its number, from 1. */
    RoomTypeRef assigned(int number) {
        return assignment.ofRoom(number).orElseGet(() -> booked(number));
    }

    /** The type that the guest of a room pays for: what was sold, unless somebody said otherwise. */
    RoomTypeRef charged(int number) {
        return assignment.room(number).map(AssignedRoom::charged).orElseGet(() -> booked(number));
    }

    /** The numbers of the rooms, from 1. */
    IntStream numbers() {
        return IntStream.rangeClosed(1, types.size());
    }

    /** The type in which the guest of each room sleeps. */
    List<RoomTypeRef> assigned() {
        return assignment.isEmpty() ? types : numbers().mapToObj(this::assigned).toList();
    }

    /** Rooms per night and type that the stay takes. */
    Map<NightKey, Integer> nights() {
        var nights = new TreeMap<NightKey, Integer>();
        for (int number = 1; number <= types.size(); number++) {
            nights(number, assigned(number)).forEach(night -> nights.merge(night, 1, Integer::sum));
        }
        return nights;
    }

    /** The nights of one room, were its guest to sleep in this type. */
    Stream<NightKey> nights(int number, RoomTypeRef type) {
        var room = room(number);
        return room.firstNight().datesUntil(room.endDate()).map(night -> new NightKey(type.id(), night));
    }

    /** What is told of its rooms on the reservation. */
    List<String> roomFlags() {
        return assignment.isEmpty() ? List.of() : assignment.flags(types);
    }
}
