package io.toritsugi.hierarchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Walks a graph in breadth until it is back where it began. On plain arrays: it is walked from every type in turn, while the
 * hotel is locked. Not thread-safe.
 */
final class RoundWalk {

    private static final int NOT_REACHED = -1;

    private final int[][] next;
    private final int[] before;
    private final int[] steps;
    private final int[] queue;

    /**
     * Prepares walks of one graph.
     *
     * @param next for each place the places that it leads to
     */
    RoundWalk(int[][] next) {
        this.next = next;
        this.before = new int[next.length];
        this.steps = new int[next.length];
        this.queue = new int[next.length];
    }

    /**
     * The shortest way round, from the start to the start again; empty where none takes fewer steps than the limit.
     */
    List<Integer> from(int start, int limit) {
        Arrays.fill(before, NOT_REACHED);
        steps[start] = 0;
        queue[0] = start;
        int reached = 1;
        for (int met = 0; met < reached && steps[queue[met]] + 1 < limit; met++) {
            int at = queue[met];
            for (int to : next[at]) {
                if (to == start) {
                    return wayBack(start, at);
                }
                if (before[to] == NOT_REACHED) {
                    before[to] = at;
                    steps[to] = steps[at] + 1;
                    queue[reached++] = to;
                }
            }
        }
        return List.of();
    }

    private List<Integer> wayBack(int start, int last) {
        var way = new ArrayList<Integer>();
        way.add(start);
        for (int at = last; at != start; at = before[at]) {
            way.add(at);
        }
        way.add(start);
        Collections.reverse(way);
        return way;
    }
}
