package io.toritsugi.hierarchy;

import io.toritsugi.access.HotelRef;
import io.toritsugi.api.ProblemException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes the rules of a hotel (R5.5). */
@Component
class RulesDesk {

    private final HierarchyTables tables;
    private final HierarchyChange change;
    private final RuleRows rows;

    RulesDesk(HierarchyTables tables, HierarchyChange change, RuleRows rows) {
        this.tables = tables;
        this.change = change;
        this.rows = rows;
    }

    HierarchyState shown(HotelRef hotel) {
        return tables.read(hotel.id());
    }

    /**
     * Makes the hotel's rules these.
     *
     * @throws ProblemException {@code hierarchy.stale}
     */
    @Transactional
    HierarchyState set(Editing editing, RuleSettings wanted) {
        var before = change.begin(editing);
        if (wanted.equals(before.rules())) {
            return before;
        }
        rows.set(editing.hotelId(), wanted);
        return change.finish(
                editing, before, "hierarchy.rules_changed", editing.hotel().code(), null);
    }
}
