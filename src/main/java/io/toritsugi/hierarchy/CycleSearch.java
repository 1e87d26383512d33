package io.toritsugi.hierarchy;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.graph.AsSubgraph;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;

/**
 * Finds the cycles of a hierarchy (R5.3): the shortest one of each group of types that lead to one another. The same edges in
 * the same order give the same answer: of equally short ones that which begins with the type that is named first.
 */
final class CycleSearch {

    private CycleSearch() {}

    /**
     * The cycles, the shortest first; each from a type to itself again. Empty exactly when the edges have none.
     *
     * @param edges of both kinds, also inactive ones: so that switching one on can never close a cycle
     */
    static List<List<String>> in(List<Edge> edges) {
        var cycles = new ArrayList<List<String>>();
        var graph = new DefaultDirectedGraph<String, DefaultEdge>(DefaultEdge.class);
        for (var edge : edges) {
            graph.addVertex(edge.from());
            graph.addVertex(edge.to());
            if (edge.from().equals(edge.to())) {
                cycles.add(List.of(edge.from(), edge.to()));
            } else {
                graph.addEdge(edge.from(), edge.to());
            }
        }
        for (var group : new KosarajuStrongConnectivityInspector<>(graph).stronglyConnectedSets()) {
            if (group.size() > 1) {
                cycles.add(shortest(graph, group));
            }
        }
        var named = List.copyOf(graph.vertexSet());
        cycles.sort(comparingInt((List<String> cycle) -> cycle.size()).thenComparing(cycle -> named.indexOf(cycle.get(0))));
        return cycles.stream().distinct().toList();
    }

    private static List<String> shortest(Graph<String, DefaultEdge> graph, Set<String> group) {
        var within = new AsSubgraph<>(graph, group);
        List<String> found = List.of();
        for (var type : graph.vertexSet()) {
            if (!group.contains(type)) {
                continue;
            }
            var onwards = new BFSShortestPath<>(within).getPaths(type);
            for (var last : Graphs.predecessorListOf(within, type)) {
                var path = onwards.getPath(last);
                if (found.isEmpty() || path.getLength() + 2 < found.size()) {
                    found = new ArrayList<>(path.getVertexList());
                    found.add(type);
                }
            }
        }
        return List.copyOf(found);
    }
}
