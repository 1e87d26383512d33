package io.toritsugi.upgrade;

import io.toritsugi.hierarchy.UpgradeEdge;
import io.toritsugi.hierarchy.UpgradeRules.Smoking;
import io.toritsugi.inventory.NightKey;
import io.toritsugi.inventory.TypeFacts;
import io.toritsugi.upgrade.UpgradeSuggestion.FreeNight;
import io.toritsugi.upgrade.UpgradeSuggestion.None;
import io.toritsugi.upgrade.UpgradeSuggestion.Option;
import io.toritsugi.upgrade.UpgradeSuggestion.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the contract says, word by word: every path is walked, every night looked at, everything sorted at the end. */
final class ExhaustiveUpgrades {

    private final DrawnHotel hotel;
    private final boolean costs;

    ExhaustiveUpgrades(DrawnHotel hotel, boolean costs) {
        this.hotel = hotel;
        this.costs = costs;
    }

    record Path(List<TypeFacts> types, List<Integer> priority) {

        TypeFacts end() {
            return types.get(types.size() - 1);
        }

        List<String> codes() {
            return types.stream().map(TypeFacts::code).toList();
        }
    }

    static final Comparator<Path> BY_PRIORITY_THEN_CODES = Comparator.comparing(
                    Path::priority, ExhaustiveUpgrades::stepByStep)
            .thenComparing(Path::codes, ExhaustiveUpgrades::stepByStep);

    UpgradeSuggestion suggest(UpgradeRequest request) {
        var requested = type(request.requested().id());
        var offered = bestPaths(requested);
        offered.sort(Comparator.comparing(Path::priority, ExhaustiveUpgrades::stepByStep)
                .thenComparing(path -> path.priority().size())
                .thenComparing(path -> difference(requested, path.end()))
                .thenComparing(path -> path.end().code()));
        var options = new ArrayList<Option>();
        var reasons = new ArrayList<Reason>();
        if (!available(request)) {
            reasons.add(requestedFull(request));
        }
        if (offered.isEmpty()) {
            reasons.add(new Reason(requested.code(), "upgrade.no_relation", null, null));
        }
        for (var path : offered) {
            var blocking = blocking(request, requested, path);
            if (blocking.isEmpty()) {
                options.add(option(request, requested, path));
            }
            reasons.addAll(blocking);
        }
        if (costs && hotel.hierarchy().rules().displacementFirst()) {
            options.sort(Comparator.comparing(Option::displacementCost));
        }
        return new UpgradeSuggestion(
                available(request),
                options,
                options.isEmpty() ? new None(reasons) : null,
                hotel.hierarchy().version());
    }

    /** All paths from a type that never come back to it. */
    List<Path> paths(TypeFacts from) {
        var found = new ArrayList<Path>();
        walk(new Path(List.of(from), List.of()), found);
        return found;
    }

    private void walk(Path path, List<Path> found) {
        for (UpgradeEdge edge : hotel.hierarchy().edges()) {
            if (edge.active() && edge.fromTypeId() == path.end().id()) {
                var types = new ArrayList<>(path.types());
                types.add(type(edge.toTypeId()));
                var priority = new ArrayList<>(path.priority());
                priority.add(edge.priority());
                var longer = new Path(types, priority);
                found.add(longer);
                walk(longer, found);
            }
        }
    }

    private List<Path> bestPaths(TypeFacts requested) {
        Map<TypeFacts, Path> best = new LinkedHashMap<>();
        paths(requested).forEach(path -> best.merge(path.end(), path, this::better));
        return new ArrayList<>(best.values());
    }

    private Path better(Path one, Path other) {
        if (permitted(one) != permitted(other)) {
            return permitted(one) ? one : other;
        }
        return BY_PRIORITY_THEN_CODES.compare(one, other) <= 0 ? one : other;
    }

    private boolean permitted(Path path) {
        var most = hotel.hierarchy().rules().maxUpgradeLevels();
        return most == null || path.priority().size() <= most;
    }

    private List<Reason> blocking(UpgradeRequest request, TypeFacts requested, Path path) {
        var type = path.end();
        var reasons = new ArrayList<Reason>();
        var shortNights = nights(request)
                .filter(night -> free(type, night) < request.rooms())
                .toList();
        if (!shortNights.isEmpty()) {
            var night = shortNights.get(0);
            reasons.add(reason(
                    type,
                    "upgrade.full",
                    night,
                    "free=%d rooms=%d nights=%d".formatted(free(type, night), request.rooms(), shortNights.size())));
        }
        var rules = hotel.hierarchy().rules();
        if (rules.capacityRequired() && request.guests() > type.capacity()) {
            reasons.add(reason(
                    type,
                    "upgrade.capacity",
                    null,
                    "capacity=%d guests=%d".formatted(type.capacity(), request.guests())));
        }
        if (!permitted(path)) {
            int fewest = paths(requested).stream()
                    .filter(other -> other.end().equals(type))
                    .mapToInt(other -> other.priority().size())
                    .min()
                    .orElseThrow();
            reasons.add(reason(
                    type,
                    "upgrade.rule.max_levels",
                    null,
                    "levels=%d limit=%d".formatted(fewest, rules.maxUpgradeLevels())));
        }
        var price = brokenPrice(requested, type);
        if (price != null) {
            reasons.add(reason(type, "upgrade.rule.price_difference", null, price));
        }
        if (rules.smoking() == Smoking.MATCH && type.smoking() != requested.smoking()) {
            reasons.add(reason(
                    type,
                    "upgrade.rule.smoking",
                    null,
                    "smoking=%s requested=%s".formatted(type.smoking(), requested.smoking())));
        }
        addStayRules(request, type, reasons);
        return reasons;
    }

    private @Nullable String brokenPrice(TypeFacts requested, TypeFacts type) {
        var rules = hotel.hierarchy().rules();
        int difference = difference(requested, type);
        if (rules.priceDifferenceLimit() != null && difference > rules.priceDifferenceLimit()) {
            return "difference=%d limit=%d".formatted(difference, rules.priceDifferenceLimit());
        }
        var percent = rules.priceDifferenceLimitPercent();
        return percent != null && 100.0 * difference / requested.baseRate() > percent
                ? "difference=%d limit=%d%%".formatted(difference, percent)
                : null;
    }

    private void addStayRules(UpgradeRequest request, TypeFacts type, List<Reason> reasons) {
        var rules = hotel.hierarchy().rules();
        nights(request)
                .filter(night -> rules.blackouts().stream()
                        .anyMatch(blackout -> !night.isBefore(blackout.from()) && !night.isAfter(blackout.to())))
                .findFirst()
                .ifPresent(night -> {
                    var blackout = rules.blackouts().stream()
                            .filter(one -> !night.isBefore(one.from()) && !night.isAfter(one.to()))
                            .findFirst()
                            .orElseThrow();
                    reasons.add(reason(
                            type,
                            "upgrade.rule.blackout",
                            night,
                            "from=%s to=%s".formatted(blackout.from(), blackout.to())));
                });
        if (request.channel() != null && rules.excludedChannels().contains(request.channel())) {
            reasons.add(reason(type, "upgrade.rule.channel", null, "channel=" + request.channel()));
        }
        if (request.plan() != null && rules.excludedPlans().contains(request.plan())) {
            reasons.add(reason(type, "upgrade.rule.plan", null, "plan=" + request.plan()));
        }
    }

    private boolean available(UpgradeRequest request) {
        return request.lacking().isEmpty()
                && nights(request)
                        .allMatch(night -> free(type(request.requested().id()), night) >= request.rooms());
    }

    private Reason requestedFull(UpgradeRequest request) {
        var requested = type(request.requested().id());
        var known = request.lacking().stream().map(NightKey::night).toList();
        var shortNights = known.isEmpty()
                ? nights(request)
                        .filter(night -> free(requested, night) < request.rooms())
                        .toList()
                : known;
        var night = shortNights.get(0);
        var seen = free(requested, night) < request.rooms() ? "free=" + free(requested, night) + " " : "";
        return reason(
                requested,
                "upgrade.full",
                night,
                seen + "rooms=%d nights=%d".formatted(request.rooms(), shortNights.size()));
    }

    private Option option(UpgradeRequest request, TypeFacts requested, Path path) {
        var type = path.end();
        return new Option(
                type.code(),
                path.codes(),
                path.priority().size(),
                path.priority(),
                difference(requested, type),
                nights(request)
                        .map(night -> new FreeNight(night, free(type, night)))
                        .toList(),
                costs ? cost(request, requested, type) : null);
    }

    /** For each room that is given away on each night: how likely it would have been sold, times what it is dearer. */
    private long cost(UpgradeRequest request, TypeFacts requested, TypeFacts type) {
        double lost = 0;
        for (var night : nights(request).toList()) {
            for (int room = 0; room < request.rooms(); room++) {
                double likely = atLeast(free(type, night) - room, mean(type, night));
                lost += likely > 1e-6 ? likely : 0;
            }
        }
        return Math.round(lost * Math.max(0, difference(requested, type)));
    }

    private double mean(TypeFacts type, LocalDate night) {
        long lead = night.toEpochDay() - DrawnHotel.TODAY.toEpochDay();
        int weekday = night.getDayOfWeek().getValue();
        int rooms = hotel.pickUps().stream()
                .filter(booked ->
                        booked.roomTypeId() == type.id() && booked.weekday() == weekday && booked.lead() <= lead)
                .mapToInt(DemandModel.PickUp::rooms)
                .sum();
        return rooms / (DrawnHotel.PAST_NIGHTS / 7.0);
    }

    private static double atLeast(int rooms, double mean) {
        double fewer = 0;
        for (int sold = 0; sold < rooms; sold++) {
            double factorial = 1;
            for (int factor = 2; factor <= sold; factor++) {
                factorial *= factor;
            }
            fewer += Math.exp(-mean) * Math.pow(mean, sold) / factorial;
        }
        return 1 - fewer;
    }

    private static Stream<LocalDate> nights(UpgradeRequest request) {
        return request.checkIn().datesUntil(request.checkOut());
    }

    private int free(TypeFacts type, LocalDate night) {
        return hotel.free().get(new NightKey(type.id(), night));
    }

    private TypeFacts type(int id) {
        return hotel.types().stream()
                .filter(type -> type.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private static int difference(TypeFacts requested, TypeFacts type) {
        return type.baseRate() - requested.baseRate();
    }

    private static Reason reason(TypeFacts type, String code, @Nullable LocalDate night, String detail) {
        return new Reason(type.code(), code, night, detail);
    }

    static <T extends Comparable<T>> int stepByStep(List<T> one, List<T> other) {
        for (int step = 0; step < one.size() && step < other.size(); step++) {
            int compared = one.get(step).compareTo(other.get(step));
            if (compared != 0) {
                return compared;
            }
        }
        return one.size() - other.size();
    }
}
