package io.toritsugi.retry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.toritsugi.failure.FailureClass;
import io.toritsugi.reservation.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a change of a mapping would do to what the hotel has in its cache and in its book (R3.3). Nothing of it is stored.
 *
 * @param counts how many would become what
 * @param items the failures that were tried, in the order in which saving would try them
 * @param failures open failures that it does not heal, with a code that stands for another type then, or for none
 * @param reservations rooms that stay as they are, and would be mapped otherwise if their OTA sent them again
 */
@Schema(name = "MappingPreview")
record MappingPreview(
        Counts counts,
        List<Item> items,
        Other<FailureMappedOtherwise> failures,
        Other<ReservationMappedOtherwise> reservations) {

    /**
     * How many failures would become what.
     *
     * @param concerned all that saving would make due
     * @param healed those that would end well: imported, modified and cancelled
     * @param closed those that would end because something newer of their booking stands
     * @param waiting those that would go on waiting, perhaps for another reason
     * @param probably those that were not tried, because there are too many or the time was up
     */
    @Schema(name = "MappingPreviewCounts")
    record Counts(
            int concerned,
            int healed,
            int imported,
            int modified,
            int cancelled,
            int closed,
            int waiting,
            int probably) {}

    /** A failure that would be tried, or is decided along with another one of its booking. */
    @Schema(name = "MappingPreviewItem")
    record Item(
            long failureId,
            long telegramId,
            @Nullable String channel,
            @Nullable String bookingNumber,
            @Nullable LocalDate arrival,

            @JsonProperty("class") @Schema(description = "Why it waits now")
            FailureClass failureClass,

            @Schema(example = "mapping.unknown_code") String code,
            Becomes becomes) {}

    /**
     * What it would become.
     *
     * @param roomTypes the types of the reservation's rooms then, in their order; null when it would be refused
     * @param failureClass why it would be refused; null when it would not
     * @param closes whether it would be over all the same: something newer of its booking stands
     */
    @Schema(name = "MappingPreviewOutcome")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Becomes(
            @Schema(
                    type = "string",
                    allowableValues = {"imported", "modified", "cancelled", "rejected"})
            Outcome outcome,

            @Nullable List<String> roomTypes,
            @JsonProperty("class") @Nullable FailureClass failureClass,
            @Nullable String code,

            @Schema(description = "In the language of Accept-Language") @Nullable
            String message,

            @Nullable Boolean closes) {}

    /**
     * Others that the change concerns.
     *
     * @param count how many there are
     * @param items the first of them, by arrival
     */
    record Other<T>(int count, List<T> items) {}

    /** An open failure; {@code wouldMapTo} is null when the code would stand for nothing. */
    @Schema(name = "FailureMappedOtherwise")
    record FailureMappedOtherwise(
            long failureId,
            long telegramId,
            @Nullable String channel,
            @Nullable String bookingNumber,
            @Nullable LocalDate arrival,
            String roomCode,
            String mappedTo,
            @Nullable String wouldMapTo) {}

    /** A room of a reservation; {@code wouldMapTo} is null when the code would stand for nothing. */
    @Schema(name = "ReservationMappedOtherwise")
    record ReservationMappedOtherwise(
            UUID reservation,
            String channel,
            String bookingNumber,
            LocalDate arrival,
            String roomCode,
            String mappedTo,
            @Nullable String wouldMapTo) {}
}
