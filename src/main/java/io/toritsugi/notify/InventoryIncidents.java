package io.toritsugi.notify;

import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.inventory.AvailabilityAgreed;
import io.toritsugi.inventory.AvailabilityDrifted;
import io.toritsugi.inventory.AvailabilityDrifted.Kept;
import io.toritsugi.notify.LastingIncidents.Trouble;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Raises an incident where numbers of a hotel's inventory have drifted, one each a hotel and place where they are kept; it ends
 * when a later comparison finds them in order. Writes in the transaction of what it is told of.
 */
@Component
class InventoryIncidents {

    private static final String CATEGORY = "inventory";

    private final LastingIncidents incidents;

    InventoryIncidents(LastingIncidents incidents) {
        this.incidents = incidents;
    }

    @EventListener
    void note(AvailabilityDrifted drift) {
        var code = drift.kept().code();
        var first = drift.found().get(0);
        var facts = Map.of(
                "count",
                String.valueOf(drift.found().size()),
                "first",
                first.date() == null ? first.roomType() : first.roomType() + " " + first.date());
        incidents.raise(
                new Trouble(drift.hotelId(), code, CATEGORY, drift.kept() == Kept.TABLE ? "critical" : "warning"),
                new Failure(FailureCode.of(code), "compare", facts),
                drift.at());
    }

    @EventListener
    void note(AvailabilityAgreed agreed) {
        incidents.resolve(agreed.hotelIds(), agreed.kept().code(), agreed.at());
    }
}
