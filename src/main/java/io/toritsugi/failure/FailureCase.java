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
 * @param resolution how it ended: {@code healed}, {@code superseded} or {@code dismissed}; null while open
 * @param translated the booking in the PMS's form; null when it could not be read
 * @param snoozedUntil until when it is left alone; null unless somebody said so and the time is still to come
 * @param version counts what happened to it; to be sent back with an action, so that of two people who act at once the second
 *     is told
 * @param actions what people did about it, the first first
 * @param possibleActions what the caller can do about it, and why not
 */
@Schema(name = "FailureCase")
public record FailureCase(
        @JsonUnwrapped FailureLine failure,
        @Schema(description = "Why it happened") String cause,
        @Schema(description = "What to do next") String remedy,
        Map<String, String> facts,
        @Schema(example = "map") String stage,

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

        @Schema(ref = "#/components/schemas/Booking") @Nullable
        JsonNode translated,

        @Schema(description = "Null unless it is left alone until then") @Nullable
        OffsetDateTime snoozedUntil,

        @Schema(description = "To be sent back with an action")
        int version,

        List<Action> actions,
        List<Possible> possibleActions) {

    /**
     * A hand that was laid on it.
     *
     * @param action {@code retry}, {@code dismiss}, …
     * @param changes what was changed in the booking, a list of {@code field}, {@code before}, {@code after}; null when nothing
     *     was, and for who may not see guests
     */
    @Schema(name = "FailureAction")
    public record Action(
            OffsetDateTime at,
            String who,

            @Schema(allowableValues = {"retry", "assign", "edit", "dismiss", "snooze", "note"})
            String action,

            @Nullable String reason,

            @Schema(
                    implementation = FailureActions.Change[].class,
                    description = "Null when nothing was changed, and for VIEWER")
            @Nullable
            JsonNode changes) {}

    /**
     * Something that can be done about it, or why it cannot.
     *
     * @param code which problem the call would be answered with; null when it is allowed
     * @param message the same in words
     */
    @Schema(name = "FailureActionPossible")
    public record Possible(
            @Schema(allowableValues = {"retry", "assign", "edit", "dismiss", "snooze", "note", "map"})
            String action,

            boolean allowed,
            @Schema(example = "failure.closed") @Nullable String code,
            @Nullable String message) {}
}
