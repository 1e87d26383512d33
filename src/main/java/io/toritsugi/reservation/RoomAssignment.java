package io.toritsugi.reservation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.toritsugi.inventory.RoomTypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which rooms of one booking were given another type than the mappings say, by a person or by a rule. What the OTA sold stays
 * what it sold. Immutable.
 *
 * @param byRoom where the guest sleeps, by the room's number in the booking, from 1
 */
public record RoomAssignment(Map<Integer, AssignedRoom> byRoom) {

    /** Every room as the mappings say. */
    public static final RoomAssignment NONE = new RoomAssignment(Map.of());

    private static final String BY_HAND = "room_assigned_by_hand";
    private static final String UPGRADED = "upgraded:";

    public RoomAssignment {
        byRoom = Map.copyOf(byRoom);
    }

    /** The type that this room was given; empty where it goes by the mappings. */
    public Optional<RoomTypeRef> ofRoom(int number) {
        return room(number).map(AssignedRoom::type);
    }

    /** What was decided about this room; empty where it goes by the mappings. */
    public Optional<AssignedRoom> room(int number) {
        return Optional.ofNullable(byRoom.get(number));
    }

    /** The same, with this decision about one room in place of an earlier one. */
    public RoomAssignment with(int number, AssignedRoom room) {
        var rooms = new HashMap<>(byRoom);
        rooms.put(number, room);
        return new RoomAssignment(rooms);
    }

    /** The same, without a decision about this room. */
    RoomAssignment without(int number) {
        var rooms = new HashMap<>(byRoom);
        rooms.remove(number);
        return new RoomAssignment(rooms);
    }

    /** Whether nobody has decided anything. */
    @JsonIgnore
    public boolean isEmpty() {
        return byRoom.isEmpty();
    }

    /**
     * What a reservation tells of these decisions: {@code room_assigned_by_hand}, and {@code upgraded:SGL->TWN} once for each
     * pair of types that a rule made.
     *
     * @param booked the type that was sold of each room, in their order
     */
    List<String> flags(List<RoomTypeRef> booked) {
        var flags = new ArrayList<String>();
        if (byRoom.values().stream().anyMatch(room -> !room.byRule())) {
            flags.add(BY_HAND);
        }
        new TreeMap<>(byRoom).forEach((number, room) -> {
            var sold = booked.get(number - 1);
            var flag = UPGRADED + sold.code() + "->" + room.code();
            if (room.byRule() && room.id() != sold.id() && !flags.contains(flag)) {
                flags.add(flag);
            }
        });
        return flags;
    }

    /** These flags without what they told of rooms that were given another type. */
    static List<String> withoutFlags(List<String> flags) {
        return flags.stream()
                .filter(flag -> !flag.equals(BY_HAND) && !flag.startsWith(UPGRADED))
                .toList();
    }
}
