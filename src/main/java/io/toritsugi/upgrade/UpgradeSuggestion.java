package io.toritsugi.upgrade;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an {@link UpgradeRequest}, in the form of the API.
 *
 * @param requestedAvailable whether the requested type is free on every night after all
 * @param options best first; empty exactly when {@code none} is there
 * @param none the proof that there is no option; null exactly when there is one
 * @param hierarchyVersion the version of relations and rules that this was decided by
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record UpgradeSuggestion(
        boolean requestedAvailable,
        List<Option> options,
        @Nullable None none,
        long hierarchyVersion) {

    /** The first option; empty when there is none. */
    public Optional<Option> best() {
        return options.isEmpty() ? Optional.empty() : Optional.of(options.get(0));
    }

    /**
     * One type that is free every night and keeps the rules.
     *
     * @param path from the requested type to this one, both included
     * @param levels how many steps that is
     * @param priority of each step
     * @param priceDifference whole yen a night: base rate of this type less that of the requested one
     * @param displacementCost whole yen for the whole stay that the hotel is expected to lose because these rooms are taken
     *     from guests who would still book them; null where the hotel does not ask for it
     */
    @Schema(name = "UpgradeOption")
    public record Option(
            String roomType,
            List<String> path,
            int levels,
            List<Integer> priority,
            int priceDifference,
            List<FreeNight> nights,
            @Nullable Long displacementCost) {}

    /** How many rooms of an option are free on a night. */
    @Schema(name = "UpgradeNight")
    public record FreeNight(LocalDate date, int free) {}

    /** Why nothing fits: the requested type and every type in reach with what blocks it; never empty (R1.4). */
    @Schema(name = "NoUpgrade")
    public record None(List<Reason> reasons) {}

    /**
     * What blocks one type. A type that several things block has a reason for each; of several full nights the first is named.
     *
     * @param code {@code upgrade.full}, {@code upgrade.capacity}, {@code upgrade.rule.…}, {@code upgrade.no_relation}
     * @param night the first night that blocks; null where no night does
     * @param detail the numbers behind it as {@code name=value}, in no language; null where there are none
     */
    @Schema(name = "NoUpgradeReason")
    public record Reason(
            String roomType,
            String code,
            @Nullable LocalDate night,
            @Nullable String detail) {}
}
