package io.toritsugi.upgrade;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * Whether a hotel has displacement costs reported, and from how much of its past they are estimated.
 *
 * @param historyDays nights before today whose bookings count
 */
record DisplacementPolicy(
        @NotNull @Schema(example = "true") Boolean reported,
        @NotNull @Min(14) @Max(730) @Schema(example = "90") Integer historyDays) {

    /** What holds for a hotel that has said nothing. */
    static final DisplacementPolicy DEFAULT = new DisplacementPolicy(true, 90);
}
