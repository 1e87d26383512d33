package io.toritsugi.hierarchy;

import io.toritsugi.api.ProblemCode;
import io.toritsugi.inventory.TypeFacts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found in a hierarchy, with the facts that say where.
 *
 * @param problem what refuses it; null for a warning, which does not
 * @param code the stable code
 * @param facts by name, for the words and as members for machines: texts, numbers, lists of type codes
 */
record Finding(@Nullable ProblemCode problem, String code, Map<String, Object> facts) {

    /** Types from the first to itself again. */
    static Finding cycle(List<String> types) {
        return error(ProblemCode.HIERARCHY_CYCLE, Map.of("cycle", types));
    }

    static Finding unknownType(String type) {
        return error(ProblemCode.HIERARCHY_UNKNOWN_TYPE, Map.of("roomType", type));
    }

    static Finding duplicate(Edge.Pair pair) {
        return error(ProblemCode.HIERARCHY_DUPLICATE_EDGE, Map.of("from", pair.from(), "to", pair.to()));
    }

    static Finding equalPriorities(String from, int priority, List<String> types) {
        return warning("hierarchy.equal_priorities", Map.of("from", from, "priority", priority, "roomTypes", types));
    }

    static Finding unreachable(String type) {
        return warning("hierarchy.unreachable_type", Map.of("roomType", type));
    }

    static Finding lowerCapacity(TypeFacts from, TypeFacts to) {
        return warning(
                "hierarchy.lower_capacity",
                Map.of(
                        "from",
                        from.code(),
                        "to",
                        to.code(),
                        "fromCapacity",
                        from.capacity(),
                        "toCapacity",
                        to.capacity()));
    }

    static Finding lowerRate(TypeFacts from, TypeFacts to) {
        return warning(
                "hierarchy.lower_rate",
                Map.of("from", from.code(), "to", to.code(), "fromRate", from.baseRate(), "toRate", to.baseRate()));
    }

    private static Finding error(ProblemCode problem, Map<String, Object> facts) {
        return new Finding(problem, problem.code(), facts);
    }

    private static Finding warning(String code, Map<String, Object> facts) {
        return new Finding(null, code, facts);
    }
}
