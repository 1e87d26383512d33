package io.toritsugi.retry;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One action on a frozen set of failures, as it stands now.
 *
 * @param hotel null when it is about all hotels
 * @param wave 1: one failure, 2: ten more, 3: the rest
 * @param met which failure came again, and on which item; null unless it is paused
 */
@Schema(name = "BulkOperation")
record BulkOperation(
        UUID id,
        @Schema(example = "SMP") @Nullable String hotel,

        @Schema(allowableValues = {"retry", "assign", "dismiss", "snooze"})
        String action,

        @Schema(implementation = BulkWanted.Arguments.class) JsonNode arguments,
        @Schema(implementation = BulkWanted.Filter.class) JsonNode filter,
        @Nullable String reason,

        @Schema(allowableValues = {"canary", "running", "paused", "cancelled", "done"})
        String state,

        @Schema(description = "1: one failure; 2: ten more; 3: the rest")
        int wave,

        int total,
        int done,
        int failed,
        int skipped,
        int pending,

        @Schema(
                implementation = Met.class,
                description = "Why it is paused: the failure that came again, and on which item")
        @Nullable
        JsonNode met,

        String requestedBy,
        OffsetDateTime requestedAt,
        @Nullable OffsetDateTime endedAt) {

    /**
     * What it met: a failure that came again. Stored as JSON and shown as it is stored.
     *
     * @param position which item of the set
     * @param code null where the failure has none
     */
    @Schema(name = "BulkOperationMet")
    record Met(long failureId, int position, @Nullable String code, String fingerprint) {}

    /**
     * What became of one failure of the set.
     *
     * @param result {@code resolved}, {@code dismissed}, {@code snoozed}, or how the failure stands; null while pending
     * @param reason the code of a failure or of a problem: why it was skipped or failed; null otherwise
     * @param message the same in words
     */
    @Schema(name = "BulkOperationItem")
    record Item(
            int position,
            long failureId,

            @Schema(allowableValues = {"pending", "done", "failed", "skipped"})
            String state,

            @Nullable String result,
            @Schema(example = "failure.closed") @Nullable String reason,
            @Nullable String message,
            @Nullable OffsetDateTime endedAt) {}
}
