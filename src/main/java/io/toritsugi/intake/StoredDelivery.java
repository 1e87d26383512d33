package io.toritsugi.intake;

import io.toritsugi.reservation.TelegramHead;
import io.toritsugi.telegram.DeliverySummary;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that is committed as a whole.
 *
 * @param id as in the receipt
 * @param receivedAt to the millisecond
 * @param summary what it turned out to be
 * @param waiting its telegrams in document order, when each of them was new and waits for its import; null when only the
 *     telegram table knows how they stand
 */
public record StoredDelivery(
        UUID id,
        Instant receivedAt,
        DeliverySummary summary,
        @Nullable List<TelegramHead> waiting) {}
