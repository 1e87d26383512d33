package io.toritsugi.reservation;

import io.toritsugi.access.Audit;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.hierarchy.Hierarchies;
import io.toritsugi.inventory.HotelLock;
import io.toritsugi.inventory.HotelVersionStore;
import io.toritsugi.inventory.InventoryStore;
import io.toritsugi.inventory.NightKey;
import io.toritsugi.inventory.NightsReleased;
import io.toritsugi.inventory.RoomTypeRef;
import io.toritsugi.reservation.RoomMoveRows.Moved;
import io.toritsugi.upgrade.UpgradeDecisions;
import io.toritsugi.upgrade.UpgradeDecisions.Decision;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves guests who have not arrived to rooms of other types: all of them or none, with everything that follows. What they booked
 * and what they pay stays (R1; design, "Rooms, upgrades, inventory").
 */
@Component
public class RoomMoves {

    private final HotelLock lock;
    private final RoomMoveRows rows;
    private final InventoryStore inventory;
    private final RoomDecisions roomDecisions;
    private final UpgradeDecisions upgradeDecisions;
    private final Hierarchies hierarchies;
    private final HotelVersionStore versions;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RoomMoves(
            HotelLock lock,
            RoomMoveRows rows,
            InventoryStore inventory,
            RoomDecisions roomDecisions,
            UpgradeDecisions upgradeDecisions,
            Hierarchies hierarchies,
            HotelVersionStore versions,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.lock = lock;
        this.rows = rows;
        this.inventory = inventory;
        this.roomDecisions = roomDecisions;
        this.upgradeDecisions = upgradeDecisions;
        this.hierarchies = hierarchies;
        this.versions = versions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Who moves guests, and why.
     *
     * @param by a person's name, or the rule's
     * @param byHand whether a person chose the type; else a rule or a cascade did
     * @param charged whether the guest is to pay for the new type
     */
    record Why(
            String by, @Nullable String reason, boolean byHand, boolean charged) {}

    /**
     * Moves rooms of one or several reservations at once; in the caller's transaction, under the hotel's lock, which is taken
     * here. What one move gives up another may take. The reservations bear {@code upgraded:…} from then on where the types
     * differ; a later modification that still fits keeps what was given (ADR 0015).
     *
     * @param by a person's name, or the rule's
     * @throws ProblemException {@code reservation.unknown}, {@code reservation.not_movable} (arrived or cancelled),
     *     {@code conflict.version} (another revision, or the room is not of the type any more), {@code room_type.not_of_hotel},
     *     {@code reservation.type_not_free}; nothing is changed then
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void move(int hotelId, List<RoomMove> moves, String by, String reason) {
        move(hotelId, moves, new Why(by, reason, false, false));
    }

    /** As {@link #move(int, List, String, String)}, for a person too. */
    @Transactional(propagation = Propagation.MANDATORY)
    void move(int hotelId, List<RoomMove> moves, Why why) {
        lock.hold(hotelId);
        var reservations =
                rows.find(hotelId, moves.stream().map(RoomMove::reservation).collect(Collectors.toSet()));
        var types =
                rows.types(hotelId, moves.stream().map(RoomMove::toTypeId).collect(Collectors.toSet()));
        var changes = changes(moves, reservations, types);
        var released = takeAndGiveBack(changes);
        write(changes, reservations, why);
        record(hotelId, changes, why);
        if (!released.isEmpty()) {
            versions.countRelease(List.of(hotelId));
            events.publishEvent(new NightsReleased(hotelId, released));
        }
    }

    // ---- may they move

    private static List<Change> changes(
            List<RoomMove> moves, Map<UUID, MovableReservation> reservations, Map<Integer, RoomTypeRef> types) {
        var seen = new HashSet<Map.Entry<UUID, Integer>>();
        var changes = new ArrayList<Change>();
        for (var move : moves) {
            if (!seen.add(Map.entry(move.reservation(), move.roomNo()))) {
                throw new IllegalArgumentException("Room " + move.roomNo() + " of " + move.reservation() + " moves twice");
            }
            var to = types.get(move.toTypeId());
            if (to == null) {
                throw new ProblemException(
                        ProblemCode.ROOM_TYPE_NOT_OF_HOTEL, Map.of("roomType", String.valueOf(move.toTypeId())));
            }
            changes.add(change(move, reservations.get(move.reservation()), to));
        }
        return changes;
    }

    private static Change change(RoomMove move, @Nullable MovableReservation reservation, RoomTypeRef to) {
        if (reservation == null) {
            throw new ProblemException(ProblemCode.RESERVATION_UNKNOWN);
        }
        if (!reservation.movable()) {
            throw new ProblemException(
                    ProblemCode.RESERVATION_NOT_MOVABLE,
                    Map.of("status", reservation.status()),
                    Map.of("reservation", reservation.id()));
        }
        var room = reservation
                .room(move.roomNo())
                .filter(found -> found.assigned().id() == move.fromTypeId())
                .filter(found -> reservation.revision() == move.revision());
        return new Change(
                reservation,
                room.orElseThrow(() -> new ProblemException(
                        ProblemCode.CONFLICT_VERSION,
                        Map.of(),
                        Map.of("reservation", reservation.id(), "revision", reservation.revision()))),
                to);
    }

    // ---- the nights

    /** One net move a night: what one guest leaves is there for the next, and no sum in between can be too high. */
    private SortedSet<NightKey> takeAndGiveBack(List<Change> changes) {
        Map<NightKey, Integer> left = new TreeMap<>();
        Map<NightKey, Integer> taken = new TreeMap<>();
        for (var change : changes) {
            change.nights(change.room().assigned()).forEach(night -> left.merge(night, 1, Integer::sum));
            change.nights(change.to()).forEach(night -> taken.merge(night, 1, Integer::sum));
        }
        var all = new TreeSet<>(left.keySet());
        all.addAll(taken.keySet());
        var ledger = inventory.load(all);
        var lacking = ledger.replace(left, taken);
        if (!lacking.isEmpty()) {
            throw notFree(changes, lacking);
        }
        inventory.apply(ledger.moved());
        return given(ledger.moved());
    }

    private static SortedSet<NightKey> given(SortedMap<NightKey, Integer> moved) {
        return moved.entrySet().stream()
                .filter(entry -> entry.getValue() < 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ProblemException notFree(List<Change> changes, SortedSet<NightKey> lacking) {
        var type = changes.stream()
                .map(Change::to)
                .filter(to -> to.id() == lacking.first().roomTypeId())
                .findFirst()
                .orElseThrow();
        var nights = lacking.stream()
                .filter(night -> night.roomTypeId() == type.id())
                .map(night -> night.night().toString())
                .toList();
        return new ProblemException(
                ProblemCode.RESERVATION_TYPE_NOT_FREE,
                Map.of("roomType", type.code(), "nights", String.join(", ", nights)),
                Map.of("roomType", type.code(), "nights", nights));
    }

    // ---- what is written

    private void write(List<Change> changes, Map<UUID, MovableReservation> reservations, Why why) {
        var before = roomDecisions.of(reservations.values().stream()
                .map(MovableReservation::standingTelegram)
                .toList());
        Map<UUID, RoomAssignment> assignments = new LinkedHashMap<>();
        reservations.forEach((id, reservation) ->
                assignments.put(id, before.getOrDefault(reservation.standingTelegram(), RoomAssignment.NONE)));
        var moved = new ArrayList<Moved>();
        for (var change : changes) {
            var id = change.reservation().id();
            int number = change.room().number();
            var charged = why.charged()
                    ? change.to()
                    : assignments.get(id).room(number).map(AssignedRoom::charged).orElse(null);
            var room = new AssignedRoom(change.to().id(), change.to().code(), !why.byHand(), charged);
            assignments.computeIfPresent(id, (reservation, assignment) -> assignment.with(number, room));
            moved.add(new Moved(id, number, change.to(), why.charged() ? change.to() : null));
        }
        Map<UUID, List<String>> flags = new HashMap<>();
        reservations.forEach((id, reservation) -> flags.put(id, flags(reservation, assignments.get(id))));
        rows.write(moved, flags, clock.instant());
        roomDecisions.record(reservations.values().stream()
                .map(reservation -> new RoomDecision(
                        reservation.standingTelegram(), assignments.get(reservation.id()), why.by(), why.reason()))
                .toList());
    }

    private static List<String> flags(MovableReservation reservation, RoomAssignment assignment) {
        var flags = new ArrayList<>(RoomAssignment.withoutFlags(reservation.flags()));
        flags.addAll(assignment.flags(reservation.booked()));
        return flags;
    }

    private void record(int hotelId, List<Change> changes, Why why) {
        long hierarchy = hierarchies.of(hotelId).version();
        upgradeDecisions.record(changes.stream()
                .map(change -> new Decision(
                        clock.instant(),
                        hotelId,
                        change.reservation().standingTelegram(),
                        change.reservation().id(),
                        change.room().booked().id(),
                        change.to().id(),
                        change.room().firstNight(),
                        change.room().endDate(),
                        change.room().guests(),
                        1,
                        hierarchy,
                        why.by(),
                        change.told(why)))
                .toList());
        changes.forEach(change -> audit.record(
                "reservation.room_moved",
                hotelId,
                "reservation/" + change.reservation().id() + "/rooms/"
                        + change.room().number(),
                Map.of("assignedType", change.room().assigned().code()),
                change.told(why)));
    }

    /** One room on its way to another type. */
    private record Change(MovableReservation reservation, MovableReservation.Room room, RoomTypeRef to) {

        List<NightKey> nights(RoomTypeRef type) {
            return room.firstNight()
                    .datesUntil(room.endDate())
                    .map((LocalDate night) -> new NightKey(type.id(), night))
                    .toList();
        }

        Map<String, @Nullable Object> told(Why why) {
            var told = new LinkedHashMap<String, @Nullable Object>();
            told.put("move", room.assigned().code() + "->" + to.code());
            told.put("room", room.number());
            told.put("by", why.by());
            told.put("reason", why.reason());
            told.put("charged", why.charged());
            return told;
        }
    }
}
