package io.toritsugi.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request, file or polled answer that brings telegrams.
 *
 * @param id UUID version 7 of the moment of receipt
 * @param receivedAt to the millisecond, as in the id
 * @param via {@code http}, {@code sftp} or {@code poll}
 * @param apiKeyId the key it came with; null when it did not come by HTTP
 */
record Delivery(
        UUID id,
        Instant receivedAt,
        int hotelId,
        String via,
        @Nullable Long apiKeyId) {}
