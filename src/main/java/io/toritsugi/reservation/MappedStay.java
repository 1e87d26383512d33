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
 * @param types the booked type of each room of the stay, in its order: what the OTA sold
 * @param assigned the type in which the guest of each room sleeps; the booked one, unless somebody decided otherwise
 */
public record MappedStay(BookedStay stay, List<RoomTypeRef> types, List<RoomTypeRef> assigned) {

    public MappedStay {
        types = List.copyOf(types);
        assigned = List.copyOf(assigned);
        if (types.size() != stay.rooms().size() || assigned.size() != types.size()) {
            throw new IllegalArgumentException(types.size() + " and " + assigned.size() + " types for "
                    + stay.rooms().size() + " rooms");
        }
    }

    /** A stay in which every guest sleeps in the type that was booked. */
    public MappedStay(BookedStay stay, List<RoomTypeRef> types) {
        this(stay, types, types);
    }

    /** Rooms per night and type that the stay takes. */
    Map<NightKey, Integer> nights() {
        var nights = new TreeMap<NightKey, Integer>();
        for (int room = 0; room < assigned.size(); room++) {
            var booked = stay.rooms().get(room);
            int typeId = assigned.get(room).id();
            for (LocalDate night = booked.firstNight(); night.isBefore(booked.endDate()); night = night.plusDays(1)) {
                nights.merge(new NightKey(typeId, night), 1, Integer::sum);
            }
        }
        return nights;
    }
}
