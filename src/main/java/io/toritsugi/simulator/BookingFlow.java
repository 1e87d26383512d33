package io.toritsugi.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes up telegrams at a rate and puts them into the hotels' queues in turn. Thread-safe. */
final class BookingFlow {

    /** Where nobody fetches, nothing more is made up: an idle simulator does not fill the memory. */
    private static final int ENOUGH_WAITING = 5_000;

    private final World world;
    private final Clock clock;
    private final Map<String, BookingGenerator> generators = new TreeMap<>();
    private double perMinute;
    private Instant since;
    private long made;

    BookingFlow(World world, SimulatorOptions options) {
        this.world = world;
        this.clock = options.clock();
        this.perMinute = options.ratePerMinute();
        this.since = clock.instant();
        long seed = options.seed();
        for (var hotel : world.hotels()) {
            generators.put(hotel.code(), new BookingGenerator(seed++, clock));
        }
    }

    synchronized double rate() {
        return perMinute;
    }

    synchronized void rate(double other) {
        perMinute = SimulatorOptions.allowedRate(other);
        since = clock.instant();
        made = 0;
    }

    /** Makes up what has become due by the clock. */
    synchronized void tick() {
        double minutes = Duration.between(since, clock.instant()).toMillis() / 60_000.0;
        long due = (long) (minutes * perMinute);
        var hotels = world.hotels();
        while (made < due) {
            var hotel = hotels.get((int) (made % hotels.size()));
            if (hotel.bookings().waiting() < ENOUGH_WAITING) {
                make(hotel.code(), 1);
            }
            made++;
        }
    }

    /** Makes up so many for one hotel at once, whatever the rate. */
    List<GeneratedTelegram> make(String hotelCode, int count) {
        var hotel = world.hotel(hotelCode);
        var telegrams = new ArrayList<GeneratedTelegram>();
        while (telegrams.size() < count) {
            telegrams.add(generators.get(hotelCode).next());
        }
        hotel.bookings().enqueue(telegrams.stream().map(GeneratedTelegram::xml).toList());
        return telegrams;
    }
}
