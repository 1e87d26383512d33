package io.toritsugi.reservation;

import io.toritsugi.booking.BookedStay;
import io.toritsugi.inventory.NightKey;
import io.toritsugi.inventory.RoomTypeRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A stay whose room codes have become room types.
 *
 * @param types the booked type of each room of the stay, in its order
 */
public record MappedStay(BookedStay stay, List<RoomTypeRef> types) {

    public MappedStay {
        types = List.copyOf(types);
        if (types.size() != stay.rooms().size()) {
            throw new IllegalArgumentException(
                    types.size() + " types for " + stay.rooms().size() + " rooms");
        }
    }

    /** Rooms per night and type that the stay takes. */
    Map<NightKey, Integer> nights() {
        var nights = new TreeMap<NightKey, Integer>();
        for (int room = 0; room < types.size(); room++) {
            var booked = stay.rooms().get(room);
            int typeId = types.get(room).id();
            for (LocalDate night = booked.firstNight(); night.isBefore(booked.endDate()); night = night.plusDays(1)) {
                nights.merge(new NightKey(typeId, night), 1, Integer::sum);
            }
        }
        return nights;
    }
}
