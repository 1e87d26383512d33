package io.toritsugi.upgrade.cascade;

import java.util.ArrayList;
import java.util.List;

/** The nights for which a place lacks rooms, and whether those who can go are enough: the simplest proof that they are not. */
final class LackingNights {

    private LackingNights() {}

    /**
     * A night.
     *
     * @param day epoch day
     * @param lacking how many rooms have to leave
     * @param movable how many can
     */
    record LackingNight(int day, int lacking, int movable) {

        /** Whether rooms lack even when everybody has gone who can go. */
        boolean hopeless() {
            return movable < lacking;
        }
    }

    static List<LackingNight> of(CascadeProblem problem, Place place) {
        var nights = new ArrayList<LackingNight>();
        for (int day = place.first(); day < place.end(); day++) {
            if (place.spareOn(day) < 0) {
                nights.add(new LackingNight(day, -place.spareOn(day), movable(problem, place.type(), day)));
            }
        }
        return nights;
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
