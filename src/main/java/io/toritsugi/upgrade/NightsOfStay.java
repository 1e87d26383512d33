package io.toritsugi.upgrade;

import io.toritsugi.inventory.AvailabilityGrid;
import io.toritsugi.upgrade.UpgradeSuggestion.FreeNight;
import io.toritsugi.upgrade.UpgradeSuggestion.Reason;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The nights of one stay in a hotel: which types have enough rooms on them, and which night is to blame where not. Not
 * thread-safe.
 */
final class NightsOfStay {

    private static final String FULL = "upgrade.full";

    private final UpgradeRequest request;
    private final AvailabilityGrid grid;
    private final int requested;
    private final int firstDay;
    private final int endDay;
    private @Nullable String lastNumbers;
    private int lastFree;
    private int lastShortNights;

    /** @param requested the position of the requested type */
    NightsOfStay(UpgradeRequest request, AvailabilityGrid grid, int requested) {
        this.request = request;
        this.grid = grid;
        this.requested = requested;
        firstDay = Math.toIntExact(request.checkIn().toEpochDay());
        endDay = Math.toIntExact(request.checkOut().toEpochDay());
    }

    /** Whether the type at a position has enough rooms on every night. */
    boolean enough(int type) {
        return grid.smallestFree(type, firstDay, endDay) >= request.rooms();
    }

    List<FreeNight> evidence(int type) {
        return new FreeNights(grid, type, firstDay, endDay - firstDay);
    }

    /** Whole yen that the hotel is expected to lose by giving these rooms away for the price of the requested ones. */
    long displacementCost(Candidate candidate, DemandModel demand) {
        if (candidate.priceDifference() <= 0) {
            return 0; // who takes a room that costs no more displaces nothing dearer
        }
        var demandForType = demand.of(candidate.type().id());
        double displaced = 0;
        for (int day = firstDay; day < endDay; day++) {
            displaced += demandForType.displaced(day, grid.free(candidate.position(), day), request.rooms());
        }
        return Math.round(displaced * candidate.priceDifference());
    }

    /** Whether the requested type lacks no room: as the caller knows, else as the grid tells. */
    boolean requestedAvailable() {
        return request.lacking().isEmpty() && enough(requested);
    }

    /** Why the requested type is no answer; only where it is not available. */
    Reason requestedFull() {
        if (request.lacking().isEmpty()) {
            return full(requested);
        }
        var night = request.lacking().first().night();
        return new Reason(
                request.requested().code(),
                FULL,
                night,
                freeAsKnown(night) + "rooms=" + request.rooms() + " nights="
                        + request.lacking().size());
    }

    /** The caller knows of rooms that were taken a moment ago: where the grid does not yet, its number would mislead. */
    private String freeAsKnown(LocalDate night) {
        int day = Math.toIntExact(night.toEpochDay());
        boolean agreed = day >= firstDay && day < endDay && grid.free(requested, day) < request.rooms();
        return agreed ? "free=" + grid.free(requested, day) + " " : "";
    }

    /** Why a type is full, with its first such night; only where it has not {@link #enough}. */
    Reason full(int type) {
        int first = firstDay;
        while (grid.free(type, first) >= request.rooms()) {
            first++;
        }
        int shortNights = 0;
        for (int day = first; day < endDay; day++) {
            shortNights += grid.free(type, day) < request.rooms() ? 1 : 0;
        }
        return new Reason(
                grid.types().get(type).code(),
                FULL,
                first == firstDay ? request.checkIn() : LocalDate.ofEpochDay(first),
                numbers(grid.free(type, first), shortNights));
    }

    /** The types of a full house mostly have the same numbers: they are put in words once. */
    private String numbers(int free, int shortNights) {
        if (lastNumbers == null || lastFree != free || lastShortNights != shortNights) {
            lastFree = free;
            lastShortNights = shortNights;
            lastNumbers = "free=" + free + " rooms=" + request.rooms() + " nights=" + shortNights;
        }
        return lastNumbers;
    }
}
