package io.toritsugi.intake;

import io.toritsugi.booking.Booking;
import io.toritsugi.booking.BookingEdit;
import io.toritsugi.reservation.Reading;
import io.toritsugi.reservation.RoomAssignment;
import org.jspecify.annotations.Nullable;

/**
 * What people decided about a telegram beside what it says. The telegram itself never changes.
 *
 * @param edit the fields that they corrected; null: none
 * @param assignment the rooms that they gave another type
 */
public record TelegramOverride(@Nullable BookingEdit edit, RoomAssignment assignment) {

    /** Nobody decided anything. */
    public static final TelegramOverride NONE = new TelegramOverride(null, RoomAssignment.NONE);

    private static final String ASSIGNED = "room_assigned_by_hand";

    /** The same, with these corrections in place of the earlier ones. */
    public TelegramOverride with(BookingEdit corrections) {
        return new TelegramOverride(corrections, assignment);
    }

    /** The same, with these rooms in place of the earlier ones. */
    public TelegramOverride with(RoomAssignment rooms) {
        return new TelegramOverride(edit, rooms);
    }

    /** The reading of a telegram whose corrections are in the booking already. */
    Reading understood(Booking booking) {
        return assignment.isEmpty()
                ? new Reading.Understood(booking)
                : new Reading.Understood(booking.withFlag(ASSIGNED), assignment);
    }
}
