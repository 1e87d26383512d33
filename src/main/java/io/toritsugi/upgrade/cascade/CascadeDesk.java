package io.toritsugi.upgrade.cascade;

import io.toritsugi.access.Audit;
import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelRef;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.inventory.HotelLock;
import io.toritsugi.upgrade.MovePlacedRooms;
import io.toritsugi.upgrade.PlaceFailedStay;
import io.toritsugi.upgrade.cascade.Proposal.ProposedMove;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of proposals: kept, applied, taken back, rejected; each on record, under the lock of the hotel, all of it or
 * nothing.
 */
@Component
class CascadeDesk {

    private final ProposalStore store;
    private final CheckAfresh check;
    private final HotelLock lock;
    private final MovePlacedRooms moving;
    private final PlaceFailedStay placing;
    private final Audit audit;
    private final Clock clock;

    CascadeDesk(
            ProposalStore store,
            CheckAfresh check,
            HotelLock lock,
            MovePlacedRooms moving,
            PlaceFailedStay placing,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.check = check;
        this.lock = lock;
        this.moving = moving;
        this.placing = placing;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps a proposal. */
    @Transactional
    public void propose(Caller caller, HotelRef hotel, Proposal proposal, long hierarchyVersion) {
        store.add(hotel.id(), proposal, hierarchyVersion);
        audit.record(caller, "cascade.proposed", hotel.id(), subject(proposal), null, told(proposal));
    }

    /**
     * Makes the moves of a proposal and imports the failure for which it was made, if what it says still holds; else it is
     * outdated.
     *
     * @return what bars it; empty when it was applied
     * @throws ProblemException {@code cascade.unknown}; {@code cascade.closed} when it was decided about before
     */
    @Transactional
    public List<Obstacle> apply(Caller caller, HotelRef hotel, UUID id) {
        lock.hold(hotel.id());
        var proposal = held(hotel, id, Proposal.PROPOSED);
        var obstacles = check.beforeApplying(hotel, proposal);
        if (!obstacles.isEmpty()) {
            end(caller, hotel, proposal, "outdated", obstacles);
            return obstacles;
        }
        moving.move(
                hotel.id(), proposal.moves().stream().map(CascadeDesk::there).toList(), caller.name(), "cascade " + id);
        store.applied(id, caller.name(), OffsetDateTime.now(clock));
        audit.record(
                caller,
                "cascade.applied",
                hotel.id(),
                subject(proposal),
                Map.of("state", proposal.state()),
                told(proposal));
        if (proposal.failureId() != null) {
            placing.place(caller, hotel, proposal.failureId(), proposal.upgrade(), "cascade " + id);
        }
        return List.of();
    }

    /**
     * Takes all moves of an applied proposal back, if nothing came in between.
     *
     * @return what bars that; empty when it was done
     * @throws ProblemException {@code cascade.unknown}; {@code cascade.closed} when it is not applied
     */
    @Transactional
    public List<Obstacle> undo(Caller caller, HotelRef hotel, UUID id) {
        lock.hold(hotel.id());
        var proposal = held(hotel, id, Proposal.APPLIED);
        var obstacles = check.beforeUndoing(hotel, proposal);
        if (obstacles.isEmpty()) {
            moving.move(
                    hotel.id(),
                    proposal.moves().stream().map(CascadeDesk::back).toList(),
                    caller.name(),
                    "cascade " + id + " undone");
            end(caller, hotel, proposal, "undone", List.of());
        }
        return obstacles;
    }

    /**
     * Ends a proposal that nobody wants.
     *
     * @throws ProblemException {@code cascade.unknown}; {@code cascade.closed} when it was decided about before
     */
    @Transactional
    public void reject(Caller caller, HotelRef hotel, UUID id) {
        end(caller, hotel, held(hotel, id, Proposal.PROPOSED), "rejected", List.of());
    }

    private Proposal held(HotelRef hotel, UUID id, String state) {
        var proposal = store.hold(hotel, id).orElseThrow(() -> new ProblemException(ProblemCode.CASCADE_UNKNOWN));
        if (!proposal.state().equals(state)) {
            throw new ProblemException(
                    ProblemCode.CASCADE_CLOSED, Map.of("state", proposal.state()), Map.of("state", proposal.state()));
        }
        return proposal;
    }

    private void end(Caller caller, HotelRef hotel, Proposal proposal, String state, List<Obstacle> obstacles) {
        store.ended(proposal.id(), state, caller.name(), OffsetDateTime.now(clock));
        audit.record(
                caller,
                "cascade." + state,
                hotel.id(),
                subject(proposal),
                Map.of("state", proposal.state()),
                obstacles.isEmpty() ? Map.of("state", state) : Map.of("state", state, "changes", obstacles));
    }

    private static MovePlacedRooms.Move there(ProposedMove move) {
        return new MovePlacedRooms.Move(
                move.reservation(), move.roomNo(), move.from().id(), move.to().id(), move.revision());
    }

    private static MovePlacedRooms.Move back(ProposedMove move) {
        return new MovePlacedRooms.Move(
                move.reservation(),
                move.roomNo(),
                move.to().id(),
                move.from().id(),
                Objects.requireNonNull(move.appliedRevision()));
    }

    private static String subject(Proposal proposal) {
        return "cascade/" + proposal.id();
    }

    private static Map<String, @Nullable Object> told(Proposal proposal) {
        var told = new LinkedHashMap<String, @Nullable Object>();
        told.put("roomType", proposal.requested().code());
        told.put("checkIn", proposal.checkIn());
        told.put("checkOut", proposal.checkOut());
        told.put("failureId", proposal.failureId());
        told.put("frees", proposal.freed() == null ? null : proposal.freed().code());
        told.put("cost", proposal.cost());
        told.put(
                "moves",
                proposal.moves().stream()
                        .map(move -> move.reservation() + "/" + move.roomNo() + " "
                                + move.from().code() + "->" + move.to().code())
                        .toList());
        return told;
    }
}
