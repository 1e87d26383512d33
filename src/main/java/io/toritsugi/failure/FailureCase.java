package io.toritsugi.failure;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A failure with all that is known of it.
 *
 * @param facts what the message names, for machines: the room codes, the nights, …
 * @param stage the step of the import route that refused it
 * @param fingerprint the same for all failures of one cause
 * @param resolution how it ended: {@code healed}, {@code superseded} or {@code dismissed}; null while open
 * @param translated the booking in the PMS's form; null when it could not be read
 * @param actions what people did about it, the first first
 */
@Schema(name = "FailureCase")
public record FailureCase(
        @JsonUnwrapped FailureLine failure,
        @Schema(description = "Why it happened") String cause,
        @Schema(description = "What to do next") String remedy,
        Map<String, String> facts,
        @Schema(example = "map") String stage,
        String fingerprint,

        @Schema(
                allowableValues = {"healed", "superseded", "dismissed"},
                description = "Null while open")
        @Nullable
        String resolution,

        @Nullable OffsetDateTime resolvedAt,

        @Schema(description = "When it left the cache: its output confirmed, its booking resolved") @Nullable
        OffsetDateTime archivedAt,

        OffsetDateTime createdAt,
        OffsetDateTime updatedAt,

        @Schema(type = "object", description = "The booking in the PMS's form; without names for VIEWER") @Nullable
        JsonNode translated,

        List<Action> actions) {

    /**
     * A hand that was laid on it.
     *
     * @param action {@code retry}, {@code dismiss}, …
     */
    @Schema(name = "FailureAction")
    public record Action(
            OffsetDateTime at,
            String who,
            String action,
            @Nullable String reason) {}
}
