package io.toritsugi.intake;

import java.time.Instant;

/**
 * A DataID came with two contents: the first stands, both are kept, and somebody should know (domain notes §8.1). Published in
 * the transaction that stores the second.
 */
public record ContradictingTelegram(
        long telegramId, long originalId, int hotelId, String channel, String dataId, Instant receivedAt) {}
