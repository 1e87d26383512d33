package io.toritsugi.upgrade.cascade;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;

/**
 * The question as an integer programme, for ojAlgo: which place is freed, and how many of each kind of identical bookings go
 * into which type, so that the limit of every night is kept.
 */
final class MoveModel {

    private final CascadeProblem problem;
    private final List<NightLimit.MoveOf> moves = new ArrayList<>();
    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final List<Variable> placeFreed = new ArrayList<>();
    private final List<Variable> bookingsMoved = new ArrayList<>();

    /** The model of all plans that move at most so many rooms. */
    MoveModel(CascadeProblem problem, ChainReach reach, int rooms) {
        this.problem = problem;
        addPlaces();
        IdenticalBookings.of(problem, reach, rooms).forEach(this::addMoves);
        NightLimit.of(problem, reach, rooms, moves).forEach(this::add);
        addMostRooms(rooms);
        addCostBelow();
        // One thread: the same question has the same answer, and other requests keep their share of the machine.
        model.options.integer(IntegerStrategy.newConfigurable().withParallelism(() -> 1));
    }

    int variables() {
        return model.countVariables();
    }

    int constraints() {
        return model.countExpressions();
    }

    /** The plan that moves the fewest rooms, whatever it costs. */
    SolverAnswer fewestRooms(long millis) {
        placeFreed.forEach(place -> place.weight(0));
        for (int move = 0; move < moves.size(); move++) {
            bookingsMoved.get(move).weight(moves.get(move).target().rooms());
        }
        return minimise(millis);
    }

    /** The cheapest plan. */
    SolverAnswer cheapest(long millis) {
        for (int place = 0; place < placeFreed.size(); place++) {
            placeFreed.get(place).weight(problem.places().get(place).cost());
        }
        for (int move = 0; move < moves.size(); move++) {
            bookingsMoved.get(move).weight(moves.get(move).target().cost());
        }
        return minimise(millis);
    }

    private void addPlaces() {
        var one = model.addExpression("one place").level(1);
        for (int place = 0; place < problem.places().size(); place++) {
            var freed = model.addVariable("place " + place).binary();
            placeFreed.add(freed);
            one.set(freed, 1);
        }
    }

    private void addMoves(IdenticalBookings kind) {
        var ofKind = new ArrayList<Variable>();
        for (var target : kind.targets()) {
            ofKind.add(
                    model.addVariable("move " + moves.size()).integer().lower(0).upper(kind.count()));
            moves.add(new NightLimit.MoveOf(kind, target));
        }
        if (ofKind.size() > 1) {
            var count = model.addExpression("kind " + bookingsMoved.size()).upper(kind.count());
            ofKind.forEach(moved -> count.set(moved, 1));
        }
        bookingsMoved.addAll(ofKind);
    }

    private void add(NightLimit limit) {
        var rooms = model.addExpression("nights " + model.countExpressions()).upper(limit.spare());
        limit.entering().forEach((move, entering) -> rooms.set(bookingsMoved.get(move), entering));
        limit.missing().forEach((place, missing) -> rooms.set(placeFreed.get(place), missing));
    }

    private void addMostRooms(int most) {
        var rooms = model.addExpression("rooms").upper(most);
        for (int move = 0; move < moves.size(); move++) {
            rooms.set(bookingsMoved.get(move), moves.get(move).target().rooms());
        }
    }

    private void addCostBelow() {
        if (problem.costBelow() != null) {
            var cost = model.addExpression("cost").upper(problem.costBelow() - 1);
            for (int move = 0; move < moves.size(); move++) {
                cost.set(bookingsMoved.get(move), moves.get(move).target().cost());
            }
            for (int place = 0; place < placeFreed.size(); place++) {
                cost.set(placeFreed.get(place), problem.places().get(place).cost());
            }
        }
    }

    private SolverAnswer minimise(long millis) {
        if (millis <= 0) {
            return SolverAnswer.UNKNOWN;
        }
        model.options.time_suffice = millis;
        model.options.time_abort = millis;
        long begun = System.nanoTime();
        var result = model.minimise();
        // A solver that was stopped may call a question impossible that it has only not answered.
        boolean stopped = System.nanoTime() - begun >= millis * 1_000_000;
        if (result.getState().isFeasible()) {
            var plan = plan(result);
            // What a solver of rounded numbers says is counted anew before anybody relies on it.
            return plan != null && plan.solves(problem)
                    ? new SolverAnswer(plan, !stopped && result.getState().isOptimal())
                    : SolverAnswer.UNKNOWN;
        }
        return !stopped && result.getState() == Optimisation.State.INFEASIBLE
                ? SolverAnswer.IMPOSSIBLE
                : SolverAnswer.UNKNOWN;
    }

    private @Nullable CascadePlan plan(Optimisation.Result result) {
        @Nullable Place freed = null;
        for (int place = 0; place < placeFreed.size(); place++) {
            if (rounded(result, placeFreed.get(place)) == 1) {
                freed = problem.places().get(place);
            }
        }
        var planned = new ArrayList<CascadePlan.Move>();
        var unmoved = new IdentityHashMap<IdenticalBookings, Iterator<MovableBooking>>();
        for (int move = 0; move < moves.size(); move++) {
            var left = unmoved.computeIfAbsent(
                    moves.get(move).kind(), kind -> kind.bookings().iterator());
            for (int count = rounded(result, bookingsMoved.get(move)); count > 0 && left.hasNext(); count--) {
                planned.add(new CascadePlan.Move(left.next(), moves.get(move).target()));
            }
        }
        return freed == null ? null : new CascadePlan(freed, planned);
    }

    private int rounded(Optimisation.Result result, Variable variable) {
        return Math.toIntExact(Math.round(result.doubleValue(model.indexOf(variable))));
    }
}
