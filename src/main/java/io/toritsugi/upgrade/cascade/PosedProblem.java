package io.toritsugi.upgrade.cascade;

import io.toritsugi.inventory.TypeFacts;
import io.toritsugi.upgrade.PermittedTypes;
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
        return free.stream()
                .anyMatch(place -> id(place.type()) == question.requested().id());
    }

    /** How the hierarchy leads from the requested type to one in which the stay could be, both included. */
    List<String> path(int type) {
        return permitted.path(question.requested().id(), types.get(type).id());
    }

    /** The number of the type of an index. */
    int id(int type) {
        return types.get(type).id();
    }
}
