package io.toritsugi.upgrade.cascade;

import io.toritsugi.access.HotelRef;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.failure.OpenFailures;
import io.toritsugi.upgrade.FailedStays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a failure asks for. */
@Component
class CascadeQuestions {

    private final OpenFailures failures;
    private final FailedStays failedStays;

    CascadeQuestions(OpenFailures failures, FailedStays failedStays) {
        this.failures = failures;
        this.failedStays = failedStays;
    }

    /**
     * What an open failure of a hotel asks for now.
     *
     * @return empty when it is not for lack of rooms
     * @throws ProblemException {@code failure.unknown}, {@code failure.closed}
     */
    Optional<CascadeQuestion> ofFailure(HotelRef hotel, long failureId) {
        var failure = failures.hold(failureId, null);
        if (failure.hotelId() != hotel.id()) {
            throw new ProblemException(ProblemCode.FAILURE_UNKNOWN);
        }
        return failedStays
                .of(hotel.id(), failure.telegramId())
                .map(failed -> CascadeQuestion.ofFailure(failureId, failed));
    }

    /** As {@link #ofFailure}, empty also when the failure is over. */
    Optional<CascadeQuestion> ofFailureIfOpen(HotelRef hotel, long failureId) {
        try {
            return ofFailure(hotel, failureId);
        } catch (ProblemException over) {
            if (over.code() == ProblemCode.FAILURE_CLOSED) {
                return Optional.empty();
            }
            throw over;
        }
    }
}
