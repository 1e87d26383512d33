package io.toritsugi.upgrade.cascade;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** For what a cascade is looked for: a failure, a day, or a stay; and how far. */
@Schema(name = "CascadeWanted")
record CascadeRequest(
        @Nullable @Size(min = 1, max = 32) @Schema(example = "SGL")
        String roomType,

        @Nullable LocalDate checkIn,
        @Nullable LocalDate checkOut,

        @Nullable @Min(1) @Max(99) @Schema(description = "Of one room")
        Integer guests,

        @Nullable @Min(1) @Max(100) @Schema(description = "How many rooms of that type; 1 unless said")
        Integer rooms,

        @Nullable @Schema(description = "A night on which the type is oversold, in place of a stay")
        LocalDate date,

        @Nullable @Schema(description = "A failed booking that lacks rooms, in place of all the above")
        Long failureId,

        @Nullable
        @Min(0)
        @Max(CascadeSettings.WIDEST_WINDOW)
        @Schema(description = "Days before and after the nights whose bookings may be moved")
        Integer window,

        @Nullable @Min(1) @Max(CascadeSettings.MOST_ROOMS) @Schema(description = "How many rooms may be moved at most")
        Integer maxMoves) {}
