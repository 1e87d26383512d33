package io.toritsugi.intake;

import java.util.UUID;

/**
 * A polled answer that is committed.
 *
 * @param readable whether it was an answer of bookings at all; else it is kept as one unreadable line
 * @param whole whether all of it came; else its complete telegrams are stored and its output is not to be confirmed
 */
public record PolledDelivery(UUID id, boolean readable, boolean whole) {}
