package io.toritsugi.hierarchy;

import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the last change of a hotel's hierarchy back. That is a change as well: undone once more, it is done again. */
@Component
class UndoChange {

    private final HierarchyTables tables;
    private final HierarchyChange change;
    private final Revisions revisions;
    private final EdgeRows edgeRows;
    private final RuleRows ruleRows;

    UndoChange(
            HierarchyTables tables, HierarchyChange change, Revisions revisions, EdgeRows edgeRows, RuleRows ruleRows) {
        this.tables = tables;
        this.change = change;
        this.revisions = revisions;
        this.edgeRows = edgeRows;
        this.ruleRows = ruleRows;
    }

    /**
     * Takes the last change back; answers the one that this made.
     *
     * @throws ProblemException {@code hierarchy.nothing_to_undo}, {@code hierarchy.undo_outdated} when somebody wrote past
     *     the application since, {@code hierarchy.stale}
     */
    @Transactional
    Revision undo(Editing editing) {
        var now = change.begin(editing);
        var last = revisions
                .last(editing.hotelId())
                .orElseThrow(() -> new ProblemException(ProblemCode.HIERARCHY_NOTHING_TO_UNDO));
        if (last.version() != now.version()) {
            throw new ProblemException(ProblemCode.HIERARCHY_UNDO_OUTDATED);
        }
        switch (last.what()) {
            case EDGES ->
                change.write(editing, () -> edgeRows.replace(editing.hotelId(), edgesBefore(last, now.edges())));
            case RULES -> ruleRows.set(editing.hotelId(), tables.rules(last.before()));
        }
        change.finish(editing, now, "hierarchy.undone", "version " + last.version(), last.version());
        return revisions.last(editing.hotelId()).orElseThrow();
    }

    private List<Edge> edgesBefore(Revision last, List<Edge> now) {
        var made = new HashSet<>(tables.edges(last.after()));
        var edges = new ArrayList<>(now);
        edges.removeIf(made::contains);
        edges.addAll(tables.edges(last.before()));
        return edges;
    }
}
