package io.toritsugi.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * A connection as the API shows it, and as the audit keeps it: without the password.
 *
 * @param user null where none is set, or where the credentials cannot be decrypted any more
 * @param credentialsReadable false when they were encrypted with keys that are gone: then they have to be set anew
 */
@Schema(name = "Connection")
record ShownConnection(
        @Schema(example = "SMP") String hotel,
        String address,
        String systemId,
        @Nullable String user,
        boolean passwordSet,
        boolean credentialsReadable,
        boolean poll,
        int pollSeconds,
        int nightPollSeconds,
        @Schema(example = "07:00") String dayBegins,
        @Schema(example = "23:00") String dayEnds,
        int connectTimeoutMs,
        int readTimeoutMs,
        int requestsPerMinute,
        int rowsPerRequest,
        long maxAnswerBytes,

        @Schema(allowableValues = {"STORED", "ALL_RESOLVED"})
        String confirmPolicy,

        int breakerFailures,
        int breakerOpenMs,
        int alarmAfter,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable State state) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** How it goes. Times are those of the hotel's zone. */
    @Schema(name = "ConnectionState")
    record State(
            @Schema(description = "When it was polled last, however that ended") @Nullable
            OffsetDateTime polledAt,

            @Schema(description = "When the last poll that succeeded was sent") @Nullable
            OffsetDateTime polledWellAt,

            @Schema(description = "When it is polled next; null where it is not polled") @Nullable
            OffsetDateTime nextPollAt,

            @Schema(description = "Polls that have failed in a row")
            int failures,

            @Schema(description = "TL-Lincoln said too many requests: nothing is asked before") @Nullable
            OffsetDateTime backOffUntil,

            @Schema(description = "Of the last failure; null when the last poll succeeded") @Nullable
            String code,

            @Schema(description = "In the language of Accept-Language") @Nullable
            String message,

            OffsetDateTime updatedAt) {}

    static ShownConnection of(Connection connection, @Nullable LinkCredentials credentials, @Nullable State state) {
        return new ShownConnection(
                connection.hotel(),
                connection.address(),
                connection.systemId(),
                credentials == null ? null : credentials.user(),
                connection.sealed() != null,
                connection.sealed() == null || credentials != null,
                connection.poll(),
                connection.pollSeconds(),
                connection.nightPollSeconds(),
                written(connection.day()),
                written(connection.night()),
                connection.connectTimeoutMs(),
                connection.readTimeoutMs(),
                connection.requestsPerMinute(),
                connection.rowsPerRequest(),
                connection.maxAnswerBytes(),
                connection.confirmPolicy(),
                connection.breakerFailures(),
                connection.breakerOpenMs(),
                connection.alarmAfter(),
                state);
    }

    static @Nullable OffsetDateTime at(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? null : moment.atZone(zone).toOffsetDateTime();
    }

    private static String written(LocalTime time) {
        return TIME.format(time);
    }
}
