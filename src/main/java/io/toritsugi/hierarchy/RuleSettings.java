package io.toritsugi.hierarchy;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.swagger.v3.oas.annotations.media.Schema;
import io.toritsugi.api.ProblemException;
import io.toritsugi.hierarchy.UpgradeRules.Blackout;
import io.toritsugi.hierarchy.UpgradeRules.Placement;
import io.toritsugi.hierarchy.UpgradeRules.Smoking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a hotel as the API takes and shows them and as history keeps them. What is null or absent takes its default;
 * lists are in order and without repetition, so that equal rules are equal.
 */
@Schema(name = "HierarchyRules", description = "Null or absent is no limit, or the default")
record RuleSettings(
        @Nullable @Min(0) @Schema(description = "The most steps along the hierarchy")
        Integer maxUpgradeLevels,

        @Nullable @Min(0) @Schema(description = "Whole yen a night: base rate of the option less the requested type's")
        Integer priceDifferenceLimit,

        @Nullable @Min(0) @Schema(description = "The same, in percent of the requested type's base rate")
        Integer priceDifferenceLimitPercent,

        @Schema(description = "Whether the option must sleep all guests", defaultValue = "true", nullable = true)
        Boolean capacityRequired,

        @Schema(description = "Whether the option must be as the requested type", defaultValue = "any", nullable = true)
        Smoking smoking,

        @Size(max = 1000)
        @Schema(description = "No stay with such a night is upgraded; both dates included", nullable = true)
        List<@Valid BlackoutDates> blackoutDates,

        @Nullable @Min(0) @Schema(description = "A stay that begins within so many days is not moved by a cascade")
        Integer freezeDays,

        @Schema(
                description = "Whether the expected loss of the better type orders the options before anything else",
                defaultValue = "false",
                nullable = true)
        Boolean displacementFirst,

        @Size(max = 1000)
        @Schema(description = "Channels whose bookings are never upgraded, as `jalan`", nullable = true)
        List<@NotBlank @Size(max = 100) String> excludedChannels,

        @Size(max = 1000) @Schema(description = "Plan codes whose bookings are never upgraded", nullable = true)
        List<@NotBlank @Size(max = 100) String> excludedPlans,

        @Valid @Schema(description = "What the import does with a suggestion", nullable = true)
        PlacementSettings placement) {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    RuleSettings {
        capacityRequired = Objects.requireNonNullElse(capacityRequired, true);
        smoking = Objects.requireNonNullElse(smoking, Smoking.ANY);
        blackoutDates = given(blackoutDates).stream()
                .filter(Objects::nonNull)
                .distinct()
                .sorted(comparing(BlackoutDates::from, nullsFirst(naturalOrder()))
                        .thenComparing(BlackoutDates::to, nullsFirst(naturalOrder())))
                .toList();
        displacementFirst = Objects.requireNonNullElse(displacementFirst, false);
        // The names of channels are lower case throughout; "Jalan" would otherwise never match and nobody see why.
        excludedChannels = names(excludedChannels, name -> name.toLowerCase(Locale.ROOT));
        excludedPlans = names(excludedPlans, UnaryOperator.identity());
        placement = Objects.requireNonNullElse(placement, PlacementSettings.DEFAULT);
    }

    private static <T> List<T> given(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static List<String> names(@Nullable List<String> names, UnaryOperator<String> spelling) {
        return given(names).stream()
                .filter(Objects::nonNull)
                .map(String::strip)
                .map(spelling)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Refuses periods that end before they begin, or lie beyond any calendar.
     *
     * @throws ProblemException {@code request.invalid}
     */
    RuleSettings checked() {
        for (int period = 0; period < blackoutDates.size(); period++) {
            var blackout = blackoutDates.get(period);
            if (blackout.from.isBefore(EARLIEST)
                    || blackout.to.isAfter(LATEST)
                    || blackout.to.isBefore(blackout.from)) {
                throw ProblemException.ofField("blackoutDates[" + period + "].to");
            }
        }
        return this;
    }

    /** The same for who decides by them. */
    UpgradeRules rules() {
        return new UpgradeRules(
                maxUpgradeLevels,
                priceDifferenceLimit,
                priceDifferenceLimitPercent,
                capacityRequired,
                smoking,
                blackoutDates.stream()
                        .map(dates -> new Blackout(dates.from, dates.to))
                        .toList(),
                freezeDays,
                displacementFirst,
                Set.copyOf(excludedChannels),
                Set.copyOf(excludedPlans),
                new Placement(placement.mode, placement.maxLevels, placement.maxPriceDifference));
    }

    /** Nights on which nobody is upgraded. */
    @Schema(name = "HierarchyBlackout")
    record BlackoutDates(@NotNull LocalDate from, @NotNull LocalDate to) {}

    /** What the import does with a suggestion; its limits hold beside the rules. */
    @Schema(name = "HierarchyPlacement")
    record PlacementSettings(
            @Schema(description = "`suggest`: a person decides", defaultValue = "suggest", nullable = true)
            Placement.Mode mode,

            @Nullable @Min(0) @Schema(description = "The most steps to be placed without a person")
            Integer maxLevels,

            @Nullable
            @Min(0)
            @Schema(description = "The largest price difference to be placed without a person, in yen")
            Integer maxPriceDifference) {

        static final PlacementSettings DEFAULT = new PlacementSettings(Placement.Mode.SUGGEST, null, null);

        PlacementSettings {
            mode = Objects.requireNonNullElse(mode, Placement.Mode.SUGGEST);
        }
    }
}
