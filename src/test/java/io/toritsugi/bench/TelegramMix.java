package io.toritsugi.bench;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws telegrams in the proportions of domain notes §5: kinds, OTAs, nights, rooms, children. The same series is the same
 * load in every run of a day; two series never share a booking. Every telegram can be placed in a {@link BenchHotel}.
 */
final class TelegramMix {

    private static final int SEEN = 1617;
    private static final int SEEN_MODIFIED = 105;
    private static final int SEEN_CANCELLED = 422;
    private static final int SEEN_WITH_CHILDREN = 63;
    private static final int ARRIVALS_WITHIN_DAYS = 480;
    private static final double[] NIGHTS = {0.56, 0.80, 0.90, 0.94, 0.96, 0.975, 0.99};
    private static final int LONGEST_STAY = 19;
    private static final String[] TYPES = {"0001", "0002", "0003", "0005", "0007"};
    private static final double[] TYPE_SHARES = {0.25, 0.55, 0.85, 0.94, 1};
    private static final String[] FAMILY_NAMES = {"見本", "例題", "架空", "試験", "仮名", "例文"};
    private static final String[] GIVEN_NAMES = {"一郎", "花子", "二郎", "三枝", "四郎", "五月", "六花"};

    private final SplittableRandom random;
    private final int series;
    private final LocalDate today;
    private final List<DrawnBooking> standing = new ArrayList<>();
    private int drawn;

    TelegramMix(int series, LocalDate today) {
        this.random = new SplittableRandom(series);
        this.series = series;
        this.today = today;
    }

    /** New bookings only, each a booking of its own. */
    List<DrawnBooking> newBookings(int count) {
        var all = new ArrayList<DrawnBooking>(count);
        while (all.size() < count) {
            all.add(newBooking());
        }
        return all;
    }

    /** New, modified and cancelled as they were seen; a change names a booking that came before it. */
    List<DrawnBooking> allKinds(int count) {
        var all = new ArrayList<DrawnBooking>(count);
        while (all.size() < count) {
            int draw = random.nextInt(SEEN);
            if (standing.isEmpty() || draw >= SEEN_MODIFIED + SEEN_CANCELLED) {
                all.add(newBooking());
            } else {
                all.add(draw < SEEN_MODIFIED ? modification() : cancellation());
            }
        }
        return all;
    }

    private DrawnBooking newBooking() {
        var ota = Ota.drawn(random.nextDouble());
        var number = ota.numberPrefix() + String.format("%04d%06d", series, drawn);
        var booking = stay("NewBookReport", ota, number, guest());
        standing.add(booking);
        return booking;
    }

    private DrawnBooking modification() {
        int index = random.nextInt(standing.size());
        var before = standing.get(index);
        var after = stay("ModificationReport", before.ota(), before.bookingNumber(), before.guest());
        standing.set(index, after);
        return after;
    }

    private DrawnBooking cancellation() {
        int index = random.nextInt(standing.size());
        var before = standing.get(index);
        standing.set(index, standing.get(standing.size() - 1));
        standing.remove(standing.size() - 1);
        return new DrawnBooking(
                "CancellationReport",
                dataId(),
                sentAt(),
                before.ota(),
                before.bookingNumber(),
                before.guest(),
                before.checkIn(),
                before.nights(),
                before.rooms(),
                before.chatter());
    }

    private DrawnBooking stay(String classification, Ota ota, String number, String guest) {
        var sentAt = sentAt();
        return new DrawnBooking(
                classification,
                dataId(),
                sentAt,
                ota,
                number,
                guest,
                today.plusDays(1 + random.nextInt(ARRIVALS_WITHIN_DAYS)),
                nights(),
                rooms(),
                random.nextInt(1 << 20));
    }

    private String dataId() {
        return today.toString().replace("-", "") + String.format("%04d%07d", series, drawn++);
    }

    /** A second for each telegram: the order in which they are drawn is their order. */
    private LocalDateTime sentAt() {
        return today.minusDays(1).atStartOfDay().plusSeconds(drawn);
    }

    private String guest() {
        return FAMILY_NAMES[random.nextInt(FAMILY_NAMES.length)]
                + "　"
                + GIVEN_NAMES[random.nextInt(GIVEN_NAMES.length)];
    }

    private int nights() {
        double draw = random.nextDouble();
        for (int nights = 1; nights <= NIGHTS.length; nights++) {
            if (draw < NIGHTS[nights - 1]) {
                return nights;
            }
        }
        return random.nextInt(NIGHTS.length + 1, LONGEST_STAY + 1);
    }

    private List<DrawnBooking.Room> rooms() {
        double draw = random.nextDouble();
        int count = draw < 0.92 ? 1 : draw < 0.98 ? 2 : random.nextInt(3, 11);
        boolean children = random.nextInt(SEEN) < SEEN_WITH_CHILDREN;
        var room = new DrawnBooking.Room(
                type(), 1 + random.nextInt(2), children ? 1 + random.nextInt(2) : 0, 100 * (50 + random.nextInt(100)));
        return java.util.Collections.nCopies(count, room);
    }

    private String type() {
        double draw = random.nextDouble();
        int type = 0;
        while (draw >= TYPE_SHARES[type]) {
            type++;
        }
        return TYPES[type];
    }
}
