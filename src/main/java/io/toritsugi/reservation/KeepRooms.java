package io.toritsugi.reservation;

import io.toritsugi.inventory.NightKey;
import io.toritsugi.inventory.RoomTypeRef;
import io.toritsugi.reservation.TriedStay.DecidedRoom;
import io.toritsugi.reservation.TriedStay.Way;
import io.toritsugi.upgrade.UpgradeSuggestion;
import io.toritsugi.upgrade.UpgradeSuggestion.FreeNight;
import io.toritsugi.upgrade.UpgradeSuggestion.None;
import io.toritsugi.upgrade.UpgradeSuggestion.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A stay with what was decided about its rooms before: what a person decided about this very telegram binds; what its booking
 * had until now, or a rule gave, is kept where it sleeps the guests and has rooms for every night (ADR 0015). Rooms that cannot
 * keep it are as they were booked; the last give way first.
 */
final class KeepRooms {

    private static final String FULL = "upgrade.full";
    private static final String TOO_SMALL = "upgrade.capacity";

    private final int hotelId;
    private final Map<NightKey, Integer> held;
    private final NightsOfBatch nights;
    private final UpgradePolicies policies;
    private final List<DecidedRoom> rooms = new ArrayList<>();
    private final MappedStay stay;

    /**
     * Decides it; takes no rooms.
     *
     * @param own the stay with what was decided about its telegram
     * @param carried what its rooms have of the booking as it is held
     */
    KeepRooms(
            BookingCase bookingCase,
            NightsOfBatch nights,
            UpgradePolicies policies,
            MappedStay own,
            RoomAssignment carried) {
        this.hotelId = bookingCase.hotelId();
        this.held = bookingCase.heldNights();
        this.nights = nights;
        this.policies = policies;
        var kept = new TreeSet<Integer>();
        var trial = own;
        for (int number = 1; number <= own.types().size(); number++) {
            var decided = own.assignment().room(number);
            var earlier = decided.isPresent() ? decided.filter(AssignedRoom::byRule) : carried.room(number);
            if (earlier.isPresent()) {
                trial = trial.with(trial.assignment().with(number, earlier.get()));
                kept.add(number);
            }
        }
        for (int number : kept.descendingSet()) {
            trial = withoutWhatDoesNotFit(trial, number);
        }
        this.stay = trial;
        trial.numbers().forEach(number -> tell(number, kept.contains(number) ? Way.KEPT : Way.BY_HAND));
    }

    /** The stay as it would be placed. */
    MappedStay stay() {
        return stay;
    }

    /** The rooms of another type than booked, and those that could not keep theirs, with the evidence. */
    List<DecidedRoom> rooms() {
        return rooms;
    }

    private MappedStay withoutWhatDoesNotFit(MappedStay trial, int number) {
        var type = trial.assigned(number);
        if (type.equals(trial.booked(number))) {
            return trial;
        }
        var room = trial.room(number);
        var lacking = nights.lacking(held, trial.nights());
        var reasons = new ArrayList<Reason>();
        if (!policies.sleeps(hotelId, type.id(), room.adults() + room.children())) {
            reasons.add(new Reason(type.code(), TOO_SMALL, null, null));
        }
        trial.nights(number, type)
                .filter(lacking::contains)
                .map(night -> new Reason(type.code(), FULL, night.night(), null))
                .forEach(reasons::add);
        if (reasons.isEmpty()) {
            return trial;
        }
        rooms.add(new DecidedRoom(
                number,
                Way.ENDED,
                new UpgradeSuggestion(isFree(trial, number), List.of(), new None(reasons), policies.version(hotelId))));
        return trial.with(trial.assignment().without(number));
    }

    private void tell(int number, Way way) {
        var booked = stay.booked(number);
        var assigned = stay.assigned(number);
        if (!assigned.equals(booked)) {
            rooms.add(new DecidedRoom(number, way, evidence(number, booked, assigned)));
        }
    }

    /** What it has instead: one step, whatever relations lead there now, and the rooms that it could have, its own included. */
    private UpgradeSuggestion evidence(int number, RoomTypeRef booked, RoomTypeRef assigned) {
        var free = stay.nights(number, assigned)
                .map(night -> new FreeNight(night.night(), nights.free(night) + held.getOrDefault(night, 0)))
                .toList();
        return UpgradeRecord.given(
                booked,
                assigned,
                isFree(stay, number),
                policies.priceDifference(hotelId, booked, assigned),
                free,
                policies.version(hotelId));
    }

    private boolean isFree(MappedStay trial, int number) {
        var booked = trial.nights(number, trial.booked(number)).collect(Collectors.toMap(night -> night, night -> 1));
        return nights.lacking(held, booked).isEmpty();
    }
}
