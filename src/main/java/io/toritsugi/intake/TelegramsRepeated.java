package io.toritsugi.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Telegrams came that had come before. Published in the transaction that stores them. */
public record TelegramsRepeated(List<Repetition> repetitions) {

    public TelegramsRepeated {
        repetitions = List.copyOf(repetitions);
    }

    /**
     * One of them.
     *
     * @param telegramId the repetition's own number
     * @param originalId the number of the first
     * @param otherContent whether it says something else under the same DataID: the first stands, both are kept, and
     *     somebody should know (domain notes §8.1)
     * @param code the code of the catalogue that it is refused with
     */
    public record Repetition(
            long telegramId,
            long originalId,
            int hotelId,
            @Nullable String channel,
            @Nullable String channelKey,
            @Nullable String dataId,
            @Nullable String bookingNumber,
            boolean otherContent,
            String code,
            Instant receivedAt) {}
}
