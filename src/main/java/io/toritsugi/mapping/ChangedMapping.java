package io.toritsugi.mapping;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a change made of a mapping.
 *
 * @param before null when it is new
 * @param after null when it is no more
 */
public record ChangedMapping(
        @Nullable Mapping before, @Nullable Mapping after) {

    /** The room codes that may stand for another type by it. */
    public Set<String> codes() {
        return Stream.of(before, after)
                .filter(Objects::nonNull)
                .map(Mapping::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The first check-in date that it may concern. */
    public LocalDate first() {
        return edge(Mapping::validFrom, LocalDate.EPOCH, Comparator.naturalOrder());
    }

    /** The last check-in date that it may concern. */
    public LocalDate last() {
        return edge(Mapping::validTo, LocalDate.of(9999, 12, 30), Comparator.reverseOrder());
    }

    private LocalDate edge(
            Function<Mapping, @Nullable LocalDate> side, LocalDate endless, Comparator<LocalDate> outwards) {
        return Stream.of(before, after)
                .filter(Objects::nonNull)
                .map(mapping -> Objects.requireNonNullElse(side.apply(mapping), endless))
                .min(outwards)
                .orElse(endless);
    }

    /** How it is now, where it was not removed. */
    Mapping made() {
        return Objects.requireNonNull(after, "A removed mapping is nothing any more");
    }
}
