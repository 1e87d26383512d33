package io.toritsugi.simulator;

import io.toritsugi.simulator.Behaviour.ConfirmedAgain;
import io.toritsugi.simulator.Behaviour.Redelivery;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The bookings of one hotel on their way out (domain notes §3): an output that was not confirmed comes again, a confirmed one
 * never. Thread-safe.
 */
final class BookingQueue {

    /** Older ones are forgotten, as they are confirmed: a simulator may run for weeks. */
    private static final int MOST_OUTPUTS_KEPT = 2_000;

    private final String hotel;
    private final Deque<String> waiting = new ArrayDeque<>();
    private final List<SimulatedOutput> outputs = new ArrayList<>();
    private int idsGiven;

    BookingQueue(String hotel) {
        this.hotel = hotel;
    }

    synchronized void enqueue(List<String> telegrams) {
        waiting.addAll(telegrams);
    }

    /**
     * The output of the next answer; empty when there is nothing to deliver.
     *
     * @param changedId whether what is delivered again comes under a new id
     */
    synchronized Optional<SimulatedOutput> deliver(Behaviour behaviour, boolean changedId) {
        int open = openOutput();
        if (open >= 0) {
            return Optional.of(deliverAgain(open, behaviour, changedId));
        }
        var content = taken(behaviour.mostTelegrams());
        if (content.isEmpty()) {
            return Optional.empty();
        }
        var output = new SimulatedOutput(nextId(), false, 1, List.copyOf(content));
        if (outputs.size() == MOST_OUTPUTS_KEPT) {
            outputs.remove(0);
        }
        outputs.add(output);
        return Optional.of(output);
    }

    private SimulatedOutput deliverAgain(int place, Behaviour behaviour, boolean changedId) {
        var output = outputs.get(place);
        var content = new ArrayList<>(output.telegrams());
        if (behaviour.redelivery() == Redelivery.NEWER_ADDED) {
            content.addAll(taken(behaviour.mostTelegrams() - content.size()));
        }
        var again = output.deliveredWith(changedId ? nextId() : output.outputId(), content);
        outputs.set(place, again);
        return again;
    }

    /** @return whether the confirmation is accepted */
    synchronized boolean confirm(String outputId, ConfirmedAgain again) {
        for (int place = 0; place < outputs.size(); place++) {
            var output = outputs.get(place);
            if (output.outputId().equals(outputId)) {
                outputs.set(place, output.confirm());
                return !output.confirmed() || again == ConfirmedAgain.ACCEPTED;
            }
        }
        return false;
    }

    synchronized boolean redeliversNext() {
        return openOutput() >= 0;
    }

    /** How many telegrams are in no output yet. */
    synchronized int waiting() {
        return waiting.size();
    }

    /** The latest outputs, the oldest first. */
    synchronized List<SimulatedOutput> outputs() {
        return List.copyOf(outputs);
    }

    /** How many telegrams the next answer would hold. */
    synchronized int nextSize(Behaviour behaviour) {
        int open = openOutput();
        int held = open < 0 ? 0 : outputs.get(open).telegrams().size();
        boolean grows = open < 0 || behaviour.redelivery() == Redelivery.NEWER_ADDED;
        return grows ? Math.max(held, Math.min(behaviour.mostTelegrams(), held + waiting.size())) : held;
    }

    /** At most one output is unconfirmed at a time, and it is the last. */
    private int openOutput() {
        int last = outputs.size() - 1;
        return last >= 0 && !outputs.get(last).confirmed() ? last : -1;
    }

    private List<String> taken(int most) {
        var content = new ArrayList<String>();
        while (content.size() < most && !waiting.isEmpty()) {
            content.add(waiting.remove());
        }
        return content;
    }

    private String nextId() {
        return hotel + String.format("%010d", ++idsGiven);
    }
}
