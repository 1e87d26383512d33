package io.toritsugi.link;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;

/** When a hotel is polled next: by day more often than at night, and never in step with the others. */
final class PollRhythm {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private PollRhythm() {}

    /** The moment of the next poll, a tenth sooner or later than asked for and within 60 to 300 seconds. */
    static Instant next(Connection connection, Instant now) {
        int seconds = isDay(connection, now) ? connection.pollSeconds() : connection.nightPollSeconds();
        var wait = BackOff.jittered(Duration.ofSeconds(seconds));
        if (wait.compareTo(SHORTEST) < 0) {
            wait = SHORTEST;
        }
        return now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    /** Whether the day's rhythm holds; a day may go beyond midnight, and one without length lasts for ever. */
    private static boolean isDay(Connection connection, Instant now) {
        LocalTime at = now.atZone(connection.zone()).toLocalTime();
        var begins = connection.day();
        var ends = connection.night();
        if (begins.equals(ends)) {
            return true;
        }
        return begins.isBefore(ends)
                ? !at.isBefore(begins) && at.isBefore(ends)
                : !at.isBefore(begins) || at.isBefore(ends);
    }
}
