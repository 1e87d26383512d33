package io.toritsugi.confirm;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An output and how its confirmation stands. Times are those of the hotel's zone.
 *
 * @param telegrams how many it holds; repetitions count once
 * @param unresolved how many of them are neither imported nor settled by a person
 * @param settledBy {@code answer}, or {@code poll} where a later poll did not bring it again
 * @param code of the last failure; null when there was none
 */
@Schema(name = "Output")
record OutputLine(
        long id,
        @Schema(example = "SMP") String hotel,
        @Schema(example = "SMP0000000201") String outputId,

        @Schema(
                allowableValues = {"waiting", "due", "confirmed", "escalated"},
                description = "waiting: for its bookings (ALL_RESOLVED); escalated: a person has to look")
        String state,

        OffsetDateTime firstReceivedAt,
        OffsetDateTime lastReceivedAt,
        int timesReceived,
        long telegrams,
        long unresolved,
        int attempts,
        @Nullable OffsetDateTime nextAttemptAt,
        @Nullable OffsetDateTime confirmedAt,

        @Schema(allowableValues = {"answer", "poll"}) @Nullable
        String settledBy,

        @Nullable String code,

        @Schema(description = "In the language of Accept-Language") @Nullable
        String message) {}
