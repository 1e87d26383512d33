package io.toritsugi.inventory;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/** One type on one night as the calendar shows it; whole yen. */
record CalendarNight(
        @Schema(example = "TWN") String roomType,
        LocalDate date,
        @Schema(description = "Rooms in use") int rooms,

        @Schema(description = "Of these, not to be sold on this night")
        int outOfOrder,

        @Schema(description = "Allowed beyond the rooms, by decision of the house")
        int overbooking,

        int sold,

        @Schema(description = "rooms - outOfOrder - sold, never below 0")
        int free,

        @Schema(description = "How far sold is beyond the rooms that can be sold; 0 where it is not")
        int oversold,

        @Schema(description = "Whole yen: the rate of the date, else the base rate of the type", example = "14000")
        int rate,

        boolean stopSell) {}
