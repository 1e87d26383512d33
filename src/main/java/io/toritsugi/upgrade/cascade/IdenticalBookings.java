package io.toritsugi.upgrade.cascade;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Bookings that are the same to the solver: rooms in the same types for the same nights, and the same types to go to. Which of
 * them moves makes no difference, so they are one variable that counts instead of many that swap places.
 *
 * @param bookings at least one, in the order in which they are taken
 * @param targets where they can go, as far as it can matter
 */
record IdenticalBookings(List<MovableBooking> bookings, List<MovableBooking.Target> targets) {

    /** All that a plan of at most so many rooms can need, in the order of the first of each kind. */
    static List<IdenticalBookings> of(CascadeProblem problem, ChainReach reach, int rooms) {
        var kinds = new LinkedHashMap<Kind, IdenticalBookings>();
        for (int index = 0; index < problem.bookings().size(); index++) {
            var booking = problem.bookings().get(index);
            var targets = new ArrayList<MovableBooking.Target>();
            for (int target = 0; target < booking.targets().size(); target++) {
                if (reach.reaches(index, target, rooms)) {
                    targets.add(booking.targets().get(target));
                }
            }
            if (!targets.isEmpty()) {
                kinds.computeIfAbsent(
                                Kind.of(booking, targets), kind -> new IdenticalBookings(new ArrayList<>(), targets))
                        .bookings
                        .add(booking);
            }
        }
        return List.copyOf(kinds.values());
    }

    /** The rooms of each of them. */
    List<MovableBooking.Room> rooms() {
        return bookings.get(0).rooms();
    }

    int count() {
        return bookings.size();
    }

    private record Kind(List<List<Integer>> rooms, List<MovableBooking.Target> targets) {

        static Kind of(MovableBooking booking, List<MovableBooking.Target> targets) {
            var rooms = booking.rooms().stream()
                    .map(room -> List.of(room.type(), room.first(), room.end()))
                    .sorted((one, other) -> one.toString().compareTo(other.toString()))
                    .toList();
            return new Kind(rooms, targets);
        }
    }
}
