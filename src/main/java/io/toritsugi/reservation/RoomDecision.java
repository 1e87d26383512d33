package io.toritsugi.reservation;

import org.jspecify.annotations.Nullable;

/**
 * What counts from now on for the rooms of a booking.
 *
 * @param telegram the telegram that stands, beside which it is kept
 * @param assignment all decisions about its rooms, in place of the earlier ones
 * @param by who decided: a person's name, or the rule's
 * @param reason what was said about it; null when nothing
 */
public record RoomDecision(
        long telegram,
        RoomAssignment assignment,
        String by,
        @Nullable String reason) {}
