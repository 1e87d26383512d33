package io.toritsugi.intake.sftp;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What could not be done, and when it is tried again: after pauses that double up to a longest one. Things are named by
 * their sender and their place; thread-safe.
 */
@Component
class Patience {

    private static final int MOST_DOUBLINGS = 20;

    private final SftpSettings settings;
    private final Clock clock;
    private final Map<String, Trouble> troubles = new HashMap<>();

    Patience(SftpSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    synchronized boolean isDue(String what) {
        var trouble = troubles.get(what);
        return trouble == null || clock.millis() >= trouble.again();
    }

    /** It failed; answers whether for the first time. */
    synchronized boolean failed(String what) {
        var before = troubles.get(what);
        int failures = before == null ? 1 : before.failures() + 1;
        long pause = Math.min(
                settings.longestRetry().toMillis(),
                settings.retryAfter().toMillis() << Math.min(failures - 1, MOST_DOUBLINGS));
        troubles.put(what, new Trouble(failures, clock.millis() + pause));
        return before == null;
    }

    /** It went well; answers whether it had failed before. */
    synchronized boolean succeeded(String what) {
        return troubles.remove(what) != null;
    }

    /** How many things whose names begin so wait for another try. */
    synchronized long waiting(String beginning) {
        return troubles.keySet().stream()
                .filter(what -> what.startsWith(beginning))
                .count();
    }

    /** Forgets what begins so and is none of these: it is not there any more. */
    synchronized void keepOnly(String beginning, Set<String> these) {
        troubles.keySet().removeIf(what -> what.startsWith(beginning) && !these.contains(what));
    }

    private record Trouble(int failures, long again) {}
}
