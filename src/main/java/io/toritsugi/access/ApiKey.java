package io.toritsugi.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An API key as it may be shown: without the key.
 *
 * @param hotel the hotel that it is bound to; null is told as {@code *}, all hotels
 * @param hint its first letters, by which a person knows it again
 */
record ApiKey(
        long id,
        String name,
        Role role,

        @Schema(example = "SMP", description = "A hotel's code, or * for all hotels") @Nullable
        String hotel,

        String hint,
        OffsetDateTime createdAt,
        String createdBy,
        @Nullable OffsetDateTime revokedAt,
        @Nullable OffsetDateTime lastUsedAt) {

    @JsonProperty("hotel")
    String hotelOrAll() {
        return hotel == null ? "*" : hotel;
    }
}
