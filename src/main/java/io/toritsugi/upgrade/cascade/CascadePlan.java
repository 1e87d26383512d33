package io.toritsugi.upgrade.cascade;

import java.util.ArrayList;
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
        return place.cost()
                + moves.stream().mapToLong(move -> move.target().cost()).sum();
    }

    /** Whether it solves the problem: counted anew, whoever found it. */
    boolean solves(CascadeProblem problem) {
        return rooms() <= problem.mostRooms()
                && problem.affordable(cost())
                && overfull(problem).isEmpty();
    }

    /** A night on which more rooms enter a type than there are. */
    record Overfull(int type, int day) {}

    /** Where it does not work out, by type and night. */
    List<Overfull> overfull(CascadeProblem problem) {
        var entering = entering(problem);
        var overfull = new ArrayList<Overfull>();
        for (int type = 0; type < problem.types(); type++) {
            for (int day = problem.firstDay(); day < problem.endDay(); day++) {
                int cell = problem.cell(type, day);
                boolean freed = type == place.type() && place.first() <= day && day < place.end();
                if (entering[cell] > problem.spare()[cell] || (freed && entering[cell] > place.spareOn(day))) {
                    overfull.add(new Overfull(type, day));
                }
            }
        }
        return overfull;
    }

    private int[] entering(CascadeProblem problem) {
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
        return entering;
    }
}
