package io.toritsugi.conformance.suite;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One event of one booking, as its OTA tells it. Prices are whole yen a night.
 *
 * @param company SalesOfficeCompanyName
 * @param number TravelAgencyBookingNumber
 * @param charge of a cancellation; null when none is said
 */
record Telegram(
        Kind kind,
        String dataId,
        LocalDateTime sentAt,
        String company,
        String number,
        String guest,
        LocalDate checkIn,
        LocalDate checkOut,
        List<Room> rooms,
        @Nullable Integer charge) {

    enum Kind {
        NEW("NewBookReport"),
        MODIFICATION("ModificationReport"),
        CANCELLATION("CancellationReport");

        private final String classification;

        Kind(String classification) {
            this.classification = classification;
        }

        String classification() {
            return classification;
        }
    }

    /** A room by the OTA's code, with its price for every night. */
    record Room(String code, List<Integer> prices) {

        static Room of(String code, Integer... prices) {
            return new Room(code, List.of(prices));
        }

        int total() {
            return prices.stream().mapToInt(Integer::intValue).sum();
        }
    }

    int total() {
        return rooms.stream().mapToInt(Room::total).sum();
    }

    /** The same booking with another departure, right or wrong. */
    Telegram leaving(LocalDate day) {
        return new Telegram(kind, dataId, sentAt, company, number, guest, checkIn, day, rooms, charge);
    }

    Telegram under(String otherNumber) {
        return new Telegram(kind, dataId, sentAt, company, otherNumber, guest, checkIn, checkOut, rooms, charge);
    }

    String xml() {
        return TelegramXml.whole(this);
    }

    byte[] bytes() {
        return xml().getBytes(StandardCharsets.UTF_8);
    }

    /** The reservation as it must stand after this telegram, in the words of {@link TestHotel#reservation}. */
    String standing() {
        var shown = rooms.stream()
                .map(room -> TestHotel.type(room.code()) + " " + room.prices())
                .sorted()
                .toList();
        return number + " confirmed " + checkIn + " to " + checkOut + ", " + guest + ", " + String.join(", ", shown);
    }

    /** The nights that these bookings take, in the words of {@link TestHotel#sold}. */
    static List<String> nights(Telegram... bookings) {
        var nights = new TreeMap<String, Integer>();
        for (var booking : bookings) {
            for (var room : booking.rooms()) {
                for (int night = 0; night < room.prices().size(); night++) {
                    nights.merge(
                            booking.checkIn().plusDays(night) + " " + TestHotel.type(room.code()), 1, Integer::sum);
                }
            }
        }
        return nights.entrySet().stream()
                .map(night -> night.getKey() + " × " + night.getValue())
                .toList();
    }

    static byte[] answer(Telegram... telegrams) {
        return TelegramXml.answer(Arrays.stream(telegrams).map(Telegram::xml).toList())
                .getBytes(StandardCharsets.UTF_8);
    }
}
