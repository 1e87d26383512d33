package io.toritsugi.link;

import io.swagger.v3.oas.annotations.media.Schema;
import io.toritsugi.api.ProblemException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** What a person wants of a connection; what is absent stays as it is, or takes its default. */
@Schema(name = "ConnectionWanted")
record ConnectionWanted(
        @Nullable
        @Size(max = 300)
        @Schema(
                example = "https://www.tl-lincoln.net/pmsservice/V1",
                description = "Where the services are, without a service's name; needed at first")
        String address,

        @Nullable
        @Size(min = 1, max = 100)
        @Schema(description = "The PMS vendor's name at TL-Lincoln; needed at first")
        String systemId,

        @Nullable @Size(min = 1, max = 100) @Schema(description = "pmsUserId; needed at first, with the password")
        String user,

        @Nullable
        @Size(min = 1, max = 200)
        @Schema(
                description = "pmsPassword; kept encrypted and never shown; absent: as before",
                accessMode = Schema.AccessMode.WRITE_ONLY)
        String password,

        @Nullable @Schema(description = "Whether bookings are fetched", defaultValue = "false")
        Boolean poll,

        @Nullable @Min(60) @Max(300) @Schema(defaultValue = "120", description = "Between two polls by day")
        Integer pollSeconds,

        @Nullable @Min(60) @Max(300) @Schema(defaultValue = "300", description = "Between two polls at night")
        Integer nightPollSeconds,

        @Nullable @Schema(type = "string", example = "07:00", description = "In the hotel's zone")
        LocalTime dayBegins,

        @Nullable @Schema(type = "string", example = "23:00", description = "In the hotel's zone")
        LocalTime dayEnds,

        @Nullable @Min(100) @Max(60_000) @Schema(defaultValue = "10000")
        Integer connectTimeoutMs,

        @Nullable @Min(100) @Max(600_000) @Schema(defaultValue = "90000")
        Integer readTimeoutMs,

        @Nullable @Min(1) @Max(6000) @Schema(defaultValue = "30", description = "Calls of this hotel, for each node")
        Integer requestsPerMinute,

        @Nullable @Min(1) @Max(1000) @Schema(defaultValue = "30", description = "Rows of one bulk adjustment")
        Integer rowsPerRequest,

        @Nullable @Min(1024) @Max(1L << 40) @Schema(defaultValue = "1073741824")
        Long maxAnswerBytes,

        @Nullable @Pattern(regexp = "STORED|ALL_RESOLVED") @Schema(allowableValues = {"STORED", "ALL_RESOLVED"})
        String confirmPolicy,

        @Nullable
        @Min(1)
        @Max(100)
        @Schema(defaultValue = "5", description = "Calls that fail in a row open the breaker")
        Integer breakerFailures,

        @Nullable @Min(100) @Max(3_600_000) @Schema(defaultValue = "60000", description = "How long it stays open")
        Integer breakerOpenMs,

        @Nullable
        @Min(1)
        @Max(100)
        @Schema(defaultValue = "3", description = "Polls that fail in a row are an incident")
        Integer alarmAfter) {

    private static final java.util.regex.Pattern PATH = java.util.regex.Pattern.compile("[A-Za-z0-9._~/-]*");

    /**
     * The address without a slash at its end; null when none is given. Host and path only: it becomes part of a Camel endpoint,
     * in which a query would be options.
     *
     * @throws ProblemException {@code request.invalid}
     */
    @Nullable
    String plainAddress() {
        if (address == null) {
            return null;
        }
        try {
            var uri = new URI(address.strip());
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (http
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && PATH.matcher(uri.getRawPath()).matches()) {
                return uri.toString().replaceFirst("/+$", "");
            }
        } catch (URISyntaxException notOne) {
            throw ProblemException.ofField("address");
        }
        throw ProblemException.ofField("address");
    }

    static String fieldOf(@Nullable Object given, String field) {
        if (given == null || given.toString().isBlank()) {
            throw ProblemException.ofField(field);
        }
        return given.toString();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "ConnectionWanted[" + address + ", " + systemId + "]";
    }
}
