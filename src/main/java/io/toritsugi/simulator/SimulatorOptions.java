package io.toritsugi.simulator;

import java.net.InetAddress;
import java.time.Clock;
import java.util.Map;

/**
 * How a simulator starts.
 *
 * @param address where it listens
 * @param port 0 picks a free one
 * @param hotels whom it knows, by hotel code
 * @param ratePerMinute how many telegrams it makes up a minute, over all hotels; 0 for none
 * @param seed of what it makes up; the same seed at the same time of the clock makes up the same
 */
public record SimulatorOptions(
        InetAddress address, int port, Map<String, Credentials> hotels, double ratePerMinute, long seed, Clock clock) {

    static final double FASTEST = 60_000;

    public SimulatorOptions {
        hotels = Map.copyOf(hotels);
        allowedRate(ratePerMinute);
    }

    /** On the loopback address, with the demo hotel SMP and its {@link Credentials#DEMO}, silent. */
    public static SimulatorOptions silent(int port) {
        return new SimulatorOptions(
                InetAddress.getLoopbackAddress(), port, Map.of("SMP", Credentials.DEMO), 0, 1, Clock.systemUTC());
    }

    public SimulatorOptions at(InetAddress other) {
        return new SimulatorOptions(other, port, hotels, ratePerMinute, seed, clock);
    }

    public SimulatorOptions withHotels(Map<String, Credentials> others) {
        return new SimulatorOptions(address, port, others, ratePerMinute, seed, clock);
    }

    public SimulatorOptions withRate(double perMinute) {
        return new SimulatorOptions(address, port, hotels, perMinute, seed, clock);
    }

    public SimulatorOptions withSeed(long other) {
        return new SimulatorOptions(address, port, hotels, ratePerMinute, other, clock);
    }

    public SimulatorOptions withClock(Clock other) {
        return new SimulatorOptions(address, port, hotels, ratePerMinute, seed, other);
    }

    /** @throws IllegalArgumentException when there is no such rate */
    static double allowedRate(double perMinute) {
        if (perMinute >= 0 && perMinute <= FASTEST) {
            return perMinute;
        }
        throw new IllegalArgumentException("A rate is from 0 to 60000 telegrams a minute, not " + perMinute);
    }
}
