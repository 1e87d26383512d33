package io.toritsugi.reservation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import io.toritsugi.booking.GuestName;
import io.toritsugi.booking.Settlement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reservation with all that is known of it and how it came to be.
 *
 * @param standingTelegram the new or modification that it shows
 * @param details what is shown and never searched: names as sent, contact, meals, options, discounts, remarks
 * @param revisions the first first
 */
@Schema(name = "ReservationCase")
record ReservationCase(
        @JsonUnwrapped ShownReservation reservation,

        @Schema(description = "The number of the telegram that it shows; see /imports/{telegramId}")
        long standingTelegram,

        OffsetDateTime createdAt,
        OffsetDateTime updatedAt,

        @Schema(description = "Not to be moved by a cascade")
        boolean locked,

        @Schema(description = "A guest whom no cascade moves")
        boolean vip,

        @Schema(description = "Names as sent, contact, meals, options, remarks; without persons for VIEWER")
        JsonNode details,

        List<Revision> revisions) {

    /**
     * The reservation as one change left it.
     *
     * @param change {@code imported}, {@code modified}, {@code cancelled}, or {@code moved} where the house moved rooms
     * @param telegramId the telegram that made it; of a move the one that stood
     */
    @Schema(name = "ReservationRevision")
    record Revision(
            int revision,
            OffsetDateTime recordedAt,

            @Schema(allowableValues = {"imported", "modified", "cancelled", "moved"})
            String change,

            long telegramId,
            @Schema(implementation = RevisionState.class) JsonNode state) {}

    /** What a revision keeps of the reservation, as JSON; all but the first three are missing where no stay was known. */
    @Schema(name = "ReservationRevisionState")
    record RevisionState(
            String status,
            @Nullable Long cancellationCharge,
            List<String> flags,
            @Nullable LocalDate checkIn,
            @Nullable LocalDate checkOut,
            @Nullable GuestName guest,
            @Nullable List<RevisionRoom> rooms,
            @Nullable Long roomTotal,
            @Nullable Long optionsTotal,
            @Nullable Long headerTotal,
            @Nullable Long discountTotal,
            @Nullable Settlement settlement,
            @Nullable Long dueOnSite,
            @Nullable String planCode,
            @Nullable String planName) {}

    /** A room of such a state; without types where its code was not mapped. */
    @Schema(name = "ReservationRevisionRoom")
    record RevisionRoom(
            String code,
            @Nullable String bookedType,
            @Nullable String assignedType,
            @Nullable String chargedType,
            int adults,
            int children,
            LocalDate firstNight,
            List<Integer> amounts) {}
}
