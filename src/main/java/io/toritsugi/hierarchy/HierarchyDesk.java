package io.toritsugi.hierarchy;

import io.toritsugi.access.HotelRef;
import io.toritsugi.api.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes the relations of a hotel, all at once or one by one; stores none that has an error (R5.3). */
@Component
class HierarchyDesk {

    private final HierarchyTables tables;
    private final HierarchyChange change;
    private final EdgeRows rows;
    private final FindingWords words;

    HierarchyDesk(HierarchyTables tables, HierarchyChange change, EdgeRows rows, FindingWords words) {
        this.tables = tables;
        this.change = change;
        this.rows = rows;
        this.words = words;
    }

    HierarchyState shown(HotelRef hotel) {
        return tables.read(hotel.id());
    }

    /**
     * What {@link #replace} would make of it now, with nothing stored; a relation that would be new has no number.
     *
     * @throws ProblemException as {@link #replace}
     */
    HierarchyState validate(Editing editing, List<Edge> edges) {
        var now = tables.read(editing.hotelId());
        editing.expected().require(now.version());
        refuseErrors(editing, edges, now);
        var numbers = now.edges().stream().collect(Collectors.toMap(Edge::pair, Edge::id));
        return new HierarchyState(
                now.version(),
                now.types(),
                edges.stream()
                        .map(edge -> edge.withId(numbers.get(edge.pair())))
                        .sorted(now.order())
                        .toList(),
                now.rules());
    }

    /**
     * Makes the hotel's relations these.
     *
     * @throws ProblemException {@code hierarchy.stale}, or the first error of {@link GraphCheck} with all others
     */
    @Transactional
    HierarchyState replace(Editing editing, List<Edge> edges) {
        var before = change.begin(editing);
        refuseErrors(editing, edges, before);
        change.write(editing, () -> rows.replace(editing.hotelId(), edges));
        return change.finish(
                editing, before, "hierarchy.replaced", editing.hotel().code(), null);
    }

    /**
     * Adds a relation.
     *
     * @throws ProblemException as {@link #replace}
     */
    @Transactional
    HierarchyState add(Editing editing, Edge wanted) {
        var before = change.begin(editing);
        refuseErrors(editing, withFirst(wanted, before.edges()), before);
        change.write(editing, () -> rows.insert(editing.hotelId(), wanted));
        return change.finish(editing, before, "hierarchy.edge_added", wanted.name(), null);
    }

    /**
     * Changes a relation.
     *
     * @throws ProblemException {@code hierarchy.edge_unknown}, or as {@link #replace}
     */
    @Transactional
    HierarchyState alter(Editing editing, long id, UnaryOperator<Edge> alteration) {
        var before = change.begin(editing);
        var old = before.edge(id);
        var wanted = alteration.apply(old);
        if (wanted.equals(old)) {
            return before;
        }
        var others = before.edges().stream().filter(edge -> !edge.equals(old)).toList();
        refuseErrors(editing, withFirst(wanted, others), before);
        change.write(editing, () -> rows.update(editing.hotelId(), wanted));
        return change.finish(editing, before, "hierarchy.edge_changed", old.name(), null);
    }

    /**
     * Removes a relation.
     *
     * @throws ProblemException {@code hierarchy.edge_unknown}, {@code hierarchy.stale}
     */
    @Transactional
    void remove(Editing editing, long id) {
        var before = change.begin(editing);
        var old = before.edge(id);
        change.write(editing, () -> rows.delete(editing.hotelId(), id));
        change.finish(editing, before, "hierarchy.edge_removed", old.name(), null);
    }

    private void refuseErrors(Editing editing, List<Edge> edges, HierarchyState state) {
        var check = GraphCheck.of(edges, state.types());
        if (!check.errors().isEmpty()) {
            throw words.refusal(check, editing.language());
        }
    }

    /** What is asked for comes first: a cycle is named beginning there. */
    private static List<Edge> withFirst(Edge wanted, List<Edge> others) {
        var edges = new ArrayList<Edge>(others.size() + 1);
        edges.add(wanted);
        edges.addAll(others);
        return edges;
    }
}
