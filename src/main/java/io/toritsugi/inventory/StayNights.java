package io.toritsugi.inventory;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads the nights of a stay that lies outside of what {@link Availability} holds: in the past, or beyond the horizon. */
@Component
public class StayNights {

    private final Nights nights;

    StayNights(Nights nights) {
        this.nights = nights;
    }

    /**
     * The nights of these types from the tables.
     *
     * @param types in the order of their index; a type without a row has no room
     * @param to the day after the last night
     */
    public AvailabilityGrid read(int hotelId, List<TypeFacts> types, LocalDate from, LocalDate to) {
        Map<String, Integer> positions = new HashMap<>();
        types.forEach(type -> positions.put(type.code(), positions.size()));
        int length = Math.toIntExact(ChronoUnit.DAYS.between(from, to));
        var free = new int[types.size() * length];
        var overbooking = new int[types.size() * length];
        for (var night : nights.of(hotelId, from, to)) {
            var position = positions.get(night.roomType());
            if (position != null) {
                int at = position * length + Math.toIntExact(ChronoUnit.DAYS.between(from, night.date()));
                free[at] = night.rooms() - night.outOfOrder() - night.sold();
                overbooking[at] = night.overbooking();
            }
        }
        return new AvailabilityGrid(types, from, length, free, overbooking);
    }
}
