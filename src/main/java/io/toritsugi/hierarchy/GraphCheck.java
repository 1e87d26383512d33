package io.toritsugi.hierarchy;

import io.toritsugi.hierarchy.UpgradeEdge.Kind;
import io.toritsugi.inventory.TypeFacts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is wrong with a hierarchy, and what is worth a word.
 *
 * <p>Errors look at all relations, warnings at those that decisions follow.
 *
 * @param errors for which it is refused, all of them; cycles come first unless a type is unknown: then there may be none
 *     once that is mended
 * @param warnings with which it is stored all the same
 */
record GraphCheck(List<Finding> errors, List<Finding> warnings) {

    /**
     * Looks through a whole hierarchy.
     *
     * @param edges in the order in which they were given; cycles are named by it
     * @param types of the hotel, in its order
     */
    static GraphCheck of(List<Edge> edges, List<TypeFacts> types) {
        var known = types.stream().collect(Collectors.toMap(TypeFacts::code, Function.identity()));
        var unknown = unknownTypes(edges, known.keySet());
        var cycles = CycleSearch.in(edges).stream().map(Finding::cycle).toList();
        var twice = repeated(edges).stream().map(Finding::duplicate).toList();
        var followed = edges.stream()
                .filter(Edge::active)
                .filter(edge -> known.containsKey(edge.from()) && known.containsKey(edge.to()))
                .toList();
        return new GraphCheck(
                Stream.of(unknown, cycles, twice).flatMap(List::stream).toList(),
                Stream.of(equalPriorities(followed), unreachable(followed, types), comparisons(followed, known))
                        .flatMap(List::stream)
                        .toList());
    }

    private static List<Finding> unknownTypes(List<Edge> edges, Set<String> known) {
        return edges.stream()
                .flatMap(edge -> Stream.of(edge.from(), edge.to()))
                .filter(type -> !known.contains(type))
                .distinct()
                .map(Finding::unknownType)
                .toList();
    }

    private static Set<Edge.Pair> repeated(List<Edge> edges) {
        var seen = new HashSet<Edge.Pair>();
        var repeated = new LinkedHashSet<Edge.Pair>();
        for (var edge : edges) {
            if (!seen.add(edge.pair())) {
                repeated.add(edge.pair());
            }
        }
        return repeated;
    }

    private static List<Finding> equalPriorities(List<Edge> edges) {
        record Place(String from, int priority) {}
        Map<Place, List<String>> types = edges.stream()
                .collect(Collectors.groupingBy(
                        edge -> new Place(edge.from(), edge.priority()),
                        LinkedHashMap::new,
                        Collectors.mapping(Edge::to, Collectors.toList())));
        var found = new ArrayList<Finding>();
        types.forEach((place, targets) -> {
            if (targets.size() > 1) {
                found.add(Finding.equalPriorities(place.from, place.priority, targets));
            }
        });
        return found;
    }

    private static List<Finding> unreachable(List<Edge> edges, List<TypeFacts> types) {
        var touched = edges.stream()
                .flatMap(edge -> Stream.of(edge.from(), edge.to()))
                .collect(Collectors.toSet());
        return types.stream()
                .map(TypeFacts::code)
                .filter(type -> !touched.contains(type))
                .map(Finding::unreachable)
                .toList();
    }

    private static List<Finding> comparisons(List<Edge> edges, Map<String, TypeFacts> types) {
        var found = new ArrayList<Finding>();
        for (var edge : edges) {
            var from = types.get(edge.from());
            var to = types.get(edge.to());
            if (to.capacity() < from.capacity()) {
                found.add(Finding.lowerCapacity(from, to));
            }
            if (edge.kind() == Kind.UP && to.baseRate() < from.baseRate()) {
                found.add(Finding.lowerRate(from, to));
            }
        }
        return found;
    }
}
