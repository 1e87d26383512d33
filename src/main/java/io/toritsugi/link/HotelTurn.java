package io.toritsugi.link;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The right to speak to TL-Lincoln for a hotel: one turn a hotel at a time, over all nodes (domain notes §3, one consumer).
 *
 * @param hotel its code
 * @param fence the number of this turn; a result that names an older one is refused
 * @param begunAt when it was taken
 * @param unsettledSince since when an answer to a poll is missing, as it was before this turn; null when none is
 */
public record HotelTurn(
        int hotelId,
        String hotel,
        long fence,
        Instant begunAt,
        @Nullable Instant unsettledSince) {}
