package io.toritsugi.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts a simulator by itself, for integrators; the environment sets it up (docs/guides/simulator.md). */
public final class Simulator {

    private static final Logger log = LoggerFactory.getLogger(Simulator.class);

    private Simulator() {}

    public static void main(String[] arguments) throws IOException {
        var server = SimulatorServer.start(options(System.getenv(), Clock.systemUTC()));
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "simulator-stop"));
        log.info("TL-Lincoln simulator for {} at {}/pmsservice/V1/", server.hotels(), server.baseUri());
    }

    /** @throws IllegalArgumentException when a number is none, or an address is unknown */
    static SimulatorOptions options(Map<String, String> environment, Clock clock) {
        var credentials = new Credentials(
                environment.getOrDefault("TORITSUGI_SIMULATOR_SYSTEM_ID", Credentials.DEMO.systemId()),
                environment.getOrDefault("TORITSUGI_SIMULATOR_USER", Credentials.DEMO.pmsUserId()),
                environment.getOrDefault("TORITSUGI_SIMULATOR_PASSWORD", Credentials.DEMO.pmsPassword()));
        var seed = environment.get("TORITSUGI_SIMULATOR_SEED");
        return SimulatorOptions.silent(Integer.parseInt(environment.getOrDefault("TORITSUGI_SIMULATOR_PORT", "8090")))
                .at(address(environment.getOrDefault("TORITSUGI_SIMULATOR_ADDRESS", "127.0.0.1")))
                .withHotels(Map.of(environment.getOrDefault("TORITSUGI_SIMULATOR_HOTEL", "SMP"), credentials))
                .withRate(Double.parseDouble(environment.getOrDefault("TORITSUGI_SIMULATOR_RATE", "2")))
                .withSeed(seed == null ? clock.instant().getEpochSecond() : Long.parseLong(seed))
                .withClock(clock);
    }

    private static InetAddress address(String name) {
        try {
            return InetAddress.getByName(name);
        } catch (IOException e) {
            throw new IllegalArgumentException("TORITSUGI_SIMULATOR_ADDRESS is no address: " + name, e);
        }
    }
}
