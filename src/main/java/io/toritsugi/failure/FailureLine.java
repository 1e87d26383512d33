package io.toritsugi.failure;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A failure as it is listed. Times are those of the hotel's zone.
 *
 * @param kind null when unreadable
 * @param message what happened, in words
 * @param nextAttemptAt when it is tried again by itself; null when it is not
 * @param arrival the check-in date; null when unknown
 * @param fingerprint the same for all failures of one cause
 * @param guest masked for who may not see guests; null when unknown, as for a cancellation
 * @param roomCode what the OTA calls the type of the first room; null when unknown
 * @param roomName its name at the OTA
 * @param nights of the whole stay
 * @param checkInTime when the guest said he comes, by the hotel's clock, as {@code 18:00}; null when nothing was said
 * @param suggestion upgrades, or the proof of none, in the form of the upgrades answer; null unless a room was lacking
 */
@Schema(name = "Failure")
public record FailureLine(
        long id,
        long telegramId,
        @Schema(example = "SMP") String hotel,
        @Nullable String channel,
        @Nullable String bookingNumber,

        @Schema(
                allowableValues = {"NEW", "MODIFICATION", "CANCELLATION"},
                description = "Null when unreadable")
        @Nullable
        String kind,

        @JsonProperty("class") FailureClass failureClass,
        @Schema(example = "mapping.unknown_code") String code,

        @Schema(description = "In the language of Accept-Language")
        String message,

        @Schema(allowableValues = {"waiting", "retrying", "escalated", "resolved", "dismissed"})
        String state,

        int attempts,
        @Nullable OffsetDateTime nextAttemptAt,

        @Schema(description = "The check-in date") @Nullable LocalDate arrival,

        @Schema(description = "The same for all failures of one cause")
        String fingerprint,

        @Schema(description = "Masked for VIEWER") @Nullable String guest,

        @Schema(example = "0011", description = "Of the first room, as the OTA says") @Nullable
        String roomCode,

        @Nullable String roomName,
        @Nullable Integer nights,

        @Schema(example = "18:00", description = "When the guest said he comes, by the hotel's clock") @Nullable
        String checkInTime,

        @Schema(ref = "#/components/schemas/UpgradeSuggestion") @Nullable
        JsonNode suggestion) {}
