package io.toritsugi.bench;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What a telegram of the load says.
 *
 * @param classification its DataClassification
 * @param rooms of the stay, each for all nights
 */
record DrawnBooking(
        String classification,
        String dataId,
        LocalDateTime sentAt,
        Ota ota,
        String bookingNumber,
        String guest,
        LocalDate checkIn,
        int nights,
        List<Room> rooms,
        int chatter) {

    /**
     * @param code as the OTA calls the type
     * @param adultRate yen a person and night
     */
    record Room(String code, int adults, int children, int adultRate) {

        int childRate() {
            return adultRate / 2;
        }

        /** Yen a night; weekends are dearer. */
        int night(LocalDate date) {
            return adults * adultRate(date) + children * childRate();
        }

        int adultRate(LocalDate date) {
            return date.getDayOfWeek().getValue() >= 5 ? adultRate * 6 / 5 : adultRate;
        }
    }

    boolean cancels() {
        return classification.equals("CancellationReport");
    }

    int total() {
        int total = 0;
        for (var room : rooms) {
            for (int night = 0; night < nights; night++) {
                total += room.night(checkIn.plusDays(night));
            }
        }
        return total;
    }

    int adults() {
        return rooms.stream().mapToInt(Room::adults).sum();
    }

    int children() {
        return rooms.stream().mapToInt(Room::children).sum();
    }
}
