package io.toritsugi.retry;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import io.toritsugi.api.ProblemException;
import io.toritsugi.failure.FailureClass;
import io.toritsugi.failure.FailuresAsked;
import io.toritsugi.failure.SnoozeFailure;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is to be done, and about which failures. */
@Schema(name = "BulkOperationWanted")
record BulkWanted(
        @NotNull Action action,
        @Nullable @Valid Arguments arguments,
        @NotNull @Valid Filter filter,

        @Schema(description = "Needed to dismiss") @Nullable @Size(max = 500)
        String reason) {

    /** What can be done to many failures at once. */
    enum Action {
        RETRY,
        ASSIGN,
        DISMISS,
        SNOOZE;

        /** The spelling of the API and of the database. */
        @JsonValue
        String spelling() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the action needs to know: {@code roomType} to assign, {@code until} to snooze. */
    @Schema(name = "BulkOperationArguments")
    record Arguments(
            @Nullable @Size(min = 1, max = 32) @Schema(example = "TWN")
            String roomType,

            @Nullable OffsetDateTime until) {}

    /** Open failures, narrowed as in the list of failures. */
    @Schema(name = "BulkOperationFilter")
    record Filter(
            @Nullable @Schema(description = "A hotel's code; absent: all that one may act for")
            String hotel,

            @JsonProperty("class") @Nullable FailureClass failureClass,
            @Nullable String code,

            @Schema(allowableValues = {"waiting", "retrying", "escalated"}) @Nullable
            String state,

            @Nullable String channel,
            @Nullable String bookingNumber,
            @Nullable String fingerprint,

            @Nullable @Schema(description = "As in the list")
            String q,

            @Nullable LocalDate arrivalFrom,

            @Nullable @Schema(description = "The day after the last check-in date")
            LocalDate arrivalTo,

            @Nullable
            @Size(min = 1, max = 1000)
            @Schema(description = "Of these only, as somebody ticked them; absent: of all")
            List<@NotNull Long> failures) {

        /** The parameters of the statement that freezes the set. */
        Map<String, @Nullable Object> parameters(@Nullable Integer hotelId, Instant now) {
            var parameters = asked().parameters(hotelId, now);
            parameters.put("failures", failures == null ? null : failures.toArray(Long[]::new));
            return parameters;
        }

        private FailuresAsked asked() {
            var asked = new FailuresAsked(
                    failureClass,
                    code,
                    state,
                    channel,
                    bookingNumber,
                    fingerprint,
                    q,
                    // Who may act may see guests.
                    true,
                    arrivalFrom,
                    arrivalTo,
                    false);
            if (asked.closed()) {
                throw ProblemException.ofField("filter.state");
            }
            return asked;
        }
    }

    /** @throws ProblemException {@code request.invalid} where the action lacks what it needs */
    void check(SnoozeFailure snoozing) {
        var given = Objects.requireNonNullElse(arguments, new Arguments(null, null));
        if (action == Action.ASSIGN && given.roomType() == null) {
            throw ProblemException.ofField("arguments.roomType");
        }
        if (action == Action.SNOOZE) {
            if (given.until() == null) {
                throw ProblemException.ofField("arguments.until");
            }
            snoozing.check(given.until().toInstant());
        }
        if (action == Action.DISMISS && (reason == null || reason.isBlank())) {
            throw ProblemException.ofField("reason");
        }
    }
}
