package io.toritsugi.conformance.suite;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The cases of the suite, in the order in which they are played. */
public final class Catalogue {

    private static final List<ConformanceCase> CASES = Stream.of(
                    MessageCases.all(),
                    AccessCases.all(),
                    BookingCases.all(),
                    RoomCases.all(),
                    OrderCases.all(),
                    PollingCases.all(),
                    LoadCases.all())
            .flatMap(Collection::stream)
            .toList();

    private Catalogue() {}

    public static List<ConformanceCase> all() {
        return CASES;
    }

    /**
     * The cases of these names, in the order of the catalogue.
     *
     * @throws IllegalArgumentException when there is none of such a name
     */
    public static List<ConformanceCase> named(Collection<String> names) {
        var known = CASES.stream().map(ConformanceCase::name).toList();
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("There is no case " + name + "; there are " + known);
        });
        return CASES.stream().filter(listed -> names.contains(listed.name())).toList();
    }
}
