package io.toritsugi.upgrade;

import io.toritsugi.hierarchy.UpgradeEdge;
import io.toritsugi.inventory.TypeFacts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The relations that decisions follow, in arrays: types by their position in a list, the edges of a type one after the other.
 * Closed relations, and those of types that the list does not have, are left out. Immutable.
 */
final class UpgradeGraph {

    private final int[] begin;
    private final int[] to;
    private final int[] priority;
    private final int[] codeOrder;

    UpgradeGraph(List<UpgradeEdge> edges, List<TypeFacts> types) {
        Map<Integer, Integer> positions = new HashMap<>();
        for (int type = 0; type < types.size(); type++) {
            positions.put(types.get(type).id(), type);
        }
        var followed = edges.stream()
                .filter(edge -> edge.active()
                        && positions.containsKey(edge.fromTypeId())
                        && positions.containsKey(edge.toTypeId()))
                .sorted(Comparator.comparingInt(edge -> positions.get(edge.fromTypeId())))
                .toList();
        begin = new int[types.size() + 1];
        followed.forEach(edge -> begin[positions.get(edge.fromTypeId()) + 1]++);
        Arrays.parallelPrefix(begin, Integer::sum);
        to = followed.stream().mapToInt(edge -> positions.get(edge.toTypeId())).toArray();
        priority = followed.stream().mapToInt(UpgradeEdge::priority).toArray();
        codeOrder = codeOrder(types);
    }

    private static int[] codeOrder(List<TypeFacts> types) {
        var sorted = IntStream.range(0, types.size())
                .boxed()
                .sorted(Comparator.comparing(type -> types.get(type).code()))
                .toList();
        var order = new int[types.size()];
        for (int place = 0; place < order.length; place++) {
            order[sorted.get(place)] = place;
        }
        return order;
    }

    int types() {
        return codeOrder.length;
    }

    /** The first edge that leaves a type; its last is the one before {@code begin(type + 1)}. */
    int begin(int type) {
        return begin[type];
    }

    int to(int edge) {
        return to[edge];
    }

    int priority(int edge) {
        return priority[edge];
    }

    /** The place of a type's code among all codes. */
    int codeOrder(int type) {
        return codeOrder[type];
    }
}
