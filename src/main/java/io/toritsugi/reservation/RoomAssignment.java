package io.toritsugi.reservation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.toritsugi.inventory.RoomTypeRef;
import java.util.Map;
import java.util.Optional;

/**
 * Which rooms of one booking a person has given another type than the mapping does. What the OTA sold stays what it sold.
 *
 * @param byRoom the type in which the guest sleeps, by the room's number in the booking, from 1
 */
public record RoomAssignment(Map<Integer, RoomTypeRef> byRoom) {

    /** Every room as the mappings say. */
    public static final RoomAssignment NONE = new RoomAssignment(Map.of());

    public RoomAssignment {
        byRoom = Map.copyOf(byRoom);
    }

    /** The type that this room was given; empty where it goes by the mappings. */
    public Optional<RoomTypeRef> ofRoom(int number) {
        return Optional.ofNullable(byRoom.get(number));
    }

    /** Whether nobody has decided anything. */
    @JsonIgnore
    public boolean isEmpty() {
        return byRoom.isEmpty();
    }
}
