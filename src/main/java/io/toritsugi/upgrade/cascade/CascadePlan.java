package io.toritsugi.upgrade.cascade;

import java.util.Comparator;
import java.util.List;

/**
 * A place and the moves that free it.
 *
 * @param moves in the order of the bookings
 */
record CascadePlan(Place place, List<Move> moves) {

    /** Fewest rooms moved, then least cost. */
    static final Comparator<CascadePlan> BEST_FIRST =
            Comparator.comparingInt(CascadePlan::rooms).thenComparingLong(CascadePlan::cost);

    CascadePlan {
        moves = List.copyOf(moves);
    }

    /** A booking that goes into another type. */
    record Move(MovableBooking booking, MovableBooking.Target target) {}

    /** How many rooms move. */
    int rooms() {
        return moves.stream().mapToInt(move -> move.target().rooms()).sum();
    }

    /** What all of it costs, whole yen. */
    long cost() {
        return place.cost() + moves.stream().mapToLong(move -> move.target().cost()).sum();
    }

    /** Whether it solves the problem: counted anew, whoever found it. */
    boolean solves(CascadeProblem problem) {
        if (rooms() > problem.mostRooms() || !problem.affordable(cost())) {
            return false;
        }
        var entering = new int[problem.cells()];
        for (var move : moves) {
            for (var room : move.booking().rooms()) {
                if (room.type() != move.target().type()) {
                    for (int day = room.first(); day < room.end(); day++) {
                        entering[problem.cell(move.target().type(), day)]++;
                        entering[problem.cell(room.type(), day)]--;
                    }
                }
            }
        }
        for (int day = place.first(); day < place.end(); day++) {
            if (entering[problem.cell(place.type(), day)] > place.spareOn(day)) {
                return false;
            }
        }
        for (int cell = 0; cell < entering.length; cell++) {
            if (entering[cell] > problem.spare()[cell]) {
                return false;
            }
        }
        return true;
    }
}
