package io.toritsugi.stopsell;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A proposal that was made or closed by the rule, for the audit.
 *
 * @param endNight the night after the last
 * @param decision why it was closed; null where it was not
 */
record ProposalNote(
        long id,
        int hotelId,
        String roomType,
        LocalDate fromNight,
        LocalDate endNight,
        String action,
        String state,
        String reason,
        @Nullable String decision) {}
