package io.toritsugi.mapping;

import io.swagger.v3.oas.annotations.media.Schema;
import io.toritsugi.api.ProblemException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping shall say; trimmed, the channel in lower case. Missing fields are null until it is validated.
 *
 * @param validFrom first check-in date; null: since ever
 * @param validTo last check-in date, included; null: for ever
 */
@Schema(name = "MappingWanted")
public record MappingWanted(
        @NotBlank @Size(max = 100) @Schema(example = "*", description = "A channel's name, or * for any")
        String channel,

        @NotBlank @Size(max = 64) @Schema(example = "0011") String code,

        @NotBlank @Schema(example = "TWN") String roomType,

        @Nullable @Schema(description = "First check-in date; absent: since ever")
        LocalDate validFrom,

        @Nullable @Schema(description = "Last check-in date, included; absent: for ever")
        LocalDate validTo) {

    public MappingWanted {
        // The names of channels are lower case throughout; "Jalan" would otherwise never match and nobody see why.
        channel = channel == null ? null : channel.strip().toLowerCase(Locale.ROOT);
        code = code == null ? null : code.strip();
        roomType = roomType == null ? null : roomType.strip();
    }

    /** @throws ProblemException {@code request.invalid} when the period ends before it begins */
    void requirePeriod() {
        if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) {
            throw ProblemException.ofField("validTo");
        }
    }
}
