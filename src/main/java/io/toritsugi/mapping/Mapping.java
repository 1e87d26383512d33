package io.toritsugi.mapping;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A mapping as the API shows it: both dates are included, null is without end. */
public record Mapping(
        long id,

        @Schema(example = "*", description = "A channel's name, or * for any")
        String channel,

        @Schema(example = "0011", description = "Text: leading zeros count")
        String code,

        @Schema(example = "TWN") String roomType,

        @Nullable @Schema(description = "First check-in date that it holds for")
        LocalDate validFrom,

        @Nullable @Schema(description = "Last check-in date that it holds for")
        LocalDate validTo) {

    String validity() {
        return (validFrom == null ? "" : validFrom) + " – " + (validTo == null ? "" : validTo);
    }
}
