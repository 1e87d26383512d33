package io.toritsugi.failure;

import io.toritsugi.api.ProblemException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which failures are asked for; null means any, but for the state, where it means the open ones.
 *
 * @param code a code of the catalogue
 * @param text any part of the booking number, the code, a room code or, where {@code guests}, of the guest's name or its reading
 * @param guests whether guests may be searched for: letter by letter, a search would tell the name that the answer masks
 * @param arrivalFrom first check-in date
 * @param arrivalTo the day after the last check-in date
 * @param archived whether those are asked for, too, that have left the cache
 */
public record FailuresAsked(
        @Nullable FailureClass failureClass,
        @Nullable String code,
        @Nullable String state,
        @Nullable String channel,
        @Nullable String bookingNumber,
        @Nullable String fingerprint,
        @Nullable String text,
        boolean guests,
        @Nullable LocalDate arrivalFrom,
        @Nullable LocalDate arrivalTo,
        boolean archived) {

    /** All that are open. */
    static final FailuresAsked OPEN_ONES =
            new FailuresAsked(null, null, null, null, null, null, null, false, null, null, false);

    private static final int LONGEST_TEXT = 100;
    private static final Pattern WILD = Pattern.compile("[\\\\%_]");

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
        if (arrivalFrom != null && arrivalTo != null && !arrivalTo.isAfter(arrivalFrom)) {
            throw ProblemException.ofField("arrivalTo");
        }
        if (text != null) {
            text = Normalizer.normalize(text, Normalizer.Form.NFKC)
                    .replaceAll("\\s+", " ")
                    .strip();
            if (text.isEmpty() || text.length() > LONGEST_TEXT) {
                throw ProblemException.ofField("q");
            }
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
        parameters.put("text", text == null ? null : "%" + WILD.matcher(text).replaceAll("\\\\$0") + "%");
        parameters.put("guests", guests);
        parameters.put("arrivalFrom", arrivalFrom);
        parameters.put("arrivalTo", arrivalTo);
        parameters.put("archived", archived);
        return parameters;
    }
}
