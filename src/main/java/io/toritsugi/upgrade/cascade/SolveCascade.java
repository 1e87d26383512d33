package io.toritsugi.upgrade.cascade;

import java.time.Duration;
import java.util.stream.IntStream;

/**
 * Finds the plan that moves the fewest rooms, and of those the cheapest. Every single move is tried first; then comes the
 * model of the fewest rooms that remain possible, which is small, and only when that is ruled out the one of all plans.
 */
final class SolveCascade {

    private final CascadeProblem problem;
    private final ChainReach reach;
    private final long deadline;
    private int variables;
    private int constraints;

    private SolveCascade(CascadeProblem problem, Duration limit) {
        this.problem = problem;
        this.reach = ChainReach.of(problem);
        this.deadline = System.nanoTime() + limit.toNanos();
    }

    /** @param limit how long to look; a plan found by then is told, with {@code proven} false where it may not be the best */
    static Solved solve(CascadeProblem problem, Duration limit) {
        var possible = problem.withPlaces(problem.places().stream()
                .filter(place ->
                        LackingNights.of(problem, place).stream().noneMatch(LackingNights.LackingNight::hopeless))
                .toList());
        if (possible.places().isEmpty()) {
            return new Solved(null, true, Solved.Method.COUNT, 0, 0);
        }
        var single = SingleMoves.cheapest(possible);
        return single.isPresent()
                ? new Solved(single.get(), true, Solved.Method.SINGLE, 0, 0)
                : new SolveCascade(possible, limit).several();
    }

    private Solved several() {
        int rooms = Math.max(2, fewestPossible());
        if (rooms > problem.mostRooms()) {
            return solved(SolverAnswer.IMPOSSIBLE);
        }
        var few = model(rooms).cheapest(millisLeft());
        if (few.plan() != null || !few.proven() || rooms == problem.mostRooms()) {
            return solved(few);
        }
        var fewest = model(problem.mostRooms()).fewestRooms(millisLeft());
        return solved(fewest.plan() == null ? fewest : cheapest(fewest.plan(), fewest.proven()));
    }

    /** Of the plans that move no more rooms than this one, the cheapest. */
    private SolverAnswer cheapest(CascadePlan fewest, boolean proven) {
        var answer = model(fewest.rooms()).cheapest(millisLeft());
        var cheapest = answer.plan();
        boolean better = cheapest != null && CascadePlan.BEST_FIRST.compare(cheapest, fewest) <= 0;
        return new SolverAnswer(better ? cheapest : fewest, proven && better && answer.proven());
    }

    /** As many as have to leave on the worst night of the easiest place. */
    private int fewestPossible() {
        return problem.places().stream()
                .mapToInt(place -> -IntStream.of(place.spare()).min().orElse(0))
                .min()
                .orElse(0);
    }

    private MoveModel model(int rooms) {
        var model = new MoveModel(problem, reach, rooms);
        variables = Math.max(variables, model.variables());
        constraints = Math.max(constraints, model.constraints());
        return model;
    }

    private Solved solved(SolverAnswer answer) {
        return new Solved(answer.plan(), answer.proven(), Solved.Method.MIP, variables, constraints);
    }

    private long millisLeft() {
        return (deadline - System.nanoTime()) / 1_000_000;
    }
}
