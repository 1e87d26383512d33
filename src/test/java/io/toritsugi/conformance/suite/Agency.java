package io.toritsugi.conformance.suite;

import io.toritsugi.conformance.suite.Telegram.Kind;
import io.toritsugi.conformance.suite.Telegram.Room;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An OTA that writes telegrams for one hotel, each a second after the one before. Thread-safe. */
final class Agency {

    static final String JALAN = "じゃらんnet";
    static final String BOOKING = "Booking.com";

    private static final String GUEST = "TARO MIHON";

    private final String company;
    private final LocalDateTime opening;
    private final AtomicInteger written = new AtomicInteger();

    Agency(String company, LocalDate day) {
        this.company = company;
        this.opening = day.atTime(9, 0);
    }

    Telegram books(LocalDate arrival, Room... rooms) {
        int number = written.incrementAndGet();
        return telegram(Kind.NEW, number, "CF%05d".formatted(number), GUEST, arrival, List.of(rooms), null);
    }

    /** The whole booking as it is after a change. */
    Telegram changes(Telegram booking, LocalDate arrival, Room... rooms) {
        return telegram(
                Kind.MODIFICATION,
                written.incrementAndGet(),
                booking.number(),
                booking.guest(),
                arrival,
                List.of(rooms),
                null);
    }

    Telegram renames(Telegram booking, String guest) {
        return telegram(
                Kind.MODIFICATION,
                written.incrementAndGet(),
                booking.number(),
                guest,
                booking.checkIn(),
                booking.rooms(),
                null);
    }

    Telegram cancels(Telegram booking, int charge) {
        return telegram(
                Kind.CANCELLATION,
                written.incrementAndGet(),
                booking.number(),
                booking.guest(),
                booking.checkIn(),
                booking.rooms(),
                charge);
    }

    private Telegram telegram(
            Kind kind,
            int number,
            String booking,
            String guest,
            LocalDate arrival,
            List<Room> rooms,
            @Nullable Integer charge) {
        int nights = rooms.isEmpty() ? 1 : rooms.get(0).prices().size();
        return new Telegram(
                kind,
                "%s%09d".formatted(opening.toLocalDate().toString().replace("-", ""), number),
                opening.plusSeconds(number),
                company,
                booking,
                guest,
                arrival,
                arrival.plusDays(nights),
                rooms,
                charge);
    }
}
