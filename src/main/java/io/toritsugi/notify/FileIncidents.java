package io.toritsugi.notify;

import io.toritsugi.failure.Fingerprint;
import io.toritsugi.intake.FileTrouble;
import io.toritsugi.intake.FileTroubleOver;
import io.toritsugi.notify.LastingIncidents.Trouble;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Incidents of the whole house about files that do not get on; they end by themselves when the files do. */
@Component
class FileIncidents {

    private static final String CATEGORY = "files";

    private final LastingIncidents incidents;

    FileIncidents(LastingIncidents incidents) {
        this.incidents = incidents;
    }

    @EventListener
    void note(FileTrouble trouble) {
        incidents.raise(
                new Trouble(null, Fingerprint.of(trouble.failure()), CATEGORY, "warning"),
                trouble.failure(),
                trouble.at());
    }

    @EventListener
    void note(FileTroubleOver over) {
        incidents.resolveOfTheHouse(Fingerprint.of(over.failure()), over.at());
    }
}
