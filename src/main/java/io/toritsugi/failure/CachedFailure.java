package io.toritsugi.failure;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A refused telegram on its way into the import cache.
 *
 * @param attempted whether this is an attempt of its own; false when it was judged along with another telegram
 * @param arrival the check-in date; null when unknown
 * @param mappingVersion the version of the hotel's mappings by which it was judged
 * @param availabilityVersion the version of the hotel's availability by which it was judged
 * @param translated the booking in the PMS's form, to be kept as JSON; null when it could not be read
 * @param suggestion upgrades or the proof of none, to be kept as JSON; null unless a room was lacking
 * @param waitsFor what has to change for it to heal, to be kept as JSON ({@code rooms} with {@code code} and {@code type},
 *     {@code nights} with {@code type}, {@code night} and {@code rooms}); null unless it waits for a mapping or for rooms
 */
public record CachedFailure(
        long telegramId,
        int hotelId,
        @Nullable String channel,
        @Nullable String channelKey,
        @Nullable String bookingNumber,
        @Nullable String kind,
        Failure failure,
        boolean attempted,
        @Nullable LocalDate arrival,
        long mappingVersion,
        long availabilityVersion,
        @Nullable Object translated,
        @Nullable Object suggestion,
        @Nullable Object waitsFor,
        Instant at) {}
