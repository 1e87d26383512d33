package io.toritsugi.intake;

import io.toritsugi.booking.Booking;
import io.toritsugi.booking.BookingEdit;
import io.toritsugi.reservation.Reading;
import io.toritsugi.reservation.RoomAssignment;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a telegram beside what it says: by people, and about its rooms by rules too. The telegram itself never
 * changes.
 *
 * @param edit the fields that people corrected; null: none
 * @param assignment the rooms that were given another type
 */
public record TelegramOverride(@Nullable BookingEdit edit, RoomAssignment assignment) {

    /** Nobody decided anything. */
    public static final TelegramOverride NONE = new TelegramOverride(null, RoomAssignment.NONE);

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
        return new Reading.Understood(booking, assignment);
    }
}
