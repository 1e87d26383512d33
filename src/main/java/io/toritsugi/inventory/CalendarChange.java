package io.toritsugi.inventory;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something that holds for a type from the night {@code from} to the one before {@code to}. */
sealed interface CalendarChange {

    /** The code of the type. */
    String roomType();

    LocalDate from();

    LocalDate to();

    /** So many rooms may be sold beyond those there are; 0 takes the permission back. */
    @Schema(name = "OverbookingWanted")
    record Overbooking(
            @NotBlank @Schema(example = "TWN") String roomType,
            @NotNull LocalDate from,

            @NotNull @Schema(description = "The night after the last")
            LocalDate to,

            @NotNull @Min(0) @Max(1000) @Schema(example = "2", description = "0 takes the permission back")
            Integer rooms)
            implements CalendarChange {}

    /** The rate of dates; null brings the base rate back. */
    @Schema(name = "RatesWanted")
    record Rates(
            @NotBlank @Schema(example = "TWN") String roomType,
            @NotNull LocalDate from,

            @NotNull @Schema(description = "The night after the last")
            LocalDate to,

            @Nullable @Size(min = 1, max = 7) @Schema(description = "Only nights of these days; absent: all")
            Set<DayOfWeek> weekdays,

            @Nullable
            @Min(0)
            @Max(100_000_000)
            @Schema(example = "18000", description = "Whole yen a night; null: the base rate again")
            Integer amount)
            implements CalendarChange {

        /** The days of the week that are meant. */
        Set<DayOfWeek> days() {
            return weekdays == null ? EnumSet.allOf(DayOfWeek.class) : weekdays;
        }
    }

    /** Marks nights as not to be sold, or takes the mark away. */
    @Schema(name = "StopSellsWanted")
    record StopSells(
            @NotBlank @Schema(example = "TWN") String roomType,
            @NotNull LocalDate from,

            @NotNull @Schema(description = "The night after the last")
            LocalDate to,

            @NotNull Boolean stopped)
            implements CalendarChange {}
}
