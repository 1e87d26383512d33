package io.toritsugi.reservation;

import io.toritsugi.upgrade.UpgradeSuggestion;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was tried for a stay that did not simply get what was booked: the evidence of what was decided.
 *
 * @param stay as it was placed, or as it would have been
 * @param kept the rooms that kept the other type that they had
 * @param ended the rooms that could not keep it
 * @param given the rooms that a rule gave another type
 * @param suggestion what else could be given, or the proof that nothing could; null when the stay was placed
 * @param lacking the nights that it was short of; empty when it was placed
 */
record TriedStay(
        MappedStay stay,
        List<Integer> kept,
        List<Ended> ended,
        List<PlaceByRule.Given> given,
        @Nullable UpgradeSuggestion suggestion,
        List<WaitsFor.Night> lacking) {

    /**
     * An upgrade that could not be kept.
     *
     * @param code {@code upgrade.full} or {@code upgrade.capacity}
     * @param nights the nights that were full; empty where the type is too small
     */
    record Ended(int room, String type, String code, List<LocalDate> nights) {}
}
