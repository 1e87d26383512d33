package io.toritsugi.hierarchy;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jgrapht.Graphs;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;

/**
 * Finds the cycles of a hierarchy (R5.3): the shortest one of each group of types that lead to one another. The same edges in
 * the same order give the same answer: of equally short ones that which begins with the type that is named first.
 */
final class CycleSearch {

    private final DefaultDirectedGraph<String, DefaultEdge> graph = new DefaultDirectedGraph<>(DefaultEdge.class);
    private final HashMap<String, Integer> named = new HashMap<>();
    private final List<List<String>> cycles = new ArrayList<>();

    private CycleSearch(List<Edge> edges) {
        edges.forEach(this::add);
    }

    /**
     * The cycles, the shortest first; each from a type to itself again. Empty exactly when the edges have none.
     *
     * @param edges of both kinds, also inactive ones: so that switching one on can never close a cycle
     */
    static List<List<String>> in(List<Edge> edges) {
        return new CycleSearch(edges).found();
    }

    private void add(Edge edge) {
        for (var type : List.of(edge.from(), edge.to())) {
            if (graph.addVertex(type)) {
                named.put(type, named.size());
            }
        }
        if (edge.from().equals(edge.to())) {
            cycles.add(List.of(edge.from(), edge.to()));
        } else {
            graph.addEdge(edge.from(), edge.to());
        }
    }

    private List<List<String>> found() {
        for (var group : new KosarajuStrongConnectivityInspector<>(graph).stronglyConnectedSets()) {
            if (group.size() > 1) {
                cycles.add(
                        shortest(group.stream().sorted(comparingInt(named::get)).toList()));
            }
        }
        return cycles.stream()
                .distinct()
                .sorted(comparingInt((List<String> cycle) -> cycle.size())
                        .thenComparingInt(cycle -> named.get(cycle.get(0))))
                .toList();
    }

    private List<String> shortest(List<String> group) {
        var places = new HashMap<String, Integer>();
        group.forEach(type -> places.put(type, places.size()));
        var next = group.stream()
                .map(type -> Graphs.successorListOf(graph, type).stream()
                        .filter(places::containsKey)
                        .mapToInt(places::get)
                        .toArray())
                .toArray(int[][]::new);
        var walk = new RoundWalk(next);
        var shortest = walk.from(0, Integer.MAX_VALUE);
        for (int start = 1; start < next.length; start++) {
            var shorter = walk.from(start, shortest.size() - 1);
            shortest = shorter.isEmpty() ? shortest : shorter;
        }
        return shortest.stream().map(group::get).toList();
    }
}
