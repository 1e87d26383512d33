package io.toritsugi.upgrade;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an {@link UpgradeRequest}, in the form of the API.
 *
 * @param requestedAvailable whether the requested type is free on every night after all
 * @param options best first; empty exactly when {@code none} is there
 * @param none the proof that there is no option; null exactly when there is one
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record UpgradeSuggestion(
        boolean requestedAvailable,
        List<Option> options,
        @Nullable None none) {

    /** One type that is free every night and keeps the rules. */
    public record Option(
            String roomType,
            List<String> path,
            int levels,
            List<Integer> priority,
            int priceDifference,
            List<FreeNight> nights) {}

    /** How many rooms of an option are free on a night. */
    public record FreeNight(LocalDate date, int free) {}

    /** Why nothing fits: every type that was looked at with what blocks it. */
    public record None(List<Reason> reasons) {}

    /**
     * What blocks one type.
     *
     * @param code {@code upgrade.full}, {@code upgrade.no_relation}, …
     * @param night the night that blocks; null where a rule or a missing relation does
     */
    public record Reason(
            String roomType,
            String code,
            @Nullable LocalDate night,
            @Nullable String detail) {}
}
