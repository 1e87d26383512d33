package io.toritsugi.intake.sftp;

import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.intake.FileTrouble;
import io.toritsugi.intake.FileTroubleOver;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells the house when the files of a sender stop getting on, and when they do again: each once. What could not be told, for
 * the database was away, is told at the next occasion. Thread-safe.
 */
@Component
class Troubles {

    private static final String STAGE = "sftp";

    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Map<Place, Boolean> told = new HashMap<>();

    Troubles(ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** Something is wrong; {@code found} is what the operating system or the other side says, without secrets. */
    synchronized void begin(Sender sender, FailureCode code, String found) {
        var place = new Place(sender.name(), code);
        if (!Boolean.TRUE.equals(told.get(place))) {
            var failure = new Failure(code, STAGE, Map.of("service", place.sender(), "found", found));
            events.publishEvent(new FileTrouble(failure, clock.instant()));
            told.put(place, true);
        }
    }

    /** Nothing is wrong. */
    synchronized void end(Sender sender, FailureCode code) {
        var place = new Place(sender.name(), code);
        if (!Boolean.FALSE.equals(told.get(place))) {
            var failure = new Failure(code, STAGE, Map.of("service", place.sender()));
            events.publishEvent(new FileTroubleOver(failure, clock.instant()));
            told.put(place, false);
        }
    }

    private record Place(String sender, FailureCode code) {}
}
