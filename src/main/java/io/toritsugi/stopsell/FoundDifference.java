package io.toritsugi.stopsell;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something in which TL-Lincoln's stock differs from ours, on nights in a row.
 *
 * @param roomTypeId null where nothing of ours is concerned
 * @param group null for a type without a group, and where several groups together differ
 * @param end the night after the last
 * @param expectedRooms what we have left; null where that is not the point
 * @param expectedSale what we want, {@code sell} or {@code stop}; null where that is not the point
 * @param foundRooms what TL-Lincoln has left; null where it does not say
 * @param foundSale its status; null where it does not say
 */
record FoundDifference(
        StockWord word,
        @Nullable Integer roomTypeId,
        @Nullable String group,
        @Nullable String groupName,
        LocalDate first,
        LocalDate end,
        @Nullable Integer expectedRooms,
        @Nullable String expectedSale,
        @Nullable Integer foundRooms,
        @Nullable String foundSale) {

    /** The same on one night more, or null when the next one is something else or does not follow. */
    @Nullable
    FoundDifference joined(FoundDifference next) {
        boolean goesOn = next.first.equals(end)
                && word == next.word
                && Objects.equals(roomTypeId, next.roomTypeId)
                && Objects.equals(group, next.group)
                && Objects.equals(expectedRooms, next.expectedRooms)
                && Objects.equals(expectedSale, next.expectedSale)
                && Objects.equals(foundRooms, next.foundRooms)
                && Objects.equals(foundSale, next.foundSale);
        return goesOn
                ? new FoundDifference(
                        word,
                        roomTypeId,
                        group,
                        groupName,
                        first,
                        next.end,
                        expectedRooms,
                        expectedSale,
                        foundRooms,
                        foundSale)
                : null;
    }
}
