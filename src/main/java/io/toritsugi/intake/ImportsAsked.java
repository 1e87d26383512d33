package io.toritsugi.intake;

import io.toritsugi.api.PageAsked;
import io.toritsugi.api.ProblemException;
import io.toritsugi.failure.FailureClass;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the import log is asked for; null means any.
 *
 * @param from the first moment of receipt
 * @param to the moment behind the last
 */
record ImportsAsked(
        @Nullable String channel,
        @Nullable String bookingNumber,
        @Nullable String dataId,
        @Nullable String kind,
        @Nullable String outcome,
        @Nullable FailureClass failureClass,
        @Nullable OffsetDateTime from,
        @Nullable OffsetDateTime to) {

    private static final String PENDING = "pending";
    private static final Set<String> KINDS = Set.of("NEW", "MODIFICATION", "CANCELLATION");
    private static final Set<String> OUTCOMES = Set.of("imported", "modified", "cancelled", "rejected", PENDING);

    /** @throws ProblemException {@code request.invalid} naming the parameter that makes no sense */
    ImportsAsked {
        if (kind != null && !KINDS.contains(kind)) {
            throw ProblemException.ofField("kind");
        }
        if (outcome != null && !OUTCOMES.contains(outcome)) {
            throw ProblemException.ofField("outcome");
        }
        if (from != null && to != null && !to.isAfter(from)) {
            throw ProblemException.ofField("to");
        }
    }

    /** The parameters of {@code intake/import-log.sql}; the hotel is null for all hotels. */
    Map<String, @Nullable Object> parameters(@Nullable Integer hotelId, PageAsked page) {
        boolean pending = PENDING.equals(outcome);
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("hotel", hotelId);
        parameters.put("before", page.afterNumber());
        parameters.put("channel", channel);
        parameters.put("bookingNumber", bookingNumber);
        parameters.put("dataId", dataId);
        parameters.put("kind", kind);
        parameters.put("outcome", pending ? null : outcome);
        parameters.put("pending", pending);
        parameters.put("class", failureClass == null ? null : failureClass.name());
        parameters.put("from", from);
        parameters.put("to", to);
        parameters.put("limit", page.rows());
        return parameters;
    }
}
