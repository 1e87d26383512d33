package io.toritsugi.notify;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident with the telegrams that it has gathered.
 *
 * @param telegrams the newest first, a hundred at most; {@code occurrences} tells how many there are
 */
@Schema(name = "NotificationCase")
record NotificationCase(
        @JsonUnwrapped Notification notification,

        @Schema(description = "The newest first, a hundred at most")
        List<Member> telegrams) {

    /**
     * A telegram of an incident, as it stands now.
     *
     * @param failure the number of its failure; null where it is none (a contradicting repetition)
     */
    @Schema(name = "NotificationTelegram")
    record Member(
            long telegramId,
            OffsetDateTime seenAt,
            @Nullable String channel,
            @Nullable String bookingNumber,
            @Nullable String kind,
            String outcome,
            @JsonProperty("class") @Nullable String failureClass,
            @Nullable String code,
            @Nullable String message,
            @Nullable Long failure,
            @Nullable String failureState) {}
}
