package io.toritsugi.failure;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Failures of one hotel that have one cause.
 *
 * @param message of the newest of them
 * @param lastSeen when one of them was judged last
 * @param nextArrival the first check-in date among them; null when none is known
 * @param examples numbers of up to five, the first arrivals first
 */
@Schema(name = "FailureGroup")
public record FailureGroup(
        String fingerprint,
        @Schema(example = "SMP") String hotel,
        @JsonProperty("class") FailureClass failureClass,
        @Schema(example = "mapping.unknown_code") String code,

        @Schema(description = "Of the newest, in the language of Accept-Language")
        String message,

        long count,
        OffsetDateTime firstSeen,
        OffsetDateTime lastSeen,
        @Nullable LocalDate nextArrival,

        @Schema(description = "Up to five, the first arrivals first")
        List<Long> examples) {}
