package io.toritsugi.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A telegram as Booking.com sends it: a stay of two nights in one room, in the shape of the sample
 * {@code 10_new_booking_roomrate.xml}.
 *
 * @param amount for each night, in yen
 */
record WrittenTelegram(
        Kind kind,
        String dataId,
        String bookingNumber,
        LocalDateTime sentAt,
        LocalDate checkIn,
        String roomCode,
        int amount) {

    static final int NIGHTS = 2;

    private static final String DATA_ID = "<DataID>";

    private static final String SAMPLE = sample();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    enum Kind {
        NEW("NewBookReport"),
        MODIFICATION("ModificationReport"),
        CANCELLATION("CancellationReport");

        private final String classification;

        Kind(String classification) {
            this.classification = classification;
        }
    }

    /** A first telegram of a booking, whose numbers are made of this one number. */
    static WrittenTelegram newBooking(String number) {
        return new WrittenTelegram(
                Kind.NEW,
                "D" + number + "-1",
                "B" + number,
                LocalDateTime.parse("2027-01-10T09:00:00"),
                LocalDate.parse("2027-03-05"),
                "0003",
                12000);
    }

    /** The same booking's next telegram, a second later. */
    WrittenTelegram then(Kind next, LocalDate newCheckIn, int newAmount) {
        int end = dataId.lastIndexOf('-');
        int number = Integer.parseInt(dataId.substring(end + 1)) + 1;
        return new WrittenTelegram(
                next,
                dataId.substring(0, end + 1) + number,
                bookingNumber,
                sentAt.plusSeconds(1),
                newCheckIn,
                roomCode,
                newAmount);
    }

    /** The DataID of a document that was made of such a telegram. */
    static String dataIdOf(String document) {
        int begin = document.indexOf(DATA_ID) + DATA_ID.length();
        return document.substring(begin, document.indexOf('<', begin));
    }

    WrittenTelegram arriving(LocalDate day) {
        return new WrittenTelegram(kind, dataId, bookingNumber, sentAt, day, roomCode, amount);
    }

    WrittenTelegram inRoom(String code) {
        return new WrittenTelegram(kind, dataId, bookingNumber, sentAt, checkIn, code, amount);
    }

    /** About 7 KB. */
    String xml() {
        return SAMPLE.replace("{classification}", kind.classification)
                .replace("{dataId}", dataId)
                .replace("{bookingNumber}", bookingNumber)
                .replace("{systemDate}", sentAt.toLocalDate().toString())
                .replace("{systemTime}", TIME.format(sentAt))
                .replace("{firstNight}", checkIn.toString())
                .replace("{secondNight}", checkIn.plusDays(1).toString())
                .replace("{checkOut}", checkIn.plusDays(NIGHTS).toString())
                .replace("{roomCode}", roomCode)
                .replace("{amount}", Integer.toString(amount))
                .replace("{total}", Integer.toString(NIGHTS * amount));
    }

    byte[] bytes() {
        return xml().getBytes(StandardCharsets.UTF_8);
    }

    private static String sample() {
        try (var file = WrittenTelegram.class.getResourceAsStream("/samples/10_new_booking_roomrate.xml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("NewBookReport", "{classification}")
                    .replace("20270110000000101", "{dataId}")
                    .replace("9900000110", "{bookingNumber}")
                    .replace("<SystemDate>2027-01-10<", "<SystemDate>{systemDate}<")
                    .replace("09:12:41", "{systemTime}")
                    .replace("2027-03-05", "{firstNight}")
                    .replace("2027-03-06", "{secondNight}")
                    .replace("2027-03-07", "{checkOut}")
                    .replace("0003", "{roomCode}")
                    .replaceAll("12345|13455", "{amount}")
                    .replace("25801", "{total}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
