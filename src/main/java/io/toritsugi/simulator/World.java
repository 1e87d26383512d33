package io.toritsugi.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;

/** The hotels, what shall go wrong, and how the simulator decides the open questions. Thread-safe. */
final class World {

    private final Map<String, SimulatedHotel> hotels = new ConcurrentSkipListMap<>();
    private final Faults faults = new Faults();
    private final AtomicReference<Behaviour> behaviour = new AtomicReference<>(Behaviour.usual());

    World(Map<String, Credentials> hotels) {
        hotels.forEach((code, credentials) -> this.hotels.put(code, new SimulatedHotel(code, credentials)));
    }

    /** @throws IllegalArgumentException when there is no such hotel */
    SimulatedHotel hotel(String code) {
        var hotel = hotels.get(code);
        if (hotel == null) {
            throw new IllegalArgumentException("The simulator has no hotel " + code + "; it has " + hotels.keySet());
        }
        return hotel;
    }

    Optional<SimulatedHotel> hotelOf(Credentials shown) {
        return hotels.values().stream().filter(hotel -> hotel.admits(shown)).findFirst();
    }

    List<SimulatedHotel> hotels() {
        return List.copyOf(hotels.values());
    }

    Faults faults() {
        return faults;
    }

    Behaviour behaviour() {
        return behaviour.get();
    }

    void behave(Behaviour other) {
        behaviour.set(other);
    }
}
