package io.toritsugi.intake.sftp;

import io.toritsugi.api.DatabaseAway;
import io.toritsugi.failure.FailureCode;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Does with files what may fail. What fails is told of once and may be tried again after a pause; what else there is to do
 * goes on meanwhile, unless the database is away. Thread-safe.
 */
@Component
class Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    /** With so many files that do not get on, the disk is to blame and not a file. */
    private static final int MOST_STUCK = 20;

    private final Patience patience;
    private final Troubles troubles;
    private final SftpSettings settings;
    private final Clock clock;
    private volatile long databaseAgain;

    Attempts(Patience patience, Troubles troubles, SftpSettings settings, Clock clock) {
        this.patience = patience;
        this.troubles = troubles;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether it makes sense to try anything: the database was there when it was asked last, or it is time to ask again. */
    boolean areOpen() {
        return clock.millis() >= databaseAgain;
    }

    /** Whether so much of this sender's does not get on that nothing new should be begun. */
    boolean areStuck(Sender sender) {
        return patience.waiting(prefix(sender)) >= MOST_STUCK;
    }

    /** Whether a step that failed may be tried again; true of one that did not. */
    boolean isDue(Sender sender, String what) {
        return patience.isDue(prefix(sender) + what);
    }

    /**
     * Runs a step if it is due.
     *
     * @param what it is done to, by a name that is the sender's own; also said in the log
     */
    void run(Sender sender, String what, Step step) {
        if (!areOpen() || !isDue(sender, what)) {
            return;
        }
        try {
            step.run();
            succeeded(sender, what);
        } catch (IOException | RuntimeException failed) {
            failed(sender, what, failed);
        }
    }

    /** Whether the database is to blame for a failure; then nothing is tried for a moment. */
    boolean isDatabaseAway(Exception failure) {
        boolean away = DatabaseAway.isCauseOf(failure);
        if (away) {
            databaseAgain = clock.millis() + settings.retryAfter().toMillis();
            LOG.warn("Files wait for the database: {}", failure.toString());
        }
        return away;
    }

    /** A step went well that was run elsewhere. */
    void succeeded(Sender sender, String what) {
        if (patience.succeeded(prefix(sender) + what)) {
            LOG.info("{}{} is well again", prefix(sender), shown(what));
        }
    }

    /** A step failed that was run elsewhere. */
    void failed(Sender sender, String what, Exception failure) {
        if (isDatabaseAway(failure)) {
            return;
        }
        if (patience.failed(prefix(sender) + what)) {
            LOG.warn(
                    "{}{} does not get on and is tried again by itself: {}",
                    prefix(sender),
                    shown(what),
                    failure.toString());
        }
        tell(() -> troubles.begin(sender, FailureCode.FILES_STUCK, reason(failure)));
    }

    /**
     * Ends a round: tells that all is well with this sender, if it is.
     *
     * @param there what there was to be done; what failed before and is not there any more is forgotten
     */
    void report(Sender sender, Set<String> there) {
        patience.keepOnly(
                prefix(sender),
                there.stream().map(what -> prefix(sender) + what).collect(Collectors.toSet()));
        if (patience.waiting(prefix(sender)) == 0) {
            tell(() -> troubles.end(sender, FailureCode.FILES_STUCK));
        }
    }

    /** A partner's server could be looked at. */
    void serverAnswers(PartnerServer server) {
        tell(() -> troubles.end(server, FailureCode.PARTNER_SERVER));
    }

    /** A partner's server could not be looked at; what looks will do so again. */
    void serverFails(PartnerServer server, Exception failure) {
        if (!isDatabaseAway(failure)) {
            tell(() -> troubles.begin(server, FailureCode.PARTNER_SERVER, rootMessage(failure)));
        }
    }

    private static String rootMessage(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private static void tell(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException untold) {
            LOG.warn("An incident about files could not be written, and will be at the next occasion", untold);
        }
    }

    /** Without paths: they are the machine's business, and names are the partner's. */
    private static String reason(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileSystemException file && file.getReason() != null) {
                return file.getReason();
            }
        }
        return failure.getClass().getSimpleName();
    }

    private static String prefix(Sender sender) {
        return sender.name() + ":";
    }

    private static String shown(String what) {
        return what.replaceAll("\\p{Cntrl}", "?");
    }

    @FunctionalInterface
    interface Step {
        void run() throws IOException;
    }
}
