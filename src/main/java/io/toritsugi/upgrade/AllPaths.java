package io.toritsugi.upgrade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All paths from one type to another, the best ones listed. For each type and number of steps the best paths so far are kept,
 * no more than are asked for, which is exact for the reason given at {@link BestPaths}; so the work is bounded however many
 * paths there are.
 */
final class AllPaths {

    private final UpgradeGraph graph;
    private final int most;
    private final Comparator<Way> order;

    /** @param most how many paths are listed at most */
    AllPaths(UpgradeGraph graph, int most) {
        this.graph = graph;
        this.most = most;
        this.order = this::compare;
    }

    /** One path; its last type is where it ends. */
    record Way(List<Integer> types, List<Integer> priorities) {

        private Way then(int type, int priority) {
            return new Way(append(types, type), append(priorities, priority));
        }

        private static List<Integer> append(List<Integer> list, int last) {
            var longer = new ArrayList<>(list);
            longer.add(last);
            return List.copyOf(longer);
        }
    }

    /**
     * The paths of a pair of types.
     *
     * @param total how many there are; {@link Long#MAX_VALUE} where there are more than that
     * @param best the first of them in the order of R1.3
     */
    record Found(long total, List<Way> best) {}

    Found between(int from, int to) {
        var arrived = new ArrayList<Way>();
        long total = 0;
        var ways = noWays();
        ways.get(from).add(new Way(List.of(from), List.of()));
        var counts = new long[graph.types()];
        counts[from] = 1;
        for (int steps = 1; steps < graph.types(); steps++) {
            ways = oneStepOn(ways, from);
            counts = oneStepOn(counts, from);
            arrived.addAll(ways.get(to));
            total = sum(total, counts[to]);
        }
        arrived.sort(order);
        return new Found(total, List.copyOf(arrived.subList(0, Math.min(most, arrived.size()))));
    }

    private List<List<Way>> oneStepOn(List<List<Way>> ways, int start) {
        var longer = noWays();
        for (int type = 0; type < graph.types(); type++) {
            for (int edge = graph.begin(type);
                    edge < graph.begin(type + 1) && !ways.get(type).isEmpty();
                    edge++) {
                if (graph.to(edge) != start) {
                    for (var way : ways.get(type)) {
                        longer.get(graph.to(edge)).add(way.then(graph.to(edge), graph.priority(edge)));
                    }
                }
            }
        }
        longer.replaceAll(found -> found.stream().sorted(order).limit(most).toList());
        return longer;
    }

    private long[] oneStepOn(long[] counts, int start) {
        var longer = new long[counts.length];
        for (int type = 0; type < counts.length; type++) {
            for (int edge = graph.begin(type); edge < graph.begin(type + 1); edge++) {
                if (graph.to(edge) != start) {
                    longer[graph.to(edge)] = sum(longer[graph.to(edge)], counts[type]);
                }
            }
        }
        return longer;
    }

    private List<List<Way>> noWays() {
        return new ArrayList<>(IntStream.range(0, graph.types())
                .<List<Way>>mapToObj(type -> new ArrayList<>())
                .toList());
    }

    private static long sum(long one, long other) {
        return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
    }

    private int compare(Way one, Way other) {
        int byPriorities = compare(one.priorities(), other.priorities());
        return byPriorities != 0
                ? byPriorities
                : compare(
                        one.types().stream().map(graph::codeOrder).toList(),
                        other.types().stream().map(graph::codeOrder).toList());
    }

    /** Element by element, a prefix first. */
    private static int compare(List<Integer> one, List<Integer> other) {
        for (int at = 0; at < Math.min(one.size(), other.size()); at++) {
            int compared = Integer.compare(one.get(at), other.get(at));
            if (compared != 0) {
                return compared;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
