package io.toritsugi.intake;

import io.toritsugi.telegram.DeliverySummary;
import java.time.Instant;
import java.util.UUID;

/**
 * A delivery that is committed as a whole.
 *
 * @param id as in the receipt
 * @param receivedAt to the millisecond
 * @param summary what it turned out to be
 */
public record StoredDelivery(UUID id, Instant receivedAt, DeliverySummary summary) {}
