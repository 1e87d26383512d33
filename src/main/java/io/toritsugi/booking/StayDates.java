package io.toritsugi.booking;

import io.toritsugi.failure.FailureCode;
import io.toritsugi.telegram.model.BasicInformation;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Arrival and departure of a stay (domain notes §7): a missing check-out follows from Nights, one that is not after
 * check-in is never repaired.
 */
record StayDates(LocalDate checkIn, LocalDate checkOut) {

    /** Nobody books longer through an OTA; beyond it a number is a mistake or an attack. */
    static final int MOST_NIGHTS = 999;

    static StayDates of(BasicInformation basic, Flags flags) {
        var checkIn = SentDate.of("CheckInDate", basic.checkInDate);
        if (checkIn == null) {
            throw Refusal.of(FailureCode.CHECK_IN_MISSING, "CheckInDate", "YYYY-MM-DD", null);
        }
        var checkOut = SentDate.of("CheckOutDate", basic.checkOutDate);
        var nights = SentNumber.upTo(SentNumber.MOST_COMPARED, "Nights", basic.nights);
        if (checkOut == null) {
            flags.raise(Flag.CHECK_OUT_DERIVED);
            return new StayDates(checkIn, checkIn.plusDays(derived(checkIn, nights)));
        }
        if (!checkOut.isAfter(checkIn)) {
            throw Refusal.ofCheckOut(checkIn, checkOut);
        }
        var dates = new StayDates(checkIn, inReach(checkIn, checkOut));
        flags.raiseIf(nights != null && nights != dates.nights(), Flag.NIGHTS_MISMATCH);
        return dates;
    }

    int nights() {
        return (int) ChronoUnit.DAYS.between(checkIn, checkOut);
    }

    /** Which night of the stay a date is, from 0; -1 when it is none of them. */
    int indexOf(LocalDate date) {
        var index = ChronoUnit.DAYS.between(checkIn, date);
        return index >= 0 && index < nights() ? (int) index : -1;
    }

    private static long derived(LocalDate checkIn, @Nullable Long nights) {
        if (nights == null || nights == 0) {
            throw Refusal.of(
                    FailureCode.CHECK_OUT_UNKNOWN, "CheckOutDate", "> " + checkIn, nights == null ? null : "Nights 0");
        }
        if (nights > MOST_NIGHTS) {
            throw Refusal.of(FailureCode.STAY_TOO_LONG, "Nights", "1–" + MOST_NIGHTS, nights);
        }
        return nights;
    }

    private static LocalDate inReach(LocalDate checkIn, LocalDate checkOut) {
        var nights = ChronoUnit.DAYS.between(checkIn, checkOut);
        if (nights > MOST_NIGHTS) {
            throw Refusal.of(FailureCode.STAY_TOO_LONG, "CheckOutDate", "1–" + MOST_NIGHTS, nights);
        }
        return checkOut;
    }
}
