package io.toritsugi.upgrade.cascade;

import io.toritsugi.inventory.TypeFacts;
import io.toritsugi.upgrade.cascade.Movability.Fixed;
import java.util.List;
import java.util.Map;

/**
 * A question in numbers, with what was left out of them.
 *
 * @param types by the index that the numbers mean
 * @param problem its places are those that are not free
 * @param free places that are free as it is: nobody has to move for them, and a cascade has to be cheaper
 * @param barred types in reach of the stay that a rule bars, by their index
 * @param placed how many rooms begin in the window
 * @param fixed how many of them cannot be moved, and why
 */
record PosedProblem(
        CascadeQuestion question,
        PermittedTypes permitted,
        List<TypeFacts> types,
        CascadeProblem problem,
        List<Place> free,
        Map<Integer, String> barred,
        int placed,
        Map<Fixed, Integer> fixed) {

    /** Whether nothing has to be moved at all: the requested type is free, the type is not oversold. */
    boolean needless() {
        int requested = types.stream().map(TypeFacts::id).toList().indexOf(question.requested().id());
        return free.stream().anyMatch(place -> place.type() == requested);
    }
}
