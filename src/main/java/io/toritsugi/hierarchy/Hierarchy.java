package io.toritsugi.hierarchy;

import java.util.List;

/**
 * The upgrade relations and rules of one hotel as they stood at one version. Immutable.
 *
 * @param version the value of {@code hotel_version.hierarchy} that it belongs to; moves with relations and with rules
 * @param edges the active relations, by from-type, then priority, then to-type's code; free of cycles
 */
public record Hierarchy(long version, List<UpgradeEdge> edges, UpgradeRules rules) {

    public Hierarchy {
        edges = List.copyOf(edges);
    }
}
