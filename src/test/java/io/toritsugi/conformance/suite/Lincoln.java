package io.toritsugi.conformance.suite;

import io.toritsugi.simulator.Credentials;
import io.toritsugi.simulator.Fault;
import io.toritsugi.simulator.LincolnService;
import io.toritsugi.simulator.SimulatedOutput;
import io.toritsugi.simulator.SimulatorOptions;
import io.toritsugi.simulator.SimulatorServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The simulated TL-Lincoln of one hotel, beside the instance (docs/guides/simulator.md). */
final class Lincoln implements AutoCloseable {

    private static final String SYSTEM = "TORITSUGI";
    private static final String PASSWORD = "conformance";

    private final Instance instance;
    private final String hotel;
    private final SimulatorServer server;

    private Lincoln(Instance instance, String hotel, SimulatorServer server) {
        this.instance = instance;
        this.hotel = hotel;
        this.server = server;
    }

    static Lincoln of(Instance instance, String hotel) {
        try {
            var credentials = new Credentials(SYSTEM, hotel, PASSWORD);
            var options = SimulatorOptions.silent(0).withHotels(Map.of(hotel, credentials));
            return new Lincoln(instance, hotel, SimulatorServer.start(options));
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    void enqueue(Telegram... telegrams) {
        server.enqueue(hotel, Arrays.stream(telegrams).map(Telegram::xml).toArray(String[]::new));
    }

    /** The next answer with bookings meets this fault. */
    void nextPollMeets(Fault fault) {
        server.faults().next(LincolnService.BOOKING_OUTPUT, fault, 1);
    }

    /** Sets the hotel's connection up; it is polled from now on. */
    void link() {
        instance.put(
                        "/api/v1/hotels/" + hotel + "/connection",
                        Map.of(
                                "address",
                                server.baseUri() + "/pmsservice/V1",
                                "systemId",
                                SYSTEM,
                                "user",
                                hotel,
                                "password",
                                PASSWORD,
                                "poll",
                                true))
                .expect(200, 201);
    }

    List<SimulatedOutput> outputs() {
        return server.outputs(hotel);
    }

    boolean allConfirmed() {
        return server.waiting(hotel) == 0 && outputs().stream().allMatch(SimulatedOutput::confirmed);
    }

    /** Nobody asks it any more, and then it is gone. */
    @Override
    public void close() {
        var connection = "/api/v1/hotels/" + hotel + "/connection";
        if (instance.get(connection).status() == 200) {
            instance.put(connection, Map.of("poll", false)).expect(200);
        }
        server.close();
    }
}
