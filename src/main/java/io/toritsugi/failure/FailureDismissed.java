package io.toritsugi.failure;

import java.time.Instant;

/** A person closed a failure for good; published in the transaction in which it happened. */
public record FailureDismissed(long failureId, long telegramId, int hotelId, Instant at) {}
