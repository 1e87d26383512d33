package io.toritsugi.simulator;

import java.time.LocalDateTime;

/**
 * A booking that stands.
 *
 * @param bookedAt when it was made, Japanese local time
 * @param lastSentAt the SystemDate and SystemTime of its newest telegram
 */
record GeneratedBooking(
        SalesOffice office,
        String number,
        InventedGuest guest,
        LocalDateTime bookedAt,
        LocalDateTime lastSentAt,
        GeneratedStay stay) {

    GeneratedBooking changedTo(GeneratedStay other, LocalDateTime sentAt) {
        return new GeneratedBooking(office, number, guest, bookedAt, sentAt, other);
    }
}
