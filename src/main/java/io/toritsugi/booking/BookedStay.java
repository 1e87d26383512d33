package io.toritsugi.booking;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was booked: dates, guest, rooms with a price for every night, and who pays. Money is whole yen.
 *
 * @param checkIn first night
 * @param checkOut the day of departure; after {@code checkIn}
 * @param guest the guest's name in its normal form
 * @param rooms at least one; each room has its nights without a gap, together they cover the stay
 * @param roomTotal the sum of all nights of all rooms
 * @param optionsTotal the sum of the options
 * @param headerTotal the total as the OTA states it; {@code roomTotal + optionsTotal} where it states none
 * @param discountTotal points and coupons, a way of paying: not taken off the rooms (domain notes §6.4)
 * @param settlement who collects
 * @param dueOnSite what the hotel still collects
 * @param planCode the OTA's plan code
 * @param planName the plan as sent, not normalised
 * @param requests special requests in document order, as sent
 * @param flags domain notes §11, in a stable order without repetition
 * @param details what is shown with a reservation and never searched
 */
public record BookedStay(
        LocalDate checkIn,
        LocalDate checkOut,
        GuestName guest,
        List<BookedRoom> rooms,
        long roomTotal,
        long optionsTotal,
        long headerTotal,
        long discountTotal,
        Settlement settlement,
        long dueOnSite,
        @Nullable String planCode,
        @Nullable String planName,
        List<String> requests,
        List<String> flags,
        BookingDetails details) {

    public BookedStay {
        rooms = List.copyOf(rooms);
        requests = List.copyOf(requests);
        flags = List.copyOf(flags);
    }

    /** The same stay with one flag more. */
    BookedStay withFlag(String flag) {
        return new BookedStay(
                checkIn,
                checkOut,
                guest,
                rooms,
                roomTotal,
                optionsTotal,
                headerTotal,
                discountTotal,
                settlement,
                dueOnSite,
                planCode,
                planName,
                requests,
                Stream.concat(flags.stream(), Stream.of(flag)).toList(),
                details);
    }
}
