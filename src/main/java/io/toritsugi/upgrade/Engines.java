package io.toritsugi.upgrade;

import io.toritsugi.hierarchy.Hierarchies;
import io.toritsugi.inventory.Availability;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Keeps the engine of each hotel for as long as its relations, rules and types stand; what a look at a hotel costs is the look
 * at their versions. A change is in the very next answer, on every node (R5.4).
 */
@Component
class Engines {

    private final Hierarchies hierarchies;
    private final Availability availability;
    private final DisplacementPolicies policies;
    private final DemandModels demands;
    private final Map<Integer, Kept> kept = new ConcurrentHashMap<>();

    Engines(Hierarchies hierarchies, Availability availability, DisplacementPolicies policies, DemandModels demands) {
        this.hierarchies = hierarchies;
        this.availability = availability;
        this.policies = policies;
        this.demands = demands;
    }

    private record Kept(UpgradeEngine engine, DisplacementPolicy policy) {}

    /** The hotel as it is now. */
    HotelUpgrades of(int hotelId) {
        var hierarchy = hierarchies.of(hotelId);
        var grid = availability.of(hotelId);
        var current = kept.get(hotelId);
        if (current == null || !current.engine().fits(hierarchy, grid.types())) {
            current = new Kept(new UpgradeEngine(hierarchy, grid.types()), policies.of(hotelId));
            kept.put(hotelId, current);
        }
        var policy = current.policy();
        return new HotelUpgrades(
                current.engine(),
                grid,
                policy.reported() ? demands.of(hotelId, grid.firstDay(), policy.historyDays()) : null);
    }
}
