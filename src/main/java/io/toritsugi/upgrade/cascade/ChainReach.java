package io.toritsugi.upgrade.cascade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which moves can be part of a shortest cascade at all, and from how many moved rooms on.
 *
 * <p>A move is worth making only when it leaves a night that would otherwise be overfull: a night of the place, or one into
 * which other moves may bring more rooms than are spare. Taking back all moves that nothing needs keeps a plan valid, so a
 * plan with the fewest moves has no others. Round by round the nights are found that may become overfull by moves of at most
 * so many rooms, and the moves that leave them. What is not reached within the most rooms allowed cannot help.
 */
final class ChainReach {

    private static final int NEVER = Integer.MAX_VALUE;

    private final CascadeProblem problem;
    private final List<int[]> moves = new ArrayList<>();
    private final int[] cells;

    private ChainReach(CascadeProblem problem) {
        this.problem = problem;
        this.cells = new int[problem.cells()];
        Arrays.fill(cells, NEVER);
        for (var place : problem.places()) {
            for (int day = place.first(); day < place.end(); day++) {
                cells[problem.cell(place.type(), day)] = 0;
            }
        }
        for (var booking : problem.bookings()) {
            var never = new int[booking.targets().size()];
            Arrays.fill(never, NEVER);
            moves.add(never);
        }
    }

    static ChainReach of(CascadeProblem problem) {
        var reach = new ChainReach(problem);
        var entering = new int[problem.cells()];
        for (int rooms = 1; rooms <= problem.mostRooms(); rooms++) {
            reach.round(rooms, entering);
        }
        return reach;
    }

    /** Whether a plan of at most so many rooms can need this move. */
    boolean reaches(int booking, int target, int rooms) {
        return moves.get(booking)[target] <= rooms;
    }

    /** Whether moves of plans of at most so many rooms can overfill this night, or have to free it. */
    boolean binds(int cell, int rooms) {
        return cells[cell] <= rooms;
    }

    /** From how many rooms on there is nothing more to be found. */
    int depth() {
        return moves.stream()
                .flatMapToInt(Arrays::stream)
                .filter(rooms -> rooms != NEVER)
                .max()
                .orElse(0);
    }

    private void round(int rooms, int[] entering) {
        for (int booking = 0; booking < moves.size(); booking++) {
            var reached = moves.get(booking);
            for (int target = 0; target < reached.length; target++) {
                if (reached[target] == NEVER && leavesBinding(booking, target, rooms)) {
                    reached[target] = rooms;
                    enter(booking, target, entering);
                }
            }
        }
        for (int cell = 0; cell < cells.length; cell++) {
            if (cells[cell] == NEVER && entering[cell] > problem.spare()[cell]) {
                cells[cell] = rooms;
            }
        }
    }

    private boolean leavesBinding(int booking, int target, int rooms) {
        var moved = problem.bookings().get(booking);
        var into = moved.targets().get(target);
        int before = rooms - into.rooms();
        for (var room : moved.rooms()) {
            if (room.type() != into.type()) {
                for (int day = room.first(); day < room.end(); day++) {
                    if (cells[problem.cell(room.type(), day)] <= before) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private void enter(int booking, int target, int[] entering) {
        var moved = problem.bookings().get(booking);
        var into = moved.targets().get(target);
        for (var room : moved.rooms()) {
            if (room.type() != into.type()) {
                for (int day = room.first(); day < room.end(); day++) {
                    entering[problem.cell(into.type(), day)]++;
                }
            }
        }
    }
}
