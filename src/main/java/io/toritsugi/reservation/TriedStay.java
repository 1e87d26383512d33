package io.toritsugi.reservation;

import io.toritsugi.upgrade.UpgradeSuggestion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was tried for a stay that did not simply get what was booked.
 *
 * @param stay as it was placed, or as it would have been
 * @param rooms why its rooms are of the types that they are; only those about which something was decided
 * @param suggestion what else could be given, or the proof that nothing could; null when the stay was placed
 * @param lacking the nights that it was short of; empty when it was placed
 * @param others of each other type that a rule could have given, the nights that it was short of itself
 */
record TriedStay(
        MappedStay stay,
        List<DecidedRoom> rooms,
        @Nullable UpgradeSuggestion suggestion,
        List<WaitsFor.Night> lacking,
        List<List<WaitsFor.Night>> others) {

    static TriedStay placed(MappedStay stay, List<DecidedRoom> rooms) {
        return new TriedStay(stay, rooms, null, List.of(), List.of());
    }

    /** How it came that a room is of this type. */
    enum Way {
        /** It keeps what it was given before. */
        KEPT,
        /** What it was given before does not fit any more. */
        ENDED,
        /** A rule gave it another type. */
        PLACED,
        /** A person gave it another type. */
        BY_HAND
    }

    /** One room, by its number from 1, with the evidence in the form of a suggestion. */
    record DecidedRoom(int number, Way way, UpgradeSuggestion evidence) {}
}
