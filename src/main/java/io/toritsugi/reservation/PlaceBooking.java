package io.toritsugi.reservation;

import io.toritsugi.hierarchy.UpgradeRules.Placement;
import io.toritsugi.inventory.NightKey;
import io.toritsugi.reservation.PlaceByRule.Given;
import io.toritsugi.reservation.TriedStay.Ended;
import io.toritsugi.upgrade.UpgradeAdvisor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Gives the stays of one booking their rooms (ADR 0015): first as they were, with the upgrades that still fit; where one does not
 * fit, in the type that was booked; where that is full, by the hotel's policy. All rooms of a stay or none.
 */
final class PlaceBooking implements Placing {

    private static final String FULL = "upgrade.full";
    private static final String TOO_SMALL = "upgrade.capacity";

    private final BookingCase bookingCase;
    private final NightsOfBatch nights;
    private final UpgradePolicies policies;
    private final UpgradeAdvisor advisor;
    private final Map<Long, TriedStay> tried = new HashMap<>();

    PlaceBooking(BookingCase bookingCase, NightsOfBatch nights, UpgradePolicies policies, UpgradeAdvisor advisor) {
        this.bookingCase = bookingCase;
        this.nights = nights;
        this.policies = policies;
        this.advisor = advisor;
    }

    /** What was tried for a telegram; empty when its rooms were free as they were booked, or when it was never tried. */
    Optional<TriedStay> triedFor(long telegramId) {
        return Optional.ofNullable(tried.get(telegramId));
    }

    @Override
    public Placed place(FoldTelegram telegram, RoomAssignment carried) {
        var own = telegram.placeable().orElseThrow();
        var ended = new ArrayList<Ended>();
        var stay = keep(own, carried, ended);
        var lacking = nights.replace(held(), stay.nights());
        if (lacking.isEmpty()) {
            if (!stay.assignment().isEmpty() || !ended.isEmpty()) {
                tried.put(telegram.id(), new TriedStay(stay, kept(own, stay), ended, List.of(), null, List.of()));
            }
            return Placed.in(stay);
        }
        var given = byRule(stay);
        if (given.isPresent()) {
            var placed = with(stay, given.get());
            nights.replace(held(), placed.nights());
            tried.put(telegram.id(), new TriedStay(placed, kept(own, stay), ended, given.get(), null, List.of()));
            return Placed.in(placed);
        }
        var suggestion = advisor.suggest(LackingRooms.request(bookingCase.hotelId(), stay, lacking));
        var shortOf = WaitsFor.nights(lacking, stay.nights(), held());
        tried.put(telegram.id(), new TriedStay(stay, kept(own, stay), ended, List.of(), suggestion, shortOf));
        return Placed.nowhere(LackingRooms.failure(stay, lacking));
    }

    private Map<NightKey, Integer> held() {
        return bookingCase.heldNights();
    }

    // ---- what was given before

    /** The stay with the upgrades that fit its guests and its nights; the others are noted as ended. */
    private MappedStay keep(MappedStay own, RoomAssignment carried, List<Ended> ended) {
        if (own.assignment().isEmpty() && carried.isEmpty()) {
            return own;
        }
        var open = own;
        var kept = new TreeSet<Integer>();
        for (int number = 1; number <= own.types().size(); number++) {
            var decided = own.assignment().room(number);
            var earlier = decided.isPresent() ? decided.filter(AssignedRoom::byRule) : carried.room(number);
            if (earlier.isPresent()) {
                open = open.with(open.assignment().with(number, earlier.get()));
                kept.add(number);
            }
        }
        for (int number : kept.descendingSet()) {
            open = end(open, number, ended);
        }
        return open;
    }

    /** The stay without the upgrade of this room, where that does not fit; the last rooms give way first. */
    private MappedStay end(MappedStay stay, int number, List<Ended> ended) {
        var type = stay.assigned(number);
        var room = stay.room(number);
        boolean sleeps = type.equals(stay.booked(number))
                || policies.sleeps(bookingCase.hotelId(), type.id(), room.adults() + room.children());
        var full = fullNights(stay, number);
        if (sleeps && full.isEmpty()) {
            return stay;
        }
        ended.add(new Ended(number, type.code(), sleeps ? FULL : TOO_SMALL, sleeps ? full : List.of()));
        return stay.with(stay.assignment().without(number));
    }

    private List<LocalDate> fullNights(MappedStay stay, int number) {
        var lacking = nights.lacking(held(), stay.nights());
        return stay.nights(number, stay.assigned(number))
                .filter(lacking::contains)
                .map(NightKey::night)
                .toList();
    }

    private static List<Integer> kept(MappedStay own, MappedStay stay) {
        return stay.numbers()
                .filter(number -> stay.assignment().room(number).isPresent())
                .filter(number -> own.assignment().room(number).isEmpty())
                .boxed()
                .toList();
    }

    // ---- what the hotel lets us do

    private Optional<List<Given>> byRule(MappedStay stay) {
        int hotel = bookingCase.hotelId();
        return policies.placement(hotel).mode() == Placement.Mode.AUTOMATIC
                ? new PlaceByRule(hotel, nights, policies, advisor, held(), stay).find()
                : Optional.empty();
    }

    private static MappedStay with(MappedStay stay, List<Given> given) {
        var assignment = stay.assignment();
        for (var room : given) {
            assignment = assignment.with(room.room(), AssignedRoom.byRule(room.type()));
        }
        return stay.with(assignment);
    }
}
