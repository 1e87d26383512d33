package io.toritsugi.upgrade;

import io.toritsugi.hierarchy.Hierarchy;
import io.toritsugi.inventory.AvailabilityGrid;
import io.toritsugi.inventory.TypeFacts;
import io.toritsugi.upgrade.UpgradeSuggestion.Option;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Answers for one version of a hotel's relations, rules and types, exactly in the order of the contract (R1.2–R1.4, R5.5).
 * What does not depend on the stay – paths, their order, most rules – is worked out once for each requested type, when it is
 * first asked for; a question is then one walk over ready candidates that looks at the nights. Pure, immutable in what it
 * answers, safe for many threads.
 */
final class UpgradeEngine {

    private final Hierarchy hierarchy;
    private final List<TypeFacts> types;
    private final UpgradeGraph graph;
    private final RulesOfHotel rules;
    private final AtomicReferenceArray<Candidate @Nullable []> candidates;

    UpgradeEngine(Hierarchy hierarchy, List<TypeFacts> types) {
        this.hierarchy = hierarchy;
        this.types = List.copyOf(types);
        this.graph = new UpgradeGraph(hierarchy.edges(), types);
        this.rules = new RulesOfHotel(hierarchy.rules());
        this.candidates = new AtomicReferenceArray<>(types.size());
    }

    /** Whether it would answer the same for these. */
    boolean fits(Hierarchy otherHierarchy, List<TypeFacts> otherTypes) {
        return hierarchy.equals(otherHierarchy) && types.equals(otherTypes);
    }

    UpgradeGraph graph() {
        return graph;
    }

    RulesOfHotel rules() {
        return rules;
    }

    /**
     * All options of a stay, best first, or the proof that there is none.
     *
     * @param grid of the same types; holds every night of the stay
     * @param demand what is still expected to be booked; null when displacement costs are not asked for
     * @throws IllegalArgumentException when the requested type is not among the types
     */
    UpgradeSuggestion suggest(UpgradeRequest request, AvailabilityGrid grid, @Nullable DemandModel demand) {
        int requested = grid.indexOf(request.requested().id());
        if (requested < 0) {
            throw new IllegalArgumentException("No type " + request.requested() + " in hotel " + request.hotelId());
        }
        var reachable = candidates(requested);
        var nights = new NightsOfStay(request, grid, requested);
        var bars = rules.barring(request);
        var options = bars.isEmpty() ? options(request, reachable, nights, demand) : List.<Option>of();
        return new UpgradeSuggestion(
                nights.requestedAvailable(),
                options,
                options.isEmpty() ? new ProofOfNone(request, rules, nights, bars).of(reachable) : null,
                hierarchy.version());
    }

    private List<Option> options(
            UpgradeRequest request, Candidate[] reachable, NightsOfStay nights, @Nullable DemandModel demand) {
        var options = new ArrayList<Option>(reachable.length);
        for (var candidate : reachable) {
            if (candidate.standing().isEmpty()
                    && rules.sleeps(candidate.type(), request.guests())
                    && nights.enough(candidate.position())) {
                options.add(new Option(
                        candidate.type().code(),
                        candidate.path(),
                        candidate.priority().size(),
                        candidate.priority(),
                        candidate.priceDifference(),
                        nights.evidence(candidate.position()),
                        demand == null ? null : nights.displacementCost(candidate, demand)));
            }
        }
        if (demand != null && rules.displacementFirst()) {
            options.sort(Comparator.comparing(Option::displacementCost));
        }
        return Collections.unmodifiableList(options);
    }

    /** The types in reach of the one at a position, in the order in which they are offered. */
    Candidate[] candidates(int requested) {
        var ready = candidates.get(requested);
        if (ready == null) {
            ready = new BestPaths(graph, requested)
                    .ways(rules.mostLevels()).stream()
                            .map(way -> candidate(types.get(requested), way))
                            .sorted(Candidate.ORDER)
                            .toArray(Candidate[]::new);
            candidates.set(requested, ready);
        }
        return ready;
    }

    private Candidate candidate(TypeFacts requested, BestPaths.Way way) {
        var type = types.get(way.type());
        return new Candidate(
                way.type(),
                type,
                way.place(),
                way.types().stream().map(position -> types.get(position).code()).toList(),
                way.priorities(),
                RulesOfHotel.difference(requested, type),
                rules.barring(requested, type, way));
    }
}
