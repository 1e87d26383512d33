package io.toritsugi.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One telegram in the import log. Times are those of the hotel's zone.
 *
 * @param line its place in the delivery, from 1
 * @param kind null when unreadable
 * @param outcome {@code pending} until it is decided
 * @param failureClass null unless rejected
 * @param message the failure in words; null unless rejected
 * @param original the first telegram of a repeated one; null otherwise
 * @param settledAt when the outcome was decided; null while pending
 */
@Schema(name = "Import")
record ImportLine(
        long id,
        @Schema(example = "SMP") String hotel,
        OffsetDateTime receivedAt,
        UUID delivery,
        int line,
        @Nullable String dataId,
        @Nullable String channel,
        @Nullable String bookingNumber,

        @Schema(
                allowableValues = {"NEW", "MODIFICATION", "CANCELLATION"},
                description = "Null when unreadable")
        @Nullable
        String kind,

        @Schema(allowableValues = {"imported", "modified", "cancelled", "rejected", "pending"})
        String outcome,

        @JsonProperty("class") @Schema(example = "ROOM_MAPPING") @Nullable
        String failureClass,

        @Schema(example = "mapping.unknown_code") @Nullable String code,

        @Schema(description = "In the language of Accept-Language") @Nullable
        String message,

        @Schema(description = "The reservation of its booking") @Nullable
        UUID reservation,

        List<String> flags,

        @Schema(description = "The first telegram, where this one is a repetition") @Nullable
        Long original,

        @Nullable OffsetDateTime settledAt) {}
