package io.toritsugi.reservation;

import io.toritsugi.access.Audit;
import io.toritsugi.inventory.NightLedger;
import io.toritsugi.reservation.RoomChange.Why;
import io.toritsugi.reservation.RoomMoveRows.Moved;
import io.toritsugi.upgrade.UpgradeDecision;
import io.toritsugi.upgrade.UpgradeDecisions;
import io.toritsugi.upgrade.UpgradeRequest;
import io.toritsugi.upgrade.UpgradeSuggestion;
import io.toritsugi.upgrade.UpgradeSuggestion.FreeNight;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes rooms as moved, everywhere where it counts: on the reservation and in its history, beside its telegram so that the next
 * fold knows it, among the upgrade decisions, and in the audit.
 */
@Component
class RecordMoves {

    private final RoomMoveRows rows;
    private final RoomDecisions roomDecisions;
    private final UpgradeDecisions upgradeDecisions;
    private final Audit audit;
    private final Clock clock;

    RecordMoves(
            RoomMoveRows rows,
            RoomDecisions roomDecisions,
            UpgradeDecisions upgradeDecisions,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.roomDecisions = roomDecisions;
        this.upgradeDecisions = upgradeDecisions;
        this.audit = audit;
        this.clock = clock;
    }

    /** What was free for each of these changes, in their order; to be asked before they are made. */
    List<UpgradeSuggestion> evidence(
            int hotelId, List<RoomChange> changes, NightLedger ledger, UpgradePolicies policies) {
        return changes.stream()
                .map(change -> UpgradeRecord.given(
                        change.room().booked(),
                        change.to(),
                        change.booked().stream().allMatch(night -> ledger.free(night) > 0),
                        policies.priceDifference(hotelId, change.room().booked(), change.to()),
                        change.taken().stream()
                                .map(night -> new FreeNight(night.night(), ledger.free(night)))
                                .toList(),
                        policies.version(hotelId)))
                .toList();
    }

    /** The reservations as they are now, with a revision each. */
    void write(List<RoomChange> changes, Why why) {
        var reservations = new LinkedHashMap<UUID, MovableReservation>();
        changes.forEach(change -> reservations.put(change.reservation().id(), change.reservation()));
        var assignments = assignments(changes, reservations, why);
        Map<UUID, List<String>> flags = new LinkedHashMap<>();
        reservations.forEach((id, reservation) -> flags.put(id, flags(reservation, assignments.get(id))));
        rows.write(
                changes.stream()
                        .map(change -> new Moved(
                                change.reservation().id(),
                                change.room().number(),
                                change.to(),
                                why.charged() ? change.to() : null))
                        .toList(),
                flags,
                clock.instant());
        roomDecisions.record(reservations.values().stream()
                .map(reservation -> new RoomDecision(
                        reservation.standingTelegram(), assignments.get(reservation.id()), why.by(), why.reason()))
                .toList());
    }

    /** What was decided about all rooms of these reservations, these changes included. */
    private Map<UUID, RoomAssignment> assignments(
            List<RoomChange> changes, Map<UUID, MovableReservation> reservations, Why why) {
        var before = roomDecisions.of(reservations.values().stream()
                .map(MovableReservation::standingTelegram)
                .toList());
        Map<UUID, RoomAssignment> assignments = new LinkedHashMap<>();
        reservations.forEach((id, reservation) ->
                assignments.put(id, before.getOrDefault(reservation.standingTelegram(), RoomAssignment.NONE)));
        for (var change : changes) {
            assignments.computeIfPresent(change.reservation().id(), (id, assignment) -> {
                int number = change.room().number();
                var room = why.byHand() ? AssignedRoom.byHand(change.to()) : AssignedRoom.byRule(change.to());
                var charged = why.charged()
                        ? change.to()
                        : assignment.room(number).map(AssignedRoom::charged).orElse(null);
                return assignment.with(number, room.charging(charged));
            });
        }
        return assignments;
    }

    private static List<String> flags(MovableReservation reservation, RoomAssignment assignment) {
        var flags = new ArrayList<>(RoomAssignment.withoutFlags(reservation.flags()));
        flags.addAll(assignment.flags(reservation.booked()));
        return flags;
    }

    /** Says who moved whom, on what evidence. */
    void tell(int hotelId, List<RoomChange> changes, List<UpgradeSuggestion> evidence, Why why) {
        var decisions = new ArrayList<UpgradeDecision>();
        for (int index = 0; index < changes.size(); index++) {
            var change = changes.get(index);
            decisions.add(decision(hotelId, change, evidence.get(index), why));
            audit.record(
                    "reservation.room_moved",
                    hotelId,
                    "reservation/" + change.reservation().id() + "/rooms/"
                            + change.room().number(),
                    Map.of("assignedType", change.room().assigned().code()),
                    after(change, why));
        }
        upgradeDecisions.record(decisions);
    }

    private static UpgradeDecision decision(int hotelId, RoomChange change, UpgradeSuggestion evidence, Why why) {
        var room = change.room();
        var request = new UpgradeRequest(
                hotelId, room.booked(), room.firstNight(), room.endDate(), room.guests(), 1, new TreeSet<>());
        return new UpgradeDecision(
                request,
                evidence,
                change.to(),
                change.reservation().standingTelegram(),
                change.reservation().id(),
                why.by());
    }

    private static Map<String, @Nullable Object> after(RoomChange change, Why why) {
        var after = new LinkedHashMap<String, @Nullable Object>();
        after.put("assignedType", change.to().code());
        after.put("charged", why.charged());
        after.put("by", why.by());
        after.put("reason", why.reason());
        return after;
    }
}
