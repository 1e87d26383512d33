package io.toritsugi.hierarchy;

import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.inventory.TypeFacts;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that is stored of a hotel's hierarchy, of one moment.
 *
 * @param version the value of {@code hotel_version.hierarchy}
 * @param types the hotel's room types, in its own order
 * @param edges by from-type, then priority, then to-type's code; also the inactive ones
 */
record HierarchyState(long version, List<TypeFacts> types, List<Edge> edges, RuleSettings rules) {

    HierarchyState {
        types = List.copyOf(types);
        edges = List.copyOf(edges);
    }

    /**
     * The relation of this number.
     *
     * @throws ProblemException {@code hierarchy.edge_unknown}
     */
    Edge edge(long id) {
        return edges.stream()
                .filter(edge -> Objects.equals(edge.id(), id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemCode.HIERARCHY_EDGE_UNKNOWN));
    }

    /** The relation between these types, which is known to be there. */
    Edge edge(Edge.Pair pair) {
        return edges.stream()
                .filter(edge -> edge.pair().equals(pair))
                .findFirst()
                .orElseThrow();
    }

    /** The order in which relations are kept. */
    Comparator<Edge> order() {
        var codes = types.stream().map(TypeFacts::code).toList();
        return Comparator.comparingInt((Edge edge) -> codes.indexOf(edge.from()))
                .thenComparingInt(Edge::priority)
                .thenComparing(Edge::to);
    }

    /** What decisions go by. */
    Hierarchy compiled() {
        var ids = types.stream().collect(Collectors.toMap(TypeFacts::code, Function.identity()));
        var followed = edges.stream()
                .filter(Edge::active)
                .map(edge -> new UpgradeEdge(
                        ids.get(edge.from()).id(), ids.get(edge.to()).id(), edge.priority(), edge.kind(), true))
                .toList();
        return new Hierarchy(version, followed, rules.rules());
    }
}
