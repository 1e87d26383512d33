package io.toritsugi.hierarchy;

import io.toritsugi.access.Audit;
import io.toritsugi.api.ProblemException;
import io.toritsugi.inventory.HotelLock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;

/**
 * What every change of a hierarchy begins and ends with: the hotel's lock, so that no batch is judged half by the old and
 * half by the new relations, and the version that was expected; then the entry in its history and in the audit, and the event.
 * The version itself is counted on by the database.
 */
@Component
class HierarchyChange {

    /** How the database refuses a cycle (migration V060). */
    private static final String CYCLE = "TG003";

    private final HierarchyTables tables;
    private final Revisions revisions;
    private final FindingWords words;
    private final HotelLock lock;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    HierarchyChange(
            HierarchyTables tables,
            Revisions revisions,
            FindingWords words,
            HotelLock lock,
            Audit audit,
            ApplicationEventPublisher events) {
        this.tables = tables;
        this.revisions = revisions;
        this.words = words;
        this.lock = lock;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Takes the hotel's turn; answers the state to be changed.
     *
     * @throws ProblemException {@code hierarchy.stale}
     */
    HierarchyState begin(Editing editing) {
        lock.hold(editing.hotelId());
        var before = tables.read(editing.hotelId());
        editing.expected().require(before.version());
        return before;
    }

    /**
     * Writes. Who writes past this application does not know the lock and may have come in between, so that only the
     * database sees the cycle: it is refused as any other.
     *
     * @throws ProblemException {@code hierarchy.cycle}
     */
    <T> T write(Editing editing, Supplier<T> statement) {
        try {
            return statement.get();
        } catch (UncategorizedSQLException refused) {
            if (refused.getSQLException() instanceof PSQLException cause && CYCLE.equals(cause.getSQLState())) {
                var cycle = tables.codes(cause.getServerErrorMessage().getDetail());
                throw words.refusal(new GraphCheck(List.of(Finding.cycle(cycle)), List.of()), editing.language());
            }
            throw refused;
        }
    }

    /**
     * Puts on record what was changed, if anything was; answers the state that it is in now.
     *
     * @param undone the version whose change was taken back; null: none
     */
    HierarchyState finish(
            Editing editing, HierarchyState before, String action, String subject, @Nullable Long undone) {
        var hotelId = editing.hotelId();
        var after = tables.read(hotelId);
        if (after.version() == before.version()) {
            return after;
        }
        if (editing.expected().given() && after.version() != before.version() + 1) {
            throw IfMatch.stale(after.version() - 1);
        }
        var difference = Difference.between(before, after);
        revisions.add(hotelId, after.version(), difference, undone);
        audit.record(action, hotelId, subject, difference.before(), difference.after());
        events.publishEvent(new HierarchyChanged(hotelId, after.version()));
        return after;
    }
}
