package io.toritsugi.reservation;

import io.toritsugi.hierarchy.UpgradeRules.Placement;
import io.toritsugi.inventory.NightKey;
import io.toritsugi.reservation.TriedStay.DecidedRoom;
import io.toritsugi.reservation.TriedStay.Way;
import io.toritsugi.upgrade.UpgradeAdvisor;
import io.toritsugi.upgrade.UpgradeSuggestion;
import io.toritsugi.upgrade.UpgradeSuggestion.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Gives the stays of one booking their rooms (ADR 0015): first as they were, with the upgrades that still fit; where one does not
 * fit, in the type that was booked; where that is full, by the hotel's policy. All rooms of a stay or none.
 */
final class PlaceBooking implements Placing {

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
        if (own.assignment().isEmpty()
                && carried.isEmpty()
                && nights.replace(held(), own.nights()).isEmpty()) {
            return Placed.in(own);
        }
        var keeping = new KeepRooms(bookingCase, nights, policies, own, carried);
        var stay = keeping.stay();
        var lacking = nights.lacking(held(), stay.nights());
        if (lacking.isEmpty()) {
            return take(telegram, stay, keeping.rooms());
        }
        var given = byRule(stay);
        if (given.isPresent()) {
            var rooms = new ArrayList<>(keeping.rooms());
            given.get().forEach(room -> rooms.add(new DecidedRoom(room.number(), Way.PLACED, room.suggestion())));
            return take(telegram, with(stay, given.get()), rooms);
        }
        var suggestion =
                advisor.suggest(LackingRooms.request(bookingCase.hotelId(), bookingCase.channel(), stay, lacking));
        tried.put(
                telegram.id(),
                new TriedStay(
                        stay,
                        keeping.rooms(),
                        suggestion,
                        WaitsFor.nights(lacking, stay.nights(), held()),
                        placesByRule() ? fullTypes(suggestion, lacking) : List.of()));
        return Placed.nowhere(LackingRooms.failure(stay, lacking));
    }

    private Placed take(FoldTelegram telegram, MappedStay stay, List<DecidedRoom> rooms) {
        nights.replace(held(), stay.nights());
        tried.put(telegram.id(), TriedStay.placed(stay, rooms));
        return Placed.in(stay);
    }

    private Map<NightKey, Integer> held() {
        return bookingCase.heldNights();
    }

    private boolean placesByRule() {
        return policies.placement(bookingCase.hotelId()).mode() == Placement.Mode.AUTOMATIC;
    }

    /** Where nothing was free: of each other type that only its full nights kept from the guest, these nights. */
    private List<List<WaitsFor.Night>> fullTypes(UpgradeSuggestion suggestion, Set<NightKey> lacking) {
        if (suggestion.none() == null) {
            return List.of();
        }
        Map<String, List<Reason>> byType = suggestion.none().reasons().stream()
                .collect(Collectors.groupingBy(Reason::roomType, TreeMap::new, Collectors.toList()));
        return byType.values().stream()
                .filter(reasons -> reasons.stream().allMatch(reason -> reason.night() != null))
                .map(this::nightsOf)
                .filter(full -> !full.isEmpty()
                        && lacking.stream()
                                .noneMatch(night ->
                                        night.roomTypeId() == full.get(0).type()))
                .toList();
    }

    private List<WaitsFor.Night> nightsOf(List<Reason> reasons) {
        return reasons.stream()
                .flatMap(reason -> policies.type(bookingCase.hotelId(), reason.roomType()).stream()
                        .map(type -> new WaitsFor.Night(type.id(), Objects.requireNonNull(reason.night()), 1)))
                .toList();
    }

    private Optional<List<PlaceByRule.Given>> byRule(MappedStay stay) {
        return placesByRule() ? new PlaceByRule(bookingCase, nights, policies, advisor, stay).find() : Optional.empty();
    }

    private static MappedStay with(MappedStay stay, List<PlaceByRule.Given> given) {
        var assignment = stay.assignment();
        for (var room : given) {
            assignment = assignment.with(room.number(), AssignedRoom.byRule(room.type()));
        }
        return stay.with(assignment);
    }
}
