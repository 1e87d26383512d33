package io.toritsugi.reservation;

import io.toritsugi.inventory.RoomTypeRef;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Which rooms of a changed booking may keep the other type that they were given (ADR 0015). A room of the new stay continues
 * the old one of the same booked type: the first of a type the first, the second the second. Rooms that were added, and rooms
 * whose booked type changed, continue none. Whether there is room for it is decided where the rooms are taken.
 */
final class KeptUpgrades {

    private KeptUpgrades() {}

    /**
     * The upgrades that came down to the last of these stays.
     *
     * @param held the stay that holds rooms now
     * @param later those that stood after it, the last one to be placed; at least one
     */
    static RoomAssignment carry(MappedStay held, List<MappedStay> later) {
        var carried = upgrades(held);
        var from = held;
        for (var to : later) {
            if (carried.isEmpty()) {
                return carried;
            }
            carried = carry(carried, from.types(), to.types());
            from = to;
        }
        return carried;
    }

    /** Only where the guest sleeps elsewhere than booked: a decision that names the booked type changes nothing. */
    private static RoomAssignment upgrades(MappedStay held) {
        var upgrades = new HashMap<Integer, AssignedRoom>();
        held.assignment().byRoom().forEach((number, room) -> {
            if (number <= held.types().size()
                    && room.id() != held.booked(number).id()) {
                upgrades.put(number, room);
            }
        });
        return new RoomAssignment(upgrades);
    }

    private static RoomAssignment carry(RoomAssignment carried, List<RoomTypeRef> from, List<RoomTypeRef> to) {
        Map<RoomTypeRef, Queue<Integer>> waiting = new HashMap<>();
        for (int number = 1; number <= from.size(); number++) {
            waiting.computeIfAbsent(from.get(number - 1), type -> new ArrayDeque<>())
                    .add(number);
        }
        var kept = new HashMap<Integer, AssignedRoom>();
        for (int number = 1; number <= to.size(); number++) {
            var earlier =
                    waiting.getOrDefault(to.get(number - 1), new ArrayDeque<>()).poll();
            if (earlier != null) {
                int now = number;
                carried.room(earlier).ifPresent(room -> kept.put(now, room));
            }
        }
        return new RoomAssignment(kept);
    }
}
