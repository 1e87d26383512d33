package io.toritsugi.reservation;

import io.toritsugi.hierarchy.UpgradeRules.Placement;
import io.toritsugi.inventory.NightKey;
import io.toritsugi.inventory.RoomTypeRef;
import io.toritsugi.upgrade.UpgradeAdvisor;
import io.toritsugi.upgrade.UpgradeSuggestion.Option;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds other types for the rooms of one booking that find none, within the hotel's limits: for each room the options in the
 * advisor's order, until the whole booking has rooms; else none. What is free is decided by the nights of the batch, under the
 * lock; the advisor only says in which order to try.
 */
final class PlaceByRule {

    /** A booking of many rooms in an almost full house has more combinations than anybody would wait for. */
    private static final int MOST_TRIES = 2_000;

    private final int hotelId;
    private final NightsOfBatch nights;
    private final UpgradePolicies policies;
    private final UpgradeAdvisor advisor;
    private final Map<NightKey, Integer> held;
    private final MappedStay stay;
    private int tries;

    /**
     * @param held rooms per night that the booking holds now; they count as free for it
     * @param stay the stay as it was tried
     */
    PlaceByRule(
            int hotelId,
            NightsOfBatch nights,
            UpgradePolicies policies,
            UpgradeAdvisor advisor,
            Map<NightKey, Integer> held,
            MappedStay stay) {
        this.hotelId = hotelId;
        this.nights = nights;
        this.policies = policies;
        this.advisor = advisor;
        this.held = held;
        this.stay = stay;
    }

    /** A room that was given another type. */
    record Given(int room, RoomTypeRef type, Option option) {}

    /** One of the types that a room could be given. */
    private record Candidate(int room, RoomTypeRef type, Option option, List<NightKey> nights) {}

    /** The rooms to be given another type, so that all have one; empty when there is no way within the limits. */
    Optional<List<Given>> find() {
        Map<NightKey, Integer> placed = Map.of();
        var inNeed = new ArrayList<Integer>();
        for (int number = 1; number <= stay.types().size(); number++) {
            var withThis = with(placed, stay.nights(number, stay.assigned(number)).toList());
            if (nights.lacking(held, withThis).isEmpty()) {
                placed = withThis;
            } else if (stay.assignment().room(number).isPresent()) {
                return Optional.empty(); // where somebody decided on a type, no rule decides otherwise
            } else {
                inNeed.add(number);
            }
        }
        var candidates = inNeed.stream().map(this::candidates).toList();
        nights.alsoLoad(
                hotelId,
                candidates.stream()
                        .flatMap(List::stream)
                        .flatMap(candidate -> candidate.nights().stream())
                        .collect(Collectors.toSet()),
                policies.upgrades(hotelId));
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
                    var all = new ArrayList<Given>();
                    all.add(new Given(candidate.room(), candidate.type(), candidate.option()));
                    all.addAll(others.get());
                    return Optional.of(all);
                }
            }
        }
        return Optional.empty();
    }

    /** There has to be a room of that type, and one that is not only sold beyond what the house has. */
    private boolean fits(Candidate candidate, Map<NightKey, Integer> withThis) {
        Map<LocalDate, Integer> free = new TreeMap<>();
        candidate.option().nights().forEach(night -> free.put(night.date(), night.free()));
        return nights.lacking(held, withThis).isEmpty()
                && candidate.nights().stream()
                        .allMatch(night -> withThis.get(night) - held.getOrDefault(night, 0)
                                <= free.getOrDefault(night.night(), 0) - nights.movedOn(night));
    }

    private List<Candidate> candidates(int number) {
        var lacking = nights.lacking(held, stay.nights());
        var limits = policies.placement(hotelId);
        return advisor.suggest(LackingRooms.request(hotelId, stay, number, lacking)).options().stream()
                .filter(option -> within(option, limits))
                .flatMap(option -> policies.type(hotelId, option.roomType()).stream()
                        .map(type -> new Candidate(
                                number,
                                type.ref(),
                                option,
                                stay.nights(number, type.ref()).toList())))
                .toList();
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
