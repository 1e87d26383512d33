package io.toritsugi.stopsell;

import io.toritsugi.access.Audit;
import io.toritsugi.access.Caller;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts on record what the rule did; in the transaction in which it did it. */
@Component
class ProposalAudit {

    private final Audit audit;

    ProposalAudit(Audit audit) {
        this.audit = audit;
    }

    void proposed(List<ProposalNote> made) {
        made.forEach(note -> audit.record(
                Caller.SYSTEM, "stop_sell.proposed", note.hotelId(), subject(note.id()), null, shown(note)));
    }

    void withdrawn(List<ProposalNote> closed) {
        closed.forEach(note -> audit.record(
                Caller.SYSTEM, "stop_sell.withdrawn", note.hotelId(), subject(note.id()), null, shown(note)));
    }

    static String subject(long proposal) {
        return "stop-sell/" + proposal;
    }

    private static Map<String, Object> shown(ProposalNote note) {
        return Map.of(
                "roomType", note.roomType(),
                "from", note.fromNight(),
                "to", note.endNight(),
                "action", note.action(),
                "state", note.state(),
                "reason", note.decision() == null ? note.reason() : note.decision());
    }
}
