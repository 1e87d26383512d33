package io.toritsugi.reservation;

import io.toritsugi.hierarchy.UpgradeRules.Placement;
import io.toritsugi.inventory.NightKey;
import io.toritsugi.inventory.RoomTypeRef;
import io.toritsugi.upgrade.UpgradeAdvisor;
import io.toritsugi.upgrade.UpgradeSuggestion;
import io.toritsugi.upgrade.UpgradeSuggestion.FreeNight;
import io.toritsugi.upgrade.UpgradeSuggestion.Option;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds other types for the rooms of one booking that find none, within the hotel's limits: for each room the options in the
 * advisor's order, until the whole booking has rooms; else none. What is free is decided by the nights of the batch, under the
 * lock; the advisor only says in which order to try.
 */
final class PlaceByRule {

    /** A booking of many rooms in an almost full house has more combinations than anybody would wait for. */
    private static final int MOST_TRIES = 2_000;

    private final BookingCase bookingCase;
    private final Map<NightKey, Integer> held;
    private final NightsOfBatch nights;
    private final UpgradePolicies policies;
    private final UpgradeAdvisor advisor;
    private final MappedStay stay;
    private int tries;

    /**
     * Takes no rooms.
     *
     * @param stay the stay as it was tried; what its booking holds counts as free for it
     */
    PlaceByRule(
            BookingCase bookingCase,
            NightsOfBatch nights,
            UpgradePolicies policies,
            UpgradeAdvisor advisor,
            MappedStay stay) {
        this.bookingCase = bookingCase;
        this.held = bookingCase.heldNights();
        this.nights = nights;
        this.policies = policies;
        this.advisor = advisor;
        this.stay = stay;
    }

    /** A room, by its number from 1, that is given another type; with the suggestion that this was taken from. */
    record Given(int number, RoomTypeRef type, UpgradeSuggestion suggestion) {}

    /** One of the types that a room could be given, with its nights. */
    private record Candidate(Given given, List<NightKey> nights, Map<LocalDate, Integer> free) {}

    /** The rooms to be given another type, so that all have one; empty when there is no way within the limits. */
    Optional<List<Given>> find() {
        Map<NightKey, Integer> placed = Map.of();
        var inNeed = new ArrayList<Integer>();
        for (int number = 1; number <= stay.types().size(); number++) {
            var withThis =
                    with(placed, stay.nights(number, stay.assigned(number)).toList());
            if (nights.lacking(held, withThis).isEmpty()) {
                placed = withThis;
            } else if (stay.assignment().room(number).isPresent()) {
                return Optional.empty(); // where a person decided on a type, no rule decides otherwise
            } else {
                inNeed.add(number);
            }
        }
        var candidates = inNeed.stream().map(this::candidates).toList();
        nights.alsoLoad(
                bookingCase.hotelId(),
                candidates.stream()
                        .flatMap(List::stream)
                        .flatMap(candidate -> candidate.nights().stream())
                        .collect(Collectors.toSet()),
                policies.upgrades(bookingCase.hotelId()));
        return place(candidates, placed);
    }

    private Optional<List<Given>> place(List<List<Candidate>> rooms, Map<NightKey, Integer> placed) {
        if (rooms.isEmpty()) {
            return Optional.of(List.of());
        }
        for (var candidate : rooms.get(0)) {
            if (++tries > MOST_TRIES) {
                return Optional.empty();
            }
            var withThis = with(placed, candidate.nights());
            if (fits(candidate, withThis)) {
                var others = place(rooms.subList(1, rooms.size()), withThis);
                if (others.isPresent()) {
                    return Optional.of(Stream.concat(Stream.of(candidate.given()), others.get().stream())
                            .toList());
                }
            }
        }
        return Optional.empty();
    }

    /** There has to be a room of that type, and one that stands in the house: nobody is upgraded into an overbooked type. */
    private boolean fits(Candidate candidate, Map<NightKey, Integer> withThis) {
        return nights.lacking(held, withThis).isEmpty()
                && candidate.nights().stream()
                        .allMatch(night -> withThis.get(night) - held.getOrDefault(night, 0)
                                <= candidate.free().getOrDefault(night.night(), 0) - nights.movedOn(night));
    }

    private List<Candidate> candidates(int number) {
        var type = stay.booked(number);
        var suggestion = advisor.suggest(LackingRooms.request(
                bookingCase.hotelId(),
                bookingCase.channel(),
                stay,
                type,
                List.of(number),
                LackingRooms.nightsOf(type, nights.lacking(held, stay.nights()))));
        var limits = policies.placement(bookingCase.hotelId());
        return suggestion.options().stream()
                .filter(option -> within(option, limits))
                .flatMap(option -> candidate(number, option, suggestion).stream())
                .toList();
    }

    private Optional<Candidate> candidate(int number, Option option, UpgradeSuggestion suggestion) {
        var free = option.nights().stream().collect(Collectors.toMap(FreeNight::date, FreeNight::free));
        return policies.type(bookingCase.hotelId(), option.roomType())
                .map(type -> new Candidate(
                        new Given(number, type.ref(), suggestion),
                        stay.nights(number, type.ref()).toList(),
                        free));
    }

    private static boolean within(Option option, Placement limits) {
        return (limits.maxLevels() == null || option.levels() <= limits.maxLevels())
                && (limits.maxPriceDifference() == null || option.priceDifference() <= limits.maxPriceDifference());
    }

    private static Map<NightKey, Integer> with(Map<NightKey, Integer> placed, List<NightKey> more) {
        var sum = new TreeMap<>(placed);
        more.forEach(night -> sum.merge(night, 1, Integer::sum));
        return sum;
    }
}
