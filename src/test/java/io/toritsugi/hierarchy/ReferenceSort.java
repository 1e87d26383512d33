package io.toritsugi.hierarchy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;

/** Says whether a graph can be put in an order, in the plainest way: again and again take away what nothing leads to. */
final class ReferenceSort {

    private ReferenceSort() {}

    static boolean hasCycle(Collection<Edge.Pair> edges) {
        var left = new ArrayList<>(edges);
        while (!left.isEmpty()) {
            var reached = new HashSet<String>();
            left.forEach(edge -> reached.add(edge.to()));
            if (!left.removeIf(edge -> !reached.contains(edge.from()))) {
                return true;
            }
        }
        return false;
    }
}
