package io.toritsugi.stopsell;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of our stock with TL-Lincoln's, as the API shows it.
 *
 * @param from the first night
 * @param to the night after the last
 * @param comparedTo up to this night, not included, it is compared
 * @param compared nights of types that both sides have
 * @param code of the last failure; null when there was none since the last answer
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Reconciliation(
        long id,
        String hotel,

        @Schema(allowableValues = {"due", "done", "failed"}) String state,

        String askedBy,
        LocalDate from,
        LocalDate to,
        LocalDate comparedTo,
        int compared,
        long differences,
        int attempts,
        @Nullable OffsetDateTime dueAt,
        @Nullable String code,
        @Nullable String message,
        OffsetDateTime askedAt,
        @Nullable OffsetDateTime endedAt) {}
