package io.toritsugi.failure;

import java.time.Instant;

/**
 * An open failure that ends, if there is one.
 *
 * @param resolution how: {@code healed} or {@code superseded}
 */
public record ClosedFailure(long telegramId, String resolution, Instant at) {}
