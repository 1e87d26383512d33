package io.toritsugi.upgrade.cascade;

import java.util.ArrayList;
import java.util.List;

/** Nights on which a place lacks rooms even when everybody has gone who can go: the simplest proof that it cannot be freed. */
final class BindingNights {

    private BindingNights() {}

    /**
     * A night.
     *
     * @param day epoch day
     * @param lacking how many rooms have to leave
     * @param movable how many can
     */
    record BindingNight(int day, int lacking, int movable) {}

    /** The nights that rule a place out; empty when counting alone does not. */
    static List<BindingNight> of(CascadeProblem problem, Place place) {
        var binding = new ArrayList<BindingNight>();
        for (int day = place.first(); day < place.end(); day++) {
            int lacking = -place.spareOn(day);
            int movable = lacking > 0 ? movable(problem, place.type(), day) : 0;
            if (lacking > movable) {
                binding.add(new BindingNight(day, lacking, movable));
            }
        }
        return binding;
    }

    private static int movable(CascadeProblem problem, int type, int day) {
        int movable = 0;
        for (var booking : problem.bookings()) {
            boolean leaves = booking.targets().stream().anyMatch(target -> target.type() != type);
            for (var room : booking.rooms()) {
                movable += leaves && room.type() == type && room.covers(day) ? 1 : 0;
            }
        }
        return movable;
    }
}
