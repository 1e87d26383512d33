package io.toritsugi.link;

import io.swagger.v3.oas.annotations.media.Schema;
import io.toritsugi.failure.FailureCatalogue;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tries a connection with a call that changes nothing, and says in words what is wrong with it. */
@Component
class ConnectionCheck {

    private final LincolnClient lincoln;
    private final FailureCatalogue catalogue;

    ConnectionCheck(LincolnClient lincoln, FailureCatalogue catalogue) {
        this.lincoln = lincoln;
        this.catalogue = catalogue;
    }

    /**
     * How the call went.
     *
     * @param code of the catalogue; null when all is well
     * @param message what is wrong, in words
     * @param cause why that happens
     * @param remedy what to do
     */
    @Schema(name = "ConnectionTest")
    record Result(
            boolean ok,

            @Schema(example = "remote.credentials") @Nullable
            String code,

            @Nullable String message,
            @Nullable String cause,
            @Nullable String remedy,

            @Schema(example = "NetRoomTypeMasterSearchService")
            String service,

            long durationMs) {}

    Result run(Connection connection, Locale language) {
        long began = System.nanoTime();
        try {
            lincoln.tryOut(connection);
            return new Result(true, null, null, null, null, service(), since(began));
        } catch (RemoteFailedException failed) {
            var failure = failed.failure();
            return new Result(
                    false,
                    failure.code().code(),
                    catalogue.message(failure, language),
                    catalogue.cause(failure.code(), failure.arguments(), language),
                    catalogue.remedy(failure.code(), failure.arguments(), language),
                    service(),
                    since(began));
        }
    }

    private static String service() {
        return RemoteService.ROOM_MASTER.spelling();
    }

    private static long since(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }
}
