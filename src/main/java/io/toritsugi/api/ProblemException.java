package io.toritsugi.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A call is refused; becomes a problem document (RFC 9457) wherever it is thrown while answering a request.
 *
 * <p>Arguments fill the placeholders of the text. Extras become members of the document, for machines (the row in the way,
 * the fields that are wrong). Neither may hold personal data or secrets.
 */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient Map<String, String> arguments;
    private final transient Map<String, Object> extras;

    public ProblemException(ProblemCode code) {
        this(code, Map.of());
    }

    public ProblemException(ProblemCode code, Map<String, String> arguments) {
        this(code, arguments, Map.of());
    }

    public ProblemException(ProblemCode code, Map<String, String> arguments, Map<String, Object> extras) {
        // No stack trace: a refused call is an answer, not an accident.
        super(code.code() + " " + arguments, null, false, false);
        this.code = code;
        this.arguments = Map.copyOf(arguments);
        this.extras = new LinkedHashMap<>(extras);
    }

    /** The refusal of one value of the input, by the name of its field. */
    public static ProblemException ofField(String field) {
        return new ProblemException(
                ProblemCode.REQUEST_INVALID,
                Map.of("fields", field),
                Map.of("errors", List.of(Map.of("field", field))));
    }

    public ProblemCode code() {
        return code;
    }

    public Map<String, String> arguments() {
        return arguments;
    }

    public Map<String, Object> extras() {
        return extras;
    }

    /** After how many seconds to try again, for the header of that name: the extra {@code retryAfter}, where there is one. */
    public OptionalLong retryAfter() {
        return extras.get("retryAfter") instanceof Number seconds
                ? OptionalLong.of(seconds.longValue())
                : OptionalLong.empty();
    }
}
