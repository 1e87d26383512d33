package io.toritsugi.inventory;

import io.toritsugi.inventory.DriftedCounter.Counter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one grid has otherwise than another, number by number, on the nights that both have. Not thread-safe. */
final class GridComparison {

    private final AvailabilityGrid expected;
    private final AvailabilityGrid found;
    private final List<DriftedCounter> drifted = new ArrayList<>();

    private GridComparison(AvailabilityGrid expected, AvailabilityGrid found) {
        this.expected = expected;
        this.found = found;
    }

    static List<DriftedCounter> of(AvailabilityGrid expected, AvailabilityGrid found) {
        return expected.agreesWith(found) ? List.of() : new GridComparison(expected, found).compare();
    }

    private List<DriftedCounter> compare() {
        for (var facts : expected.types()) {
            int kept = found.indexOf(facts.id());
            if (kept < 0) {
                note(facts.code(), null, Counter.ROOM_TYPE, 1, 0);
            } else {
                compare(facts, found.types().get(kept));
                compareNights(facts.code(), expected.indexOf(facts.id()), kept);
            }
        }
        for (var facts : found.types()) {
            if (expected.indexOf(facts.id()) < 0) {
                note(facts.code(), null, Counter.ROOM_TYPE, 0, 1);
            }
        }
        return drifted;
    }

    private void compare(TypeFacts facts, TypeFacts kept) {
        note(facts.code(), null, Counter.CAPACITY, facts.capacity(), kept.capacity());
        note(facts.code(), null, Counter.SMOKING, number(facts.smoking()), number(kept.smoking()));
        note(facts.code(), null, Counter.BASE_RATE, facts.baseRate(), kept.baseRate());
    }

    private void compareNights(String type, int there, int here) {
        int end = Math.min(expected.endDay(), found.endDay());
        for (int day = Math.max(expected.firstDay(), found.firstDay()); day < end; day++) {
            var date = LocalDate.ofEpochDay(day);
            note(type, date, Counter.FREE, expected.free(there, day), found.free(here, day));
            note(
                    type,
                    date,
                    Counter.OVERBOOKING,
                    expected.sellable(there, day) - expected.free(there, day),
                    found.sellable(here, day) - found.free(here, day));
            note(type, date, Counter.STOP_SELL, number(expected.stopped(there, day)), number(found.stopped(here, day)));
        }
    }

    private void note(String type, @Nullable LocalDate date, Counter counter, int should, int is) {
        if (should != is) {
            drifted.add(new DriftedCounter(type, date, counter, should, is));
        }
    }

    private static int number(boolean holds) {
        return holds ? 1 : 0;
    }
}
