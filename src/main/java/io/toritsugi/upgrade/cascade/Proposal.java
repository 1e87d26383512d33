package io.toritsugi.upgrade.cascade;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.inventory.RoomTypeRef;
import io.toritsugi.upgrade.cascade.CascadeQuestion.Purpose;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as it lies in its tables.
 *
 * @param state as in the table: proposed, applied, undone, rejected or outdated
 * @param failureId the failure that it would heal; null when there is none
 * @param freed the type that gets rooms; null for a day
 * @param window days before and after that were looked at
 * @param evidence in the form of {@link CascadeEvidence}
 * @param moves in their order
 */
record Proposal(
        UUID id,
        String state,
        Purpose purpose,
        @Nullable Long failureId,
        RoomTypeRef requested,
        LocalDate checkIn,
        LocalDate checkOut,
        int guests,
        int rooms,
        @Nullable RoomTypeRef freed,
        int window,
        int mostRooms,
        long cost,
        String method,
        JsonNode evidence,
        String proposedBy,
        OffsetDateTime proposedAt,
        @Nullable String appliedBy,
        @Nullable OffsetDateTime appliedAt,
        @Nullable String endedBy,
        @Nullable OffsetDateTime endedAt,
        List<ProposedMove> moves) {

    static final String PROPOSED = "proposed";
    static final String APPLIED = "applied";

    Proposal {
        moves = List.copyOf(moves);
    }

    /**
     * One room of it.
     *
     * @param revision of the reservation when it was proposed
     * @param appliedRevision the same right after it was applied; null before
     * @param end the day after the last night
     * @param cost whole yen that the better room is given away for
     * @param channel null when the reservation is gone, as are number and name
     */
    record ProposedMove(
            UUID reservation,
            int roomNo,
            RoomTypeRef from,
            RoomTypeRef to,
            int revision,
            @Nullable Integer appliedRevision,
            LocalDate first,
            LocalDate end,
            long cost,
            @Nullable String channel,
            @Nullable String bookingNumber,
            @Nullable String guest) {}

    /** The limits within which it was found. */
    CascadeLimits limits(CascadeSettings settings) {
        return new CascadeLimits(window, mostRooms, settings.timeLimit());
    }

    /** The type to which the failed booking has to be upgraded; null where it gets what it booked. */
    @Nullable
    String upgrade() {
        return freed == null || freed.id() == requested.id() ? null : freed.code();
    }
}
