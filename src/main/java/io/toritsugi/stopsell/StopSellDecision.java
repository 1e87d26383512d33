package io.toritsugi.stopsell;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What was decided for a telegram that found no room, also that nothing is to be done.
 *
 * @param to the night after the last
 * @param reason the code of the decision; {@code message} says it in words, {@code next} what to do
 * @param stopSell the proposal that was made or joined, or that stopped the nights; null where there is none
 * @param times how often the same was decided, for the telegram is tried again and again
 */
@Schema(name = "StopSellDecision")
@JsonInclude(JsonInclude.Include.ALWAYS)
record StopSellDecision(
        long id,
        String hotel,
        String roomType,
        long telegramId,
        @Nullable Long failureId,
        @Nullable String channel,
        @Nullable String bookingNumber,
        LocalDate from,
        LocalDate to,
        @Schema(example = "no_group") String reason,
        String message,
        String next,
        @Nullable Long stopSell,
        int times,
        OffsetDateTime decidedAt,
        OffsetDateTime lastDecidedAt) {}
