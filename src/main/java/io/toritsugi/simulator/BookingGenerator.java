package io.toritsugi.simulator;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Makes telegrams that look like those of domain notes §5: kinds, OTAs with their quirks, nights, rooms, children. Every
 * history is valid: new, then any number of modifications, then at most one cancellation, and no change after arrival. The
 * same seed and the same clock give the same telegrams; two seeds share no booking. Nobody in them exists. Thread-safe.
 */
public final class BookingGenerator {

    private static final int SEEN = 1617;
    private static final int SEEN_MODIFIED = 105;
    private static final int SEEN_CANCELLED = 422;
    private static final int MOST_STANDING = 5000;
    private static final int SERIES = 1_000_000;
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final Clock clock;
    private final long seed;
    private final SplittableRandom random;
    private final StayDraw draw;
    private final List<GeneratedBooking> standing = new ArrayList<>();
    private int telegrams;

    public BookingGenerator(long seed, Clock clock) {
        this.seed = seed;
        this.clock = clock;
        this.random = new SplittableRandom(seed);
        this.draw = new StayDraw(random);
    }

    /** The next telegram: of a new booking, or of one that stands. */
    public synchronized GeneratedTelegram next() {
        var now = LocalDateTime.ofInstant(clock.instant(), JAPAN).truncatedTo(ChronoUnit.SECONDS);
        standing.removeIf(booking -> booking.stay().checkIn().isBefore(now.toLocalDate()));
        int kind = random.nextInt(SEEN);
        if (standing.isEmpty() || kind >= SEEN_MODIFIED + SEEN_CANCELLED) {
            return newBooking(now);
        }
        int place = random.nextInt(standing.size());
        return kind < SEEN_MODIFIED ? modification(place, now) : cancellation(place, now);
    }

    private GeneratedTelegram newBooking(LocalDateTime now) {
        var office = SalesOffice.drawn(random);
        var number = office.numberPrefix() + Long.toUnsignedString(seed, 36) + String.format("%05d", telegrams);
        var guest = InventedGuest.drawn(office, random);
        var stay = draw.stay(office, now.toLocalDate());
        var booking = new GeneratedBooking(office, number, guest, now, now, stay);
        if (standing.size() == MOST_STANDING) {
            standing.remove(0);
        }
        standing.add(booking);
        return written("NewBookReport", booking, "");
    }

    private GeneratedTelegram modification(int place, LocalDateTime now) {
        var before = standing.get(place);
        var change = changed(before.stay(), now.toLocalDate());
        var after = before.changedTo(change.stay(), after(before, now));
        standing.set(place, after);
        return written("ModificationReport", after, change.point());
    }

    private GeneratedTelegram cancellation(int place, LocalDateTime now) {
        var booking = standing.remove(place);
        return written("CancellationReport", booking.changedTo(booking.stay(), after(booking, now)), "");
    }

    private Change changed(GeneratedStay stay, LocalDate today) {
        return switch (random.nextInt(3)) {
            case 0 ->
                stay.nights() > 1
                        ? new Change(stay.on(stay.checkIn(), stay.nights() - 1), "宿泊日数変更")
                        : new Change(stay.on(stay.checkIn(), 2), "宿泊日数変更");
            case 1 -> new Change(stay.on(today.plusDays(1 + random.nextInt(180)), stay.nights()), "宿泊日変更");
            default -> new Change(stay.in(withOtherType(stay.rooms())), "部屋タイプ変更");
        };
    }

    private List<GeneratedRoom> withOtherType(List<GeneratedRoom> rooms) {
        var first = rooms.get(0).as(draw.group());
        return Stream.concat(Stream.of(first), rooms.stream().skip(1)).toList();
    }

    /** Telegrams of one booking are a second apart at least: their time is their order (domain notes §8.3). */
    private static LocalDateTime after(GeneratedBooking booking, LocalDateTime now) {
        var earliest = booking.lastSentAt().plusSeconds(1);
        return now.isBefore(earliest) ? earliest : now;
    }

    private GeneratedTelegram written(String classification, GeneratedBooking booking, String point) {
        var dataId =
                DateTimeFormatter.BASIC_ISO_DATE.format(booking.lastSentAt().toLocalDate())
                        + String.format("%06d%06d", Math.floorMod(seed, SERIES), telegrams++);
        var xml = new TelegramWriting(classification, dataId, booking, point).write();
        return new GeneratedTelegram(classification, dataId, booking.lastSentAt(), booking.number(), xml);
    }

    private record Change(GeneratedStay stay, String point) {}
}
