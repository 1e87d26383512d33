package io.toritsugi.upgrade.cascade;

import java.util.List;
import java.util.Optional;

/** Tries every single room that leaves a place: most cascades need no more, and one move cannot be beaten. */
final class SingleMoves {

    private SingleMoves() {}

    /** The cheapest move of one room that frees a place; of equals the first by place, booking and type. */
    static Optional<CascadePlan> cheapest(CascadeProblem problem) {
        CascadePlan best = null;
        for (var place : problem.places()) {
            for (var booking : problem.bookings()) {
                for (var target : booking.targets()) {
                    if (target.rooms() == 1 && mayHelp(place, booking, target)) {
                        var plan = new CascadePlan(place, List.of(new CascadePlan.Move(booking, target)));
                        if ((best == null || plan.cost() < best.cost()) && plan.solves(problem)) {
                            best = plan;
                        }
                    }
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean mayHelp(Place place, MovableBooking booking, MovableBooking.Target target) {
        return booking.rooms().stream()
                .anyMatch(room -> room.type() == place.type()
                        && target.type() != place.type()
                        && room.first() < place.end()
                        && place.first() < room.end());
    }
}
