package io.toritsugi.upgrade.cascade;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What holds on a night of a type, whichever place is freed: rooms that enter, less rooms that leave, are at most so many.
 *
 * @param spare how many, where the night belongs to no place that is freed
 * @param entering rooms that each move brings in (positive) or takes out (negative), by the move's number
 * @param missing how many fewer it are where a place is freed, by the place's number
 */
record NightLimit(int spare, SortedMap<Integer, Integer> entering, SortedMap<Integer, Integer> missing) {

    /** A kind of bookings that may go into a type. */
    record MoveOf(IdenticalBookings kind, MovableBooking.Target target) {}

    /**
     * The limits of all nights that plans of at most so many rooms can touch. Of neighbouring nights on which the same moves
     * count, only those stand here that no other one contains.
     */
    static List<NightLimit> of(CascadeProblem problem, ChainReach reach, int rooms, List<MoveOf> moves) {
        var entering = entering(problem, moves);
        var limits = new ArrayList<NightLimit>();
        for (int type = 0; type < problem.types(); type++) {
            var stretch = new ArrayList<NightLimit>();
            for (int day = problem.firstDay(); day < problem.endDay(); day++) {
                int cell = problem.cell(type, day);
                if (reach.binds(cell, rooms)) {
                    var night = new NightLimit(problem.spare()[cell], entering.get(cell), missing(problem, type, day));
                    if (!stretch.isEmpty() && !stretch.get(0).entering.equals(night.entering)) {
                        limits.addAll(stretch);
                        stretch.clear();
                    }
                    if (stretch.stream().noneMatch(other -> other.contains(night))) {
                        stretch.removeIf(night::contains);
                        stretch.add(night);
                    }
                }
            }
            limits.addAll(stretch);
        }
        return limits;
    }

    /** Whether whoever keeps this limit keeps the other one too. */
    private boolean contains(NightLimit other) {
        return spare <= other.spare
                && missing.keySet().containsAll(other.missing.keySet())
                && missing.entrySet().stream()
                        .allMatch(place -> spare - place.getValue()
                                <= other.spare - other.missing.getOrDefault(place.getKey(), 0));
    }

    private static List<SortedMap<Integer, Integer>> entering(CascadeProblem problem, List<MoveOf> moves) {
        var entering = new ArrayList<SortedMap<Integer, Integer>>();
        for (int cell = 0; cell < problem.cells(); cell++) {
            entering.add(new TreeMap<>());
        }
        for (int move = 0; move < moves.size(); move++) {
            int into = moves.get(move).target().type();
            for (var room : moves.get(move).kind().rooms()) {
                for (int day = room.first(); room.type() != into && day < room.end(); day++) {
                    entering.get(problem.cell(into, day)).merge(move, 1, Integer::sum);
                    entering.get(problem.cell(room.type(), day)).merge(move, -1, Integer::sum);
                }
            }
        }
        return entering;
    }

    private static SortedMap<Integer, Integer> missing(CascadeProblem problem, int type, int day) {
        int spare = problem.spare()[problem.cell(type, day)];
        var missing = new TreeMap<Integer, Integer>();
        for (int index = 0; index < problem.places().size(); index++) {
            var place = problem.places().get(index);
            if (place.type() == type && place.first() <= day && day < place.end()) {
                missing.put(index, spare - Math.min(spare, place.spareOn(day)));
            }
        }
        return missing;
    }
}
