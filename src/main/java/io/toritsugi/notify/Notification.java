package io.toritsugi.notify;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An incident, as people are shown it. Times are those of the hotel's zone, UTC where it concerns the whole house.
 *
 * @param hotel null where it concerns the whole house
 * @param failureClass null where no telegram failed
 * @param message what happened, in words
 * @param occurrences how many telegrams it has gathered
 * @param resolution how it ended: {@code healed}, {@code dismissed}; null while it lives
 */
@Schema(name = "Notification")
record Notification(
        long id,
        @Schema(example = "SMP") @Nullable String hotel,

        @Schema(allowableValues = {"open", "acknowledged", "resolved"})
        String state,

        @Schema(allowableValues = {"info", "warning", "critical"})
        String severity,

        @Schema(example = "import") String category,
        @Schema(example = "mapping.unknown_code") String code,

        @JsonProperty("class") @Schema(example = "ROOM_MAPPING") @Nullable
        String failureClass,

        @Schema(description = "In the language of Accept-Language")
        String message,

        @Schema(description = "The same for all failures of one cause")
        String fingerprint,

        long occurrences,
        OffsetDateTime firstSeen,
        OffsetDateTime lastSeen,
        @Nullable String acknowledgedBy,
        @Nullable OffsetDateTime acknowledgedAt,

        @Schema(description = "Why it was acknowledged") @Nullable
        String acknowledgement,

        @Nullable OffsetDateTime resolvedAt,
        @Nullable String resolution) {}
