package io.toritsugi.booking;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a booking that a person has corrected. What is null stands as it was sent. Applied to the document before it is
 * translated, so that a correction has to keep the same rules as what an OTA sends.
 *
 * @param guestKana the reading of the guest's name
 * @param rooms all rooms of the stay, with a price for every night; null: as sent
 */
public record BookingEdit(
        @Nullable LocalDate checkIn,
        @Nullable LocalDate checkOut,
        @Nullable String guestName,
        @Nullable String guestKana,
        @Nullable List<Room> rooms) {

    public BookingEdit {
        rooms = rooms == null ? null : List.copyOf(rooms);
    }

    /** Whether nothing is corrected. */
    public boolean nothing() {
        return checkIn == null && checkOut == null && guestName == null && guestKana == null && rooms == null;
    }

    /**
     * A room as it should have been sent.
     *
     * @param code the OTA's room type code
     * @param amounts whole yen, one for each night of the stay
     */
    public record Room(String code, int adults, int children, List<Integer> amounts) {

        public Room {
            amounts = List.copyOf(amounts);
        }
    }
}
