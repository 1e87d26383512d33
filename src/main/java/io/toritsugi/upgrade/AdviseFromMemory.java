package io.toritsugi.upgrade;

import io.toritsugi.inventory.AvailabilityGrid;
import io.toritsugi.inventory.StayNights;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the engine of the hotel about the nights in memory; nights that are not held there are read from the tables. */
@Component
class AdviseFromMemory implements UpgradeAdvisor {

    private final Engines engines;
    private final StayNights stayNights;

    AdviseFromMemory(Engines engines, StayNights stayNights) {
        this.engines = engines;
        this.stayNights = stayNights;
    }

    @Override
    public UpgradeSuggestion suggest(UpgradeRequest request) {
        return suggest(request, engines.of(request.hotelId()));
    }

    @Override
    public UpgradeAdvisor forBatch() {
        Map<Integer, HotelUpgrades> hotels = new HashMap<>();
        return request -> suggest(request, hotels.computeIfAbsent(request.hotelId(), engines::of));
    }

    /** As {@link #suggest(UpgradeRequest)}, of a hotel that the caller has looked at already. */
    UpgradeSuggestion suggest(UpgradeRequest request, HotelUpgrades hotel) {
        return hotel.engine().suggest(request, nightsOf(request, hotel.grid()), hotel.demand());
    }

    private AvailabilityGrid nightsOf(UpgradeRequest request, AvailabilityGrid held) {
        boolean inMemory = request.checkIn().toEpochDay() >= held.firstDay()
                && request.checkOut().toEpochDay() <= held.endDay();
        return inMemory
                ? held
                : stayNights.read(request.hotelId(), held.types(), request.checkIn(), request.checkOut());
    }
}
