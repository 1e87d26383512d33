package io.toritsugi.intake;

import java.time.Instant;
import java.util.UUID;

/**
 * A polled answer that names an output is stored to its end. Published in the transaction that stores its last telegrams: from
 * its commit on the output may be confirmed, and not before.
 *
 * @param outputId as TL-Lincoln names it
 * @param askedAt when the poll was sent that brought it
 */
public record OutputReceived(int hotelId, String outputId, UUID delivery, Instant receivedAt, Instant askedAt) {}
