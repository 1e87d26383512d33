package io.toritsugi.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What shall go wrong, in the order in which it was planned; each request meets at most one fault, the first that fits it.
 * A fault of the booking output's content waits for an answer that it can spoil. Thread-safe.
 */
public final class Faults {

    private final List<PlannedFault> planned = new ArrayList<>();

    Faults() {}

    /** The next request that it can happen to meets it. */
    public Faults next(Fault fault) {
        return plan(new PlannedFault(fault, null, 1, PlannedFault.usually(fault)));
    }

    /** The next so many requests to that service meet it. */
    public Faults next(LincolnService service, Fault fault, int times) {
        return plan(new PlannedFault(fault, service, times, PlannedFault.usually(fault)));
    }

    /** As {@link #next(LincolnService, Fault, int)} for one request, lasting so long. */
    public Faults next(LincolnService service, Fault fault, Duration lasting) {
        return plan(new PlannedFault(fault, service, 1, lasting));
    }

    /** Every request to that service meets it until {@link #clear}. */
    public Faults always(LincolnService service, Fault fault) {
        return plan(new PlannedFault(fault, service, PlannedFault.ALWAYS, PlannedFault.usually(fault)));
    }

    public synchronized Faults plan(PlannedFault fault) {
        planned.add(fault);
        return this;
    }

    /** Nothing goes wrong any more. */
    public synchronized void clear() {
        planned.clear();
    }

    /** What still waits for its requests. */
    public synchronized List<PlannedFault> planned() {
        return List.copyOf(planned);
    }

    /** Takes the fault that this request meets. */
    synchronized Optional<PlannedFault> take(LincolnService service, SpoilableOutput output) {
        for (int place = 0; place < planned.size(); place++) {
            var fault = planned.get(place);
            if (fault.meets(service) && output.canBeSpoiledBy(fault.fault())) {
                spend(place, fault);
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    private void spend(int place, PlannedFault fault) {
        if (fault.times() == 1) {
            planned.remove(place);
        } else if (fault.times() != PlannedFault.ALWAYS) {
            planned.set(place, new PlannedFault(fault.fault(), fault.service(), fault.times() - 1, fault.lasting()));
        }
    }

    /** Whether the coming booking output holds enough for a fault of its content to show. */
    @FunctionalInterface
    interface SpoilableOutput {

        boolean canBeSpoiledBy(Fault fault);
    }
}
