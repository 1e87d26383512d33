package io.toritsugi.failure;

import java.time.Instant;
import java.util.List;

/** Failures whose attempts are used up: from now on a person is needed (R4.4). Published in the transaction of the last try. */
public record FailuresEscalated(List<Escalated> failures) {

    public FailuresEscalated {
        failures = List.copyOf(failures);
    }

    /** One of them, with what its last attempt ended in. */
    public record Escalated(long failureId, long telegramId, int hotelId, Failure failure, Instant at) {}
}
