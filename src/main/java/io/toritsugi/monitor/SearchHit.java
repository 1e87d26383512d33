package io.toritsugi.monitor;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that the search found.
 *
 * @param id of a room type its code
 * @param title the guest of a reservation, masked for who may not see guests; the code of a room type; otherwise the booking
 *     number
 * @param subtitle channel and booking number of a reservation; what happened, of a failure; the name of a room type; channel and
 *     kind of a telegram; null when unknown
 * @param date the arrival; of a telegram the day of its receipt; null when unknown
 */
@Schema(name = "SearchHit")
record SearchHit(
        @Schema(allowableValues = {"failure", "reservation", "roomType", "telegram"})
        String kind,

        String id,
        @Schema(example = "SMP") String hotel,
        String title,
        @Nullable String subtitle,
        @Nullable LocalDate date) {}
