package io.toritsugi.intake;

import io.toritsugi.telegram.DeliverySummary;
import java.time.Instant;
import java.util.UUID;

/** A delivery that is committed as a whole. */
record StoredDelivery(UUID id, Instant receivedAt, DeliverySummary summary) {}
