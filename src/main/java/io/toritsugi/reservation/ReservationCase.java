package io.toritsugi.reservation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;

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

        @Schema(
                type = "object",
                description = "Names as sent, contact, meals, options, remarks; without persons for VIEWER")
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
            @Schema(type = "object") JsonNode state) {}
}
