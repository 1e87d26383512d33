package io.toritsugi.reservation;

import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.hierarchy.Hierarchies;
import io.toritsugi.inventory.Availability;
import io.toritsugi.inventory.HotelLock;
import io.toritsugi.inventory.HotelVersionStore;
import io.toritsugi.inventory.InventoryStore;
import io.toritsugi.inventory.NightKey;
import io.toritsugi.inventory.NightLedger;
import io.toritsugi.inventory.NightsReleased;
import io.toritsugi.reservation.RoomChange.Why;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final Hierarchies hierarchies;
    private final Availability availability;
    private final RecordMoves record;
    private final HotelVersionStore versions;
    private final ApplicationEventPublisher events;

    RoomMoves(
            HotelLock lock,
            RoomMoveRows rows,
            InventoryStore inventory,
            Hierarchies hierarchies,
            Availability availability,
            RecordMoves record,
            HotelVersionStore versions,
            ApplicationEventPublisher events) {
        this.lock = lock;
        this.rows = rows;
        this.inventory = inventory;
        this.hierarchies = hierarchies;
        this.availability = availability;
        this.record = record;
        this.versions = versions;
        this.events = events;
    }

    /**
     * Moves rooms of one or several reservations at once; in the caller's transaction, under the hotel's lock, which is taken
     * here. What one move gives up another may take. The reservations bear {@code upgraded:…} from then on where the types
     * differ; a later modification that still fits keeps what was given (ADR 0015). Locked reservations are the caller's
     * business: who moves one by hand means it.
     *
     * @param by a person's name, or the rule's
     * @throws ProblemException {@code reservation.unknown}, {@code reservation.not_movable} (arrived or cancelled),
     *     {@code conflict.version} (another revision, or the room is not of the type any more), {@code room_type.not_of_hotel},
     *     {@code reservation.type_not_free}; nothing is changed then
     * @throws IllegalArgumentException when a room is to be moved twice
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void move(int hotelId, List<RoomMove> moves, String by, String reason) {
        move(hotelId, moves, new Why(by, reason, false, false));
    }

    /** As {@link #move(int, List, String, String)}, for a person who chose the type too. */
    @Transactional(propagation = Propagation.MANDATORY)
    void move(int hotelId, List<RoomMove> moves, Why why) {
        lock.hold(hotelId);
        var policies = new UpgradePolicies(hierarchies, availability);
        var changes = changes(hotelId, moves, policies);
        var ledger = inventory.load(changes.stream()
                .flatMap(change -> Stream.of(change.booked(), change.left(), change.taken()))
                .flatMap(List::stream)
                .collect(Collectors.toSet()));
        var evidence = record.evidence(hotelId, changes, ledger, policies);
        takeAndGiveBack(changes, ledger);
        inventory.apply(ledger.moved());
        record.write(changes, why);
        record.tell(hotelId, changes, evidence, why);
        var released = givenBack(ledger.moved());
        if (!released.isEmpty()) {
            versions.countRelease(List.of(hotelId));
            events.publishEvent(new NightsReleased(hotelId, released));
        }
    }

    private List<RoomChange> changes(int hotelId, List<RoomMove> moves, UpgradePolicies policies) {
        var reservations =
                rows.find(hotelId, moves.stream().map(RoomMove::reservation).collect(Collectors.toSet()));
        var seen = new HashSet<Map.Entry<UUID, Integer>>();
        var changes = new ArrayList<RoomChange>();
        for (var move : moves) {
            if (!seen.add(Map.entry(move.reservation(), move.roomNo()))) {
                throw new IllegalArgumentException(
                        "Room " + move.roomNo() + " of reservation " + move.reservation() + " is to be moved twice");
            }
            changes.add(RoomChange.of(
                    move,
                    reservations.get(move.reservation()),
                    policies.type(hotelId, move.toTypeId()).orElse(null)));
        }
        return changes;
    }

    /** One net move a night: what one guest leaves is there for the next, and no sum in between can be too high. */
    private static void takeAndGiveBack(List<RoomChange> changes, NightLedger ledger) {
        Map<NightKey, Integer> left = new TreeMap<>();
        Map<NightKey, Integer> taken = new TreeMap<>();
        for (var change : changes) {
            change.left().forEach(night -> left.merge(night, 1, Integer::sum));
            change.taken().forEach(night -> taken.merge(night, 1, Integer::sum));
        }
        var lacking = ledger.replace(left, taken);
        if (!lacking.isEmpty()) {
            throw notFree(changes, lacking);
        }
    }

    private static ProblemException notFree(List<RoomChange> changes, SortedSet<NightKey> lacking) {
        var type = changes.stream()
                .map(RoomChange::to)
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

    private static SortedSet<NightKey> givenBack(SortedMap<NightKey, Integer> moved) {
        return moved.entrySet().stream()
                .filter(entry -> entry.getValue() < 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
