package io.toritsugi.conformance.chaos;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** All that goes wrong, in the order in which it is played. */
final class Calamities {

    private static final List<ChaosCase> CASES = Stream.of(
                    KillCases.all(), DatabaseCases.all(), ClockCases.all(), LincolnCases.all(), DiskCases.all())
            .flatMap(Collection::stream)
            .toList();

    private Calamities() {}

    static List<ChaosCase> all() {
        return CASES;
    }

    /**
     * Those of these names, all where none is given.
     *
     * @throws IllegalArgumentException when there is none of such a name
     */
    static List<ChaosCase> named(List<String> names) {
        var known = CASES.stream().map(ChaosCase::name).toList();
        if (!known.containsAll(names)) {
            throw new IllegalArgumentException("Of " + names + " some are not among " + known);
        }
        return names.isEmpty()
                ? CASES
                : CASES.stream().filter(listed -> names.contains(listed.name())).toList();
    }
}
