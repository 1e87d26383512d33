package io.toritsugi.mapping;

import java.util.Objects;
import java.util.Set;
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

    /** How it is now, where it was not removed. */
    Mapping made() {
        return Objects.requireNonNull(after, "A removed mapping is nothing any more");
    }
}
