package io.toritsugi.link;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a hotel reaches TL-Lincoln, as stored.
 *
 * @param version counts up with every change by a person
 * @param address without the service's name and without a slash at its end
 * @param sealed user and password, encrypted; null where none were given
 * @param day from here to {@code night} the day's rhythm holds, in the hotel's zone
 * @param confirmPolicy {@code STORED} or {@code ALL_RESOLVED}
 */
record Connection(
        int hotelId,
        String hotel,
        ZoneId zone,
        long version,
        String address,
        String systemId,
        byte @Nullable [] sealed,
        boolean poll,
        int pollSeconds,
        int nightPollSeconds,
        LocalTime day,
        LocalTime night,
        int connectTimeoutMs,
        int readTimeoutMs,
        int requestsPerMinute,
        int rowsPerRequest,
        long maxAnswerBytes,
        int breakerFailures,
        int breakerOpenMs,
        int alarmAfter,
        String confirmPolicy,
        State state) {

    /**
     * What the conversation has come to.
     *
     * @param polledAt when it was polled last, however that ended
     * @param polledWellAt when the last poll that succeeded was sent
     * @param failures how many polls in a row have failed
     * @param backOffUntil nothing is asked before; null when TL-Lincoln did not ask for patience
     * @param code of the last failure; null when the last poll succeeded
     * @param facts of that failure, for its words
     */
    record State(
            @Nullable Instant polledAt,
            @Nullable Instant polledWellAt,
            @Nullable Instant nextPollAt,
            int failures,
            @Nullable Instant backOffUntil,
            @Nullable String code,
            Map<String, String> facts,
            Instant updatedAt) {}
}
