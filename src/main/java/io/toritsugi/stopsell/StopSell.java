package io.toritsugi.stopsell;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stop-sell as the API shows it.
 *
 * @param to the night after the last
 * @param why the code of what gave rise to it; {@code message} says it in words
 * @param reopens whether nights that it stops are sold again by themselves, or proposed to be, when rooms are free
 * @param decision why it was decided so: a person's words, or words for the rule's reason; null where nobody said
 * @param next what to do now; null where nothing is
 * @param causes the telegrams that it serves
 * @param sendings its requests to TL-Lincoln, the oldest first
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record StopSell(
        long id,
        @Schema(example = "SMP") String hotel,
        @Schema(example = "TWN") String roomType,

        @Schema(description = "First night") LocalDate from,

        @Schema(description = "The night after the last") LocalDate to,

        StopSellAction action,

        @Schema(allowableValues = {"proposed", "approved", "sent", "failed", "dismissed"})
        String state,

        @Schema(example = "no_availability") String why,
        String message,
        @Nullable String next,
        boolean reopens,
        String proposedBy,
        OffsetDateTime proposedAt,
        @Nullable String decidedBy,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String decision,
        List<Cause> causes,
        List<Sending> sendings) {

    /**
     * A telegram that found no room.
     *
     * @param failureId its case; null when it has none any more
     * @param decision what was decided for it: {@code proposed}, {@code already_proposed}, {@code already_stopped}
     * @param times how often the same was decided for it, for it is tried again and again
     */
    @Schema(name = "StopSellCause")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Cause(
            long telegramId,
            @Nullable Long failureId,
            @Nullable String channel,
            @Nullable String bookingNumber,
            LocalDate from,
            LocalDate to,
            String decision,
            int times,
            OffsetDateTime decidedAt,
            OffsetDateTime lastDecidedAt) {}

    /**
     * One request.
     *
     * @param requestId by which TL-Lincoln knows it; never sent twice
     * @param state {@code due}, {@code unknown} (sent, or about to be, without an answer), {@code done}, {@code partly}, {@code failed}
     * @param givenUp whether its attempts are used up and a person has to look
     * @param dueAt when it is sent or asked for next; null when it is over
     * @param code of the last failure; null when there was none
     * @param message that failure in words
     * @param answer what TL-Lincoln said to it; null when nothing
     */
    @Schema(name = "StopSellSending")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Sending(
            @Schema(example = "7K2MXQ9A") String requestId,

            @Schema(allowableValues = {"due", "unknown", "done", "partly", "failed"})
            String state,

            boolean givenUp,
            int attempts,
            @Nullable OffsetDateTime dueAt,
            @Nullable String code,
            @Nullable String message,
            @Nullable String answer,
            List<AdjustmentRow> rows,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime endedAt) {}
}
