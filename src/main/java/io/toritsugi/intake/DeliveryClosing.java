package io.toritsugi.intake;

import org.jspecify.annotations.Nullable;

/**
 * What a delivery turned out to be once it was read to its end.
 *
 * @param envelope {@code telegram}, {@code answer} or {@code unreadable}
 * @param sha256 of the body as received
 * @param output what is to be confirmed once this is committed; null when nothing is
 */
record DeliveryClosing(
        String envelope,
        byte[] sha256,
        long bytes,
        int lines,
        @Nullable String outputId,
        @Nullable OutputReceived output) {}
