package io.toritsugi.hierarchy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What limits the upgrades of a hotel (R5.5). Null means no limit.
 *
 * @param maxUpgradeLevels the most steps along the hierarchy
 * @param priceDifferenceLimit whole yen a night: base rate of the option less that of the requested type
 * @param priceDifferenceLimitPercent the same in percent of the requested type's base rate
 * @param capacityRequired whether the option must sleep all guests of the room
 * @param smoking whether the option must be as the requested type
 * @param blackouts periods on whose nights nobody is upgraded
 * @param freezeDays a stay that begins within so many days is not moved by a cascade
 * @param displacementFirst whether options are ordered by the expected loss of the better type before anything else
 * @param excludedChannels names of channels whose bookings are never upgraded
 * @param excludedPlans plan codes whose bookings are never upgraded
 * @param placement what the import does with a suggestion
 */
public record UpgradeRules(
        @Nullable Integer maxUpgradeLevels,
        @Nullable Integer priceDifferenceLimit,
        @Nullable Integer priceDifferenceLimitPercent,
        boolean capacityRequired,
        Smoking smoking,
        List<Blackout> blackouts,
        @Nullable Integer freezeDays,
        boolean displacementFirst,
        Set<String> excludedChannels,
        Set<String> excludedPlans,
        Placement placement) {

    /** The rules of a hotel that has set none. */
    public static final UpgradeRules NONE = new UpgradeRules(
            null, null, null, true, Smoking.ANY, List.of(), null, false, Set.of(), Set.of(), Placement.SUGGEST_ONLY);

    public UpgradeRules {
        blackouts = List.copyOf(blackouts);
        excludedChannels = Set.copyOf(excludedChannels);
        excludedPlans = Set.copyOf(excludedPlans);
    }

    /** Whether smoking decides. */
    public enum Smoking {
        MATCH,
        ANY;

        /** The spelling of the API and of the database. */
        @JsonValue
        String spelling() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Nights on which nobody is upgraded; both dates included. */
    public record Blackout(LocalDate from, LocalDate to) {}

    /**
     * What the import does when the booked type is full and another is free. The limits hold beside the rules above, for
     * placing without a person only; null means no further limit.
     *
     * @param maxLevels the most steps along the hierarchy
     * @param maxPriceDifference whole yen a night: base rate of the option less that of the booked type
     */
    public record Placement(
            Mode mode,
            @Nullable Integer maxLevels,
            @Nullable Integer maxPriceDifference) {

        /** A person decides; the default. */
        public static final Placement SUGGEST_ONLY = new Placement(Mode.SUGGEST, null, null);

        /** Who decides. */
        public enum Mode {
            SUGGEST,
            AUTOMATIC;

            /** The spelling of the API and of the database. */
            @JsonValue
            String spelling() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }
}
