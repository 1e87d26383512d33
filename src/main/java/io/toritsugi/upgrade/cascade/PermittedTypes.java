package io.toritsugi.upgrade.cascade;

import io.toritsugi.hierarchy.Hierarchy;
import io.toritsugi.hierarchy.UpgradeEdge;
import io.toritsugi.hierarchy.UpgradeRules;
import io.toritsugi.hierarchy.UpgradeRules.Smoking;
import io.toritsugi.inventory.TypeFacts;
import io.toritsugi.upgrade.PlacedRoom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which types a hotel's hierarchy and rules let a guest sleep in who booked a certain one (R1.1, R5.5). Immutable. */
final class PermittedTypes {

    private static final int ANY_LEVELS = Integer.MAX_VALUE;

    private final Map<Integer, TypeFacts> types;
    private final Map<Integer, List<UpgradeEdge>> edges;
    private final UpgradeRules rules;
    private final Map<Integer, Map<Integer, Integer>> levels = new HashMap<>();

    PermittedTypes(Hierarchy hierarchy, Collection<TypeFacts> types) {
        this.types = types.stream().collect(Collectors.toMap(TypeFacts::id, type -> type));
        this.edges = hierarchy.edges().stream()
                .filter(UpgradeEdge::active)
                .collect(Collectors.groupingBy(UpgradeEdge::fromTypeId));
        this.rules = hierarchy.rules();
        this.types.keySet().forEach(type -> levels.put(type, levelsFrom(type)));
    }

    /**
     * Who is to be given another type.
     *
     * @param bookedTypeId what was sold to him
     * @param end the day after the last night
     * @param channel null when it is not known
     * @param plan null when there is none
     */
    record Guest(
            int bookedTypeId,
            LocalDate first,
            LocalDate end,
            int guests,
            @Nullable String channel,
            @Nullable String plan) {

        static Guest of(PlacedRoom room) {
            return new Guest(room.bookedTypeId(), room.first(), room.end(), room.guests(), room.channel(), room.plan());
        }
    }

    /** Every type in reach with the rule that bars it, in the order of their codes; empty where none does. */
    Map<Integer, Optional<String>> inReach(Guest guest) {
        var reached = levels.getOrDefault(guest.bookedTypeId(), Map.of());
        var verdicts = new LinkedHashMap<Integer, Optional<String>>();
        reached.keySet().stream()
                .sorted(Comparator.comparing(type -> types.get(type).code()))
                .forEach(type -> verdicts.put(type, barring(guest, type, reached.get(type))));
        return verdicts;
    }

    /** Whether the guest may sleep there: in what he booked always, elsewhere by hierarchy and rules. */
    boolean permits(Guest guest, int typeId) {
        if (typeId == guest.bookedTypeId()) {
            return true;
        }
        var steps = levels.getOrDefault(guest.bookedTypeId(), Map.of()).get(typeId);
        return steps != null && barring(guest, typeId, steps).isEmpty();
    }

    private Optional<String> barring(Guest guest, int typeId, int steps) {
        var booked = types.get(guest.bookedTypeId());
        var type = types.get(typeId);
        if (rules.maxUpgradeLevels() != null && steps > rules.maxUpgradeLevels()) {
            return Optional.of("upgrade.rule.max_levels");
        }
        if (rules.capacityRequired() && type.capacity() < guest.guests()) {
            return Optional.of("upgrade.capacity");
        }
        if (rules.smoking() == Smoking.MATCH && type.smoking() != booked.smoking()) {
            return Optional.of("upgrade.rule.smoking");
        }
        if (tooDear(booked, type)) {
            return Optional.of("upgrade.rule.price_difference");
        }
        return barringGuest(guest);
    }

    private boolean tooDear(TypeFacts booked, TypeFacts type) {
        long difference = (long) type.baseRate() - booked.baseRate();
        return (rules.priceDifferenceLimit() != null && difference > rules.priceDifferenceLimit())
                || (rules.priceDifferenceLimitPercent() != null
                        && difference * 100 > (long) rules.priceDifferenceLimitPercent() * booked.baseRate());
    }

    private Optional<String> barringGuest(Guest guest) {
        boolean blackout = rules.blackouts().stream()
                .anyMatch(closed ->
                        guest.first().compareTo(closed.to()) <= 0 && guest.end().isAfter(closed.from()));
        if (blackout) {
            return Optional.of("upgrade.rule.blackout");
        }
        if (guest.channel() != null
                && rules.excludedChannels().contains(guest.channel().toLowerCase(Locale.ROOT))) {
            return Optional.of("upgrade.rule.channel");
        }
        return guest.plan() != null && rules.excludedPlans().contains(guest.plan())
                ? Optional.of("upgrade.rule.plan")
                : Optional.empty();
    }

    /** Every type in reach with the fewest steps to it. */
    private Map<Integer, Integer> levelsFrom(int typeId) {
        var steps = new HashMap<Integer, Integer>();
        var border = List.of(typeId);
        for (int level = 1; !border.isEmpty(); level++) {
            var next = new ArrayList<Integer>();
            for (int from : border) {
                for (var edge : edges.getOrDefault(from, List.of())) {
                    if (edge.toTypeId() != typeId && steps.putIfAbsent(edge.toTypeId(), level) == null) {
                        next.add(edge.toTypeId());
                    }
                }
            }
            border = next;
        }
        return steps;
    }

    /**
     * The best way from one type to another, both included: by priority step by step, a prefix first, then by codes (R1.3);
     * no longer than the rules allow. The type itself where they are the same.
     *
     * @throws IllegalArgumentException when there is none
     */
    List<String> path(int fromTypeId, int toTypeId) {
        int most = rules.maxUpgradeLevels() == null ? ANY_LEVELS : rules.maxUpgradeLevels();
        var border = List.of(List.of(fromTypeId));
        for (int level = 0; level <= types.size(); level++) {
            int left = most == ANY_LEVELS ? types.size() : most - level;
            for (var path : border) {
                if (path.get(path.size() - 1) == toTypeId) {
                    return path.stream().map(type -> types.get(type).code()).toList();
                }
            }
            border = bestSteps(border, toTypeId, left);
        }
        throw new IllegalArgumentException("There is no way from type " + fromTypeId + " to type " + toTypeId);
    }

    /** The paths one step longer that are best so far and can still arrive; one for each type, in the order of their codes. */
    private List<List<Integer>> bestSteps(List<List<Integer>> border, int toTypeId, int stepsLeft) {
        var longer = new LinkedHashMap<Integer, List<Integer>>();
        int best = Integer.MAX_VALUE;
        for (var path : border) {
            var steps = edges.getOrDefault(path.get(path.size() - 1), List.of()).stream()
                    .filter(edge -> arrives(edge.toTypeId(), toTypeId, stepsLeft - 1))
                    .sorted(Comparator.comparing(
                            edge -> types.get(edge.toTypeId()).code()))
                    .toList();
            for (var edge : steps) {
                if (edge.priority() < best) {
                    longer.clear();
                    best = edge.priority();
                }
                if (edge.priority() == best) {
                    var with = new ArrayList<>(path);
                    with.add(edge.toTypeId());
                    longer.putIfAbsent(edge.toTypeId(), with);
                }
            }
        }
        return List.copyOf(longer.values());
    }

    private boolean arrives(int from, int to, int steps) {
        return from == to || levels.get(from).getOrDefault(to, ANY_LEVELS) <= steps;
    }
}
