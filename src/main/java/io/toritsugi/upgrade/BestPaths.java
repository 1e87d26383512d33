package io.toritsugi.upgrade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The best path from one type to every type in reach (R1.3): compared step by step by priority, a prefix first; of equal
 * paths the first by codes. There may be exponentially many paths; this needs (longest path) × (edges) steps, because:
 *
 * <ol>
 *   <li>Among paths of the <em>same</em> length to one type, what comes before the last step of the best one is itself the
 *       best of its length. Were there a better one, the first step in which it is better would decide here as well. So one
 *       path for each type and length is enough, found from those that are one step shorter.
 *   <li>This does not hold across lengths: of [1] and [1, 1] the first is the better, but followed by a step of priority 2
 *       it is [1, 2] against [1, 1, 2]. Hence the lengths are kept apart until a path ends.
 *   <li>The best path of at most n steps is the best of the best ones of 1, 2, … n steps. Those of all lengths stand in one
 *       tree whose branches are priorities; visited parents first and branches in order, it gives each its place in the
 *       order of all.
 * </ol>
 *
 * <p>The graph has no cycle (R5.3); were there one, the search would still end after as many steps as there are types.
 */
final class BestPaths {

    private final UpgradeGraph graph;
    private final int from;
    private final List<Level> levels = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();
    private final int[] places;

    BestPaths(UpgradeGraph graph, int from) {
        this.graph = graph;
        this.from = from;
        parents.add(-1);
        var level = new Level(new int[] {from}, new int[1], new int[1], new int[1], new int[1], new int[1]);
        while (level.types.length > 0 && levels.size() < graph.types()) {
            levels.add(level);
            level = next(level);
        }
        places = places();
    }

    /**
     * The best path to one type.
     *
     * @param place where it stands in the order of all paths; equal for paths of equal priorities
     * @param types from the first type to this one
     * @param fewestLevels the fewest steps in which the type can be reached at all
     * @param permitted whether it keeps the limit of levels; where no path does, this is the best of all
     */
    record Way(int place, List<Integer> types, List<Integer> priorities, int fewestLevels, boolean permitted) {

        int type() {
            return types.get(types.size() - 1);
        }

        int levels() {
            return priorities.size();
        }
    }

    /** The best path of at most so many levels to each type in reach, the best of all where there is none; in no order. */
    List<Way> ways(int mostLevels) {
        var best = new int[graph.types()][];
        var fewest = new int[graph.types()];
        for (int length = 1; length < levels.size(); length++) {
            var level = levels.get(length);
            for (int at = 0; at < level.types.length; at++) {
                int type = level.types[at];
                if (best[type] == null) {
                    fewest[type] = length;
                    best[type] = new int[] {length, at};
                } else if (better(length, at, best[type], fewest[type] <= mostLevels ? mostLevels : levels.size())) {
                    best[type] = new int[] {length, at};
                }
            }
        }
        return Arrays.stream(best)
                .filter(found -> found != null)
                .map(found -> way(found[0], found[1], fewest, mostLevels))
                .toList();
    }

    private boolean better(int length, int at, int[] known, int mostLevels) {
        return length <= mostLevels
                && places[levels.get(length).nodes[at]] < places[levels.get(known[0]).nodes[known[1]]];
    }

    private Way way(int length, int last, int[] fewest, int mostLevels) {
        var types = new Integer[length + 1];
        var priorities = new Integer[length];
        int at = last;
        for (int step = length; step > 0; step--) {
            var level = levels.get(step);
            types[step] = level.types[at];
            priorities[step - 1] = level.priorities[at];
            at = level.before[at];
        }
        types[0] = from;
        return new Way(
                places[levels.get(length).nodes[last]],
                List.of(types),
                List.of(priorities),
                fewest[types[length]],
                length <= mostLevels);
    }

    /**
     * The types that can be reached in some number of steps, each by the best path of exactly that length.
     *
     * @param before the position of the type before it, one level down
     * @param priorities of the last step
     * @param nodes of the tree of priorities; paths of equal priorities share one
     * @param byPriorities their order by priorities; equal where these are
     * @param byCodes their order by the codes along the path
     */
    @SuppressWarnings("ArrayRecordComponent") // never leaves this class
    private record Level(int[] types, int[] before, int[] priorities, int[] nodes, int[] byPriorities, int[] byCodes) {}

    private Level next(Level last) {
        var before = new int[graph.types()];
        var priorities = new int[graph.types()];
        Arrays.fill(before, -1);
        for (int at = 0; at < last.types.length; at++) {
            for (int edge = graph.begin(last.types[at]); edge < graph.begin(last.types[at] + 1); edge++) {
                int type = graph.to(edge);
                if (type != from
                        && (before[type] < 0
                                || compare(last, at, graph.priority(edge), before[type], priorities[type]) < 0)) {
                    before[type] = at;
                    priorities[type] = graph.priority(edge);
                }
            }
        }
        var types = IntStream.range(0, graph.types())
                .filter(type -> before[type] >= 0)
                .boxed()
                .sorted((one, other) -> compare(last, before[one], priorities[one], before[other], priorities[other]))
                .mapToInt(Integer::intValue)
                .toArray();
        return level(last, types, IntStream.of(types).map(type -> before[type]).toArray(), priorities);
    }

    private Level level(Level last, int[] types, int[] before, int[] priorityOf) {
        var level = new Level(
                types,
                before,
                IntStream.of(types).map(type -> priorityOf[type]).toArray(),
                new int[types.length],
                new int[types.length],
                new int[types.length]);
        for (int at = 0; at < types.length; at++) {
            boolean asBefore = at > 0
                    && last.byPriorities[before[at]] == last.byPriorities[before[at - 1]]
                    && level.priorities[at] == level.priorities[at - 1];
            if (!asBefore) {
                parents.add(last.nodes[before[at]]);
            }
            level.nodes[at] = parents.size() - 1;
            level.byPriorities[at] = at == 0 ? 0 : level.byPriorities[at - 1] + (asBefore ? 0 : 1);
        }
        var byCodes = IntStream.range(0, types.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(at -> last.byCodes[before[at]])
                        .thenComparingInt(at -> graph.codeOrder(types[at])))
                .toList();
        for (int order = 0; order < types.length; order++) {
            level.byCodes[byCodes.get(order)] = order;
        }
        return level;
    }

    /** Two paths of one length, given by what they go on from and the priority of their last step. */
    private static int compare(Level last, int one, int priority, int other, int otherPriority) {
        if (last.byPriorities[one] != last.byPriorities[other]) {
            return Integer.compare(last.byPriorities[one], last.byPriorities[other]);
        }
        return priority != otherPriority
                ? Integer.compare(priority, otherPriority)
                : Integer.compare(last.byCodes[one], last.byCodes[other]);
    }

    /** The place of each node when parents are visited first and branches in order, which is the order they were added in. */
    private int[] places() {
        int nodes = parents.size();
        var sizes = new int[nodes];
        for (int node = nodes - 1; node > 0; node--) {
            sizes[node]++;
            sizes[parents.get(node)] += sizes[node];
        }
        var place = new int[nodes];
        var nextBranch = new int[nodes];
        nextBranch[0] = 1;
        for (int node = 1; node < nodes; node++) {
            int parent = parents.get(node);
            place[node] = nextBranch[parent];
            nextBranch[parent] += sizes[node];
            nextBranch[node] = place[node] + 1;
        }
        return place;
    }
}
