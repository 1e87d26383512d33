package io.toritsugi.upgrade;

import io.toritsugi.inventory.AvailabilityGrid;
import io.toritsugi.inventory.TypeFacts;
import io.toritsugi.upgrade.UpgradeSuggestion.FreeNight;
import io.toritsugi.upgrade.UpgradeSuggestion.Reason;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * The free rooms of the requested type and of all candidates on the nights of one stay, read once: options and proofs that
 * are made of it agree with each other whatever is booked meanwhile.
 */
final class NightsOfStay {

    private final UpgradeRequest request;
    private final int firstDay;
    private final int nights;
    private final int[] free;

    NightsOfStay(UpgradeRequest request, AvailabilityGrid grid, int requested, Candidate[] candidates) {
        this.request = request;
        firstDay = Math.toIntExact(request.checkIn().toEpochDay());
        nights = Math.toIntExact(request.checkOut().toEpochDay()) - firstDay;
        free = new int[(candidates.length + 1) * nights];
        for (int at = 0; at < candidates.length; at++) {
            read(grid, candidates[at].position(), at);
        }
        read(grid, requested, candidates.length);
    }

    private void read(AvailabilityGrid grid, int type, int row) {
        int offset = row * nights;
        for (int night = 0; night < nights; night++) {
            free[offset + night] = grid.free(type, firstDay + night);
        }
    }

    /** Whether a candidate has enough rooms on every night. */
    boolean enough(int candidate) {
        int end = (candidate + 1) * nights;
        for (int at = candidate * nights; at < end; at++) {
            if (free[at] < request.rooms()) {
                return false;
            }
        }
        return true;
    }

    List<FreeNight> evidence(int candidate) {
        return new FreeNights(free, candidate * nights, firstDay, nights);
    }

    /** Whole yen that the hotel is expected to lose by giving these rooms away for the price of the requested ones. */
    long displacementCost(int candidate, Candidate type, DemandModel demand) {
        if (type.priceDifference() <= 0) {
            return 0; // who takes a room that costs no more displaces nothing dearer
        }
        double displaced = 0;
        var typeDemand = demand.of(type.type().id());
        for (int night = 0; night < nights; night++) {
            displaced += typeDemand.displaced(firstDay + night, free[candidate * nights + night], request.rooms());
        }
        return Math.round(displaced * type.priceDifference());
    }

    /** Whether the requested type lacks no room: as the caller knows, else as it was read. */
    boolean requestedAvailable() {
        return request.lacking().isEmpty() && enough(requestedRow());
    }

    /** The reason why the requested type is no answer; only where it is not available. */
    Reason requestedFull() {
        int row = requestedRow();
        if (request.lacking().isEmpty()) {
            return full(row, request.requested().code());
        }
        var first = request.lacking().first().night();
        int night = Math.toIntExact(first.toEpochDay()) - firstDay;
        boolean agreed = night >= 0 && night < nights && free[row * nights + night] < request.rooms();
        return full(
                request.requested().code(),
                first,
                agreed ? "free=" + free[row * nights + night] + " " : "",
                request.lacking().size());
    }

    /** The reason why a candidate is full, with its first night; only where it has not {@link #enough}. */
    Reason full(int candidate, TypeFacts type) {
        return full(candidate, type.code());
    }

    private Reason full(int row, String code) {
        var numbers = Arrays.copyOfRange(free, row * nights, (row + 1) * nights);
        int shortNights = 0;
        int first = -1;
        for (int night = nights - 1; night >= 0; night--) {
            if (numbers[night] < request.rooms()) {
                shortNights++;
                first = night;
            }
        }
        return full(code, LocalDate.ofEpochDay((long) firstDay + first), "free=" + numbers[first] + " ", shortNights);
    }

    private Reason full(String code, LocalDate night, String freeRooms, int shortNights) {
        return new Reason(
                code, "upgrade.full", night, freeRooms + "rooms=" + request.rooms() + " nights=" + shortNights);
    }

    private int requestedRow() {
        return free.length / nights - 1;
    }
}
