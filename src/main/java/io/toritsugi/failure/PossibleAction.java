package io.toritsugi.failure;

import static io.toritsugi.failure.FailureCode.BOOKING_NUMBER_MISSING;
import static io.toritsugi.failure.FailureCode.CLASSIFICATION_UNKNOWN;
import static io.toritsugi.failure.FailureCode.DATA_ID_MISSING;
import static io.toritsugi.failure.FailureCode.PARSE_TOO_LARGE;
import static io.toritsugi.failure.FailureCode.RESERVATION_ARRIVED;
import static io.toritsugi.failure.FailureCode.SENT_AT_INVALID;

import io.toritsugi.api.ProblemCode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person can do about a failure, and when it is not possible. */
public enum PossibleAction {
    /** Try it again as it is. */
    RETRY {
        @Override
        Optional<ProblemCode> obstacle(FailureCode code, @Nullable String kind) {
            return code == PARSE_TOO_LARGE ? Optional.of(ProblemCode.FAILURE_TOO_LONG) : Optional.empty();
        }
    },
    /** Give its rooms another type. */
    ASSIGN {
        @Override
        Optional<ProblemCode> obstacle(FailureCode code, @Nullable String kind) {
            return switch (code.failureClass()) {
                case ROOM_MAPPING, NO_AVAILABILITY -> Optional.empty();
                case PARSE -> Optional.of(ProblemCode.FAILURE_NOT_READABLE);
                case VALIDATION, DUPLICATE, OUT_OF_ORDER, REMOTE, SYSTEM ->
                    Optional.of(ProblemCode.FAILURE_NOTHING_TO_ASSIGN);
            };
        }
    },
    /** Correct what it says. */
    EDIT {
        @Override
        Optional<ProblemCode> obstacle(FailureCode code, @Nullable String kind) {
            return switch (code.failureClass()) {
                case ROOM_MAPPING, NO_AVAILABILITY -> Optional.empty();
                case VALIDATION ->
                    kind == null || kind.equals("CANCELLATION") || WITHOUT_PLACE.contains(code)
                            ? Optional.of(ProblemCode.FAILURE_NOT_EDITABLE)
                            : Optional.empty();
                case PARSE -> Optional.of(ProblemCode.FAILURE_NOT_READABLE);
                case DUPLICATE, OUT_OF_ORDER, REMOTE, SYSTEM -> Optional.of(ProblemCode.FAILURE_NOT_EDITABLE);
            };
        }
    },
    /** Close it for good. */
    DISMISS,
    /** Leave it alone for a while. */
    SNOOZE,
    /** Write something down about it; also when it is over. */
    NOTE,
    /** Say which type its room code stands for, for all bookings that have it. */
    MAP {
        @Override
        Optional<ProblemCode> obstacle(FailureCode code, @Nullable String kind) {
            return code.failureClass() == FailureClass.ROOM_MAPPING
                    ? Optional.empty()
                    : Optional.of(ProblemCode.FAILURE_NOTHING_TO_MAP);
        }
    };

    /** What is missing or wrong here decides where a telegram belongs, and that is nothing to be corrected by hand. */
    private static final Set<FailureCode> WITHOUT_PLACE = Set.of(
            DATA_ID_MISSING, BOOKING_NUMBER_MISSING, CLASSIFICATION_UNKNOWN, SENT_AT_INVALID, RESERVATION_ARRIVED);

    /** Why it is not possible for an open failure; empty when it is. */
    Optional<ProblemCode> obstacle(FailureCode code, @Nullable String kind) {
        return Optional.empty();
    }

    /** The spelling of the API. */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }
}
