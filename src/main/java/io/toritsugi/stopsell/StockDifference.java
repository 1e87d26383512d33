package io.toritsugi.stopsell;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One difference between our stock and TL-Lincoln's, as the API shows it.
 *
 * @param roomType null for a group that stands for none of our types
 * @param group the net room-type group; null for a type without one, and where several groups together differ
 * @param to the night after the last
 * @param expected what we have; null where that is not the point
 * @param found what TL-Lincoln has; null where it does not say, or that is not the point
 * @param message what differs, in words
 * @param next what to do
 * @param proposal what to post to {@code /hotels/{hotel}/stop-sells} to mend it; null where no proposal mends it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record StockDifference(
        long id,
        @Schema(example = "open_though_stopped") String code,
        @Nullable String roomType,
        @Nullable String group,
        LocalDate from,
        LocalDate to,
        @Nullable Figure expected,
        @Nullable Figure found,
        String message,
        String next,
        @Nullable Proposal proposal) {

    /**
     * One side's figure.
     *
     * @param rooms left to sell; null where that side does not say
     * @param sale of ours {@code sell} or {@code stop}; of TL-Lincoln {@code not_set}, {@code on_sale}, {@code stopped},
     *     {@code stopped_for_now}, {@code unknown}; null where it is several
     */
    @Schema(name = "StockFigure")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Figure(@Nullable Integer rooms, @Nullable String sale) {}

    /** A body for {@code POST /hotels/{hotel}/stop-sells}. */
    @Schema(name = "StopSellToMend")
    record Proposal(String roomType, LocalDate from, LocalDate to, StopSellAction action, boolean reopens) {}
}
