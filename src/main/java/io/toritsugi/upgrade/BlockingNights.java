package io.toritsugi.upgrade;

import io.toritsugi.upgrade.UpgradeSuggestion.None;
import io.toritsugi.upgrade.UpgradeSuggestion.Reason;
import java.util.List;
import org.springframework.stereotype.Component;

/** Names the nights on which the requested type is full; looks at no other type. */
@Component
final class BlockingNights implements UpgradeAdvisor {

    static final String FULL = "upgrade.full";

    @Override
    public UpgradeSuggestion suggest(UpgradeRequest request) {
        var reasons = request.lacking().stream()
                .map(lacking -> new Reason(request.requested().code(), FULL, lacking.night(), null))
                .toList();
        return new UpgradeSuggestion(false, List.of(), new None(reasons), 0);
    }
}
