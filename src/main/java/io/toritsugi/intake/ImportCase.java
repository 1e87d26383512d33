package io.toritsugi.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One telegram with all that happened to it.
 *
 * @param via how it came: {@code http}, {@code sftp} or {@code poll}; null while its delivery is still arriving
 * @param sentAt what the sender's clock said, in the hotel's local time
 * @param bytes its length as stored
 * @param sha256 of the bytes as stored, hexadecimal
 * @param timeline in order; begins with {@code received}
 */
@Schema(name = "ImportCase")
record ImportCase(
        @JsonUnwrapped ImportLine telegram,

        @Schema(allowableValues = {"http", "sftp", "poll"}) @Nullable
        String via,

        @Nullable LocalDateTime sentAt,
        long bytes,
        String sha256,
        List<Event> timeline) {

    /**
     * Something that happened to a telegram. What does not belong to an event is left out.
     *
     * @param what for an attempt its trigger; for an action which; for a closed failure how it ended; for an incident its state
     *     now; for the reservation what was done to it
     * @param message a refusal in words
     * @param telegram the repetition
     * @param who whose action it was
     * @param reason which reason was given
     */
    @Schema(name = "ImportEvent")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Event(
            OffsetDateTime at,

            @Schema(
                    allowableValues = {
                        "received",
                        "attempt",
                        "failure_opened",
                        "failure_action",
                        "failure_closed",
                        "incident",
                        "reservation",
                        "repeated"
                    })
            String event,

            @Schema(
                    description =
                            "attempt: initial, retry, manual; failure_action: retry, dismiss, …; failure_closed: "
                                    + "healed, superseded, dismissed; incident: its state now; reservation: imported, modified, cancelled")
            @Nullable
            String what,

            @Schema(description = "Of an attempt or a repetition") @Nullable
            String outcome,

            @JsonProperty("class") @Nullable String failureClass,
            @Nullable String code,
            @Nullable String message,

            @Schema(description = "How long the attempt took, in microseconds") @Nullable
            Long durationMicros,

            @Schema(description = "The repetition's number") @Nullable
            Long telegram,

            @Nullable Long failure,
            @Nullable Long incident,
            @Nullable UUID reservation,
            @Nullable Long revision,
            @Nullable String who,
            @Nullable String reason) {}
}
