package io.toritsugi.upgrade;

import io.toritsugi.upgrade.RulesOfHotel.StayBar;
import io.toritsugi.upgrade.UpgradeSuggestion.None;
import io.toritsugi.upgrade.UpgradeSuggestion.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Why a stay has no option (R1.4): the requested type first, unless it is free, then every type in reach in the order in
 * which it would be offered, each with all that blocks it; or that nothing is in reach.
 */
final class ProofOfNone {

    private final UpgradeRequest request;
    private final RulesOfHotel rules;
    private final NightsOfStay nights;
    private final List<StayBar> stayBars;
    private final List<Reason> reasons = new ArrayList<>();

    ProofOfNone(UpgradeRequest request, RulesOfHotel rules, NightsOfStay nights, List<StayBar> stayBars) {
        this.request = request;
        this.rules = rules;
        this.nights = nights;
        this.stayBars = stayBars;
    }

    None of(Candidate[] candidates) {
        if (!nights.requestedAvailable()) {
            reasons.add(nights.requestedFull());
        }
        if (candidates.length == 0) {
            reasons.add(new Reason(request.requested().code(), "upgrade.no_relation", null, null));
        }
        for (var candidate : candidates) {
            blocked(candidate);
        }
        return new None(Collections.unmodifiableList(reasons));
    }

    private void blocked(Candidate candidate) {
        var type = candidate.type();
        if (!nights.enough(candidate.position())) {
            reasons.add(nights.full(candidate.position()));
        }
        if (!rules.sleeps(type, request.guests())) {
            reasons.add(new Reason(
                    type.code(),
                    "upgrade.capacity",
                    null,
                    "capacity=" + type.capacity() + " guests=" + request.guests()));
        }
        // Loops, not addAll: for most types there is nothing to add, and a full house has many types.
        for (var reason : candidate.standing()) {
            reasons.add(reason);
        }
        for (var bar : stayBars) {
            reasons.add(bar.of(type));
        }
    }
}
