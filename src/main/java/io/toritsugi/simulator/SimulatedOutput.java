package io.toritsugi.simulator;

import java.util.List;

/**
 * An output as it stands now.
 *
 * @param outputId the id under which it was delivered last
 * @param deliveries in how many answers it was put, also in those that were lost
 * @param telegrams the documents in it
 */
public record SimulatedOutput(String outputId, boolean confirmed, int deliveries, List<String> telegrams) {

    SimulatedOutput deliveredWith(String nextId, List<String> content) {
        return new SimulatedOutput(nextId, confirmed, deliveries + 1, List.copyOf(content));
    }

    SimulatedOutput confirm() {
        return new SimulatedOutput(outputId, true, deliveries, telegrams);
    }
}
