package io.toritsugi.monitor;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import io.toritsugi.failure.FailureClass;
import io.toritsugi.failure.FailureGroup;
import io.toritsugi.failure.FailureLine;
import io.toritsugi.failure.NextStep;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sees first: what needs him, and whether the rest is well. What is not known is null, never zero.
 *
 * @param asOf the moment that all of it is about
 * @param hotel the one hotel that it is about; null for several
 * @param timeZone of the hotel; null where the hotels have several, and then times are in UTC, save those of one hotel
 */
@Schema(name = "Dashboard")
record Dashboard(
        OffsetDateTime asOf,
        @Schema(example = "SMP") @Nullable String hotel,
        @Schema(example = "Asia/Tokyo") @Nullable String timeZone,
        Attention attention,
        Imports imports,
        List<Link> links,
        Backlog backlog,
        Outputs outputs) {

    /**
     * The open failures.
     *
     * @param needsPerson those that do not heal without somebody: the attempts are used up, or what is missing is entered by
     *     people
     * @param waits the others
     * @param snoozed those that somebody wants left alone for now; they are counted above, too
     * @param arrivalsToday whose guests arrive today by the hotel's calendar
     * @param causes the most frequent first, ten at most
     * @param cases those to look at first, twenty at most
     */
    @Schema(name = "DashboardAttention")
    record Attention(
            long total,
            long needsPerson,
            long waits,
            long snoozed,
            long arrivalsToday,
            long arrivalsTomorrow,
            List<OfClass> byClass,

            @Schema(description = "The most frequent first, ten at most")
            List<FailureGroup> causes,

            @Schema(
                    description =
                            "Arrivals from today on first, the soonest first; of room codes that are not mapped one for "
                                    + "each cause; twenty at most")
            List<Case> cases) {}

    /** How many open failures are of a class. */
    @Schema(name = "DashboardClass")
    record OfClass(@JsonProperty("class") FailureClass failureClass, long count) {}

    /**
     * An open failure with what to do about it.
     *
     * @param deadline when the guest stands at the desk; null when unknown
     * @param sameCause how many open failures have the same cause, this one included
     */
    @Schema(name = "DashboardCase")
    record Case(
            @JsonUnwrapped FailureLine failure,
            @Nullable Deadline deadline,
            NextStep next,

            @Schema(description = "Open failures of the same cause, this one included")
            long sameCause) {}

    /**
     * An arrival.
     *
     * @param at the moment, where the guest said when he comes; null otherwise
     */
    @Schema(name = "DashboardDeadline")
    record Deadline(
            LocalDate date,

            @Schema(description = "Where the guest said when he comes") @Nullable
            OffsetDateTime at,

            @Schema(example = "Asia/Tokyo") String timeZone) {}

    /**
     * What became of what was received.
     *
     * @param hours the last 24 by the clock, the running one last
     * @param healed failures that healed in the last 24 hours without anybody having laid a hand on that one
     * @param p50Millis how long half of the telegrams of the last 24 hours took at most from receipt to outcome, those that
     *     failed on their way not counted; null when there was none
     * @param p99Millis the same for 99 of 100
     */
    @Schema(name = "DashboardImports")
    record Imports(
            List<Hour> hours,
            Total lastHour,
            Total lastDay,
            long healed,

            @Schema(description = "From receipt to outcome, in the last 24 hours") @Nullable
            Long p50Millis,

            @Nullable Long p99Millis) {}

    /** The telegrams that were received in one hour by the clock, by what became of them. */
    @Schema(name = "DashboardHour")
    record Hour(OffsetDateTime from, @JsonUnwrapped Outcomes outcomes) {}

    /**
     * The telegrams of a time up to now.
     *
     * @param success the share of those imported, modified or cancelled in all that have an outcome, repetitions left out;
     *     0 to 1, null when there are none
     */
    @Schema(name = "DashboardTotal")
    record Total(
            long telegrams,
            @JsonUnwrapped Outcomes outcomes,
            @Schema(example = "0.974") @Nullable Double success) {}

    /** How many telegrams had which outcome. */
    @Schema(name = "DashboardOutcomes")
    record Outcomes(
            long imported,
            long modified,
            long cancelled,
            long rejected,
            Map<FailureClass, Long> rejectedByClass,
            long pending) {}

    /**
     * How a hotel stands with TL-Lincoln.
     *
     * @param state {@code off}: not polled; {@code maintenance}: announced for now; {@code failing}: nobody answers, or as many
     *     polls have failed in a row as raise the alarm; {@code slow}: the last poll failed, is held back, or is overdue
     * @param polledWellAt when the last poll that succeeded was sent; null when there was none
     * @param polledAt when it was polled last, however that ended
     * @param failures polls that have failed in a row
     * @param code of the last failure; null when the last poll succeeded
     * @param breaker whether this node holds calls back at present because nobody answered; null where it is not polled
     */
    @Schema(name = "DashboardLink")
    record Link(
            @Schema(example = "SMP") String hotel,
            String name,
            @Schema(example = "Asia/Tokyo") String timeZone,

            @Schema(allowableValues = {"ok", "slow", "failing", "maintenance", "off"})
            String state,

            @Nullable OffsetDateTime polledWellAt,
            @Nullable OffsetDateTime polledAt,
            @Nullable OffsetDateTime nextPollAt,
            @Nullable Integer failures,
            @Nullable String code,
            @Nullable String message,

            @Schema(allowableValues = {"open", "closed"}) @Nullable
            String breaker,

            @Schema(description = "TL-Lincoln said too many requests: nothing is asked before") @Nullable
            OffsetDateTime backOffUntil,

            @Nullable OffsetDateTime maintenanceUntil) {}

    /**
     * What waits for us.
     *
     * @param pending telegrams without an outcome
     * @param oldestSeconds how long the oldest of them has waited; null when there is none
     * @param retriesDue failures whose next attempt is due
     * @param retriesOverdue those of them that nobody has taken for a minute
     */
    @Schema(name = "DashboardBacklog")
    record Backlog(long pending, @Nullable Long oldestSeconds, long retriesDue, long retriesOverdue) {}

    /**
     * Outputs that TL-Lincoln does not know to be ours yet.
     *
     * @param open all of them
     * @param waiting for the outcome of their telegrams
     * @param unconfirmed to be confirmed
     * @param escalated for a person to look at
     * @param oldestAt since when the oldest is here; null when there is none
     */
    @Schema(name = "DashboardOutputs")
    record Outputs(
            long open,
            long waiting,
            long unconfirmed,
            long escalated,
            @Nullable OffsetDateTime oldestAt) {}
}
