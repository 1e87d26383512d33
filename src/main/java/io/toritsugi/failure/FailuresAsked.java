package io.toritsugi.failure;

import io.toritsugi.api.ProblemException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which failures are asked for; null means any, but for the state, where it means the open ones.
 *
 * @param code a code of the catalogue
 * @param archived whether those are asked for, too, that have left the cache
 */
public record FailuresAsked(
        @Nullable FailureClass failureClass,
        @Nullable String code,
        @Nullable String state,
        @Nullable String channel,
        @Nullable String bookingNumber,
        @Nullable String fingerprint,
        boolean archived) {

    /** All that are open. */
    static final FailuresAsked OPEN_ONES = new FailuresAsked(null, null, null, null, null, null, false);

    private static final Set<String> OPEN = Set.of("waiting", "retrying", "escalated");
    private static final Set<String> CLOSED = Set.of("resolved", "dismissed");

    /** @throws ProblemException {@code request.invalid} naming the parameter that makes no sense */
    public FailuresAsked {
        if (state != null && !OPEN.contains(state) && !CLOSED.contains(state)) {
            throw ProblemException.ofField("state");
        }
        if (code != null && !FailureCode.isKnown(code)) {
            throw ProblemException.ofField("code");
        }
    }

    /** Whether closed ones are asked for. */
    public boolean closed() {
        return state != null && !isOpen(state);
    }

    static boolean isOpen(String state) {
        return OPEN.contains(state);
    }

    /**
     * The parameters that all lists of failures have in common.
     *
     * @param hotelId null for all hotels
     * @param now by which it is judged which are being tried
     */
    public Map<String, @Nullable Object> parameters(@Nullable Integer hotelId, Instant now) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("hotel", hotelId);
        parameters.put("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
        parameters.put("open", state == null || isOpen(state));
        parameters.put("state", state);
        parameters.put("class", failureClass == null ? null : failureClass.name());
        parameters.put("code", code);
        parameters.put("channel", channel);
        parameters.put("bookingNumber", bookingNumber);
        parameters.put("fingerprint", fingerprint);
        parameters.put("archived", archived);
        return parameters;
    }
}
