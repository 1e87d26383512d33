package io.toritsugi.reservation;

import io.toritsugi.inventory.NightKey;
import io.toritsugi.mapping.MappingTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has to change for a refused booking to heal: kept with the failure, so that a change finds exactly those that it
 * concerns (R3.4).
 *
 * @param rooms each room code that goes by the mappings, once
 * @param nights the nights that were short of rooms; empty when it was not for lack of rooms
 * @param others of each other type that a rule could have given, the nights that it was short of itself; empty where only a
 *     person decides
 */
public record WaitsFor(List<Code> rooms, List<Night> nights, List<List<Night>> others) {

    public WaitsFor {
        rooms = List.copyOf(rooms);
        nights = List.copyOf(nights);
        others = List.copyOf(others);
    }

    /**
     * A room code.
     *
     * @param type the number of the type that it stood for; null when it was unknown
     */
    public record Code(String code, @Nullable Integer type) {}

    /**
     * A night that was short.
     *
     * @param type the number of the room type
     * @param rooms how many have to be free
     */
    public record Night(int type, LocalDate night, int rooms) {}

    /** Of a booking with its mappings as they were, that found no room in these nights, nor in those of other types. */
    static @Nullable WaitsFor of(
            Reading.Understood understood, MappingTable table, List<Night> nights, List<List<Night>> others) {
        var booking = understood.booking();
        var stay = booking.stay();
        if (stay == null) {
            return null;
        }
        var codes = new ArrayList<Code>();
        for (int number = 1; number <= stay.rooms().size(); number++) {
            var sent = stay.rooms().get(number - 1).code();
            var type = table.roomType(booking.channel().name(), sent, stay.checkIn());
            var code = new Code(
                    sent.strip(), type.isPresent() ? Integer.valueOf(type.get().id()) : null);
            if (understood.assignment().ofRoom(number).isEmpty() && !codes.contains(code)) {
                codes.add(code);
            }
        }
        return new WaitsFor(codes, nights, others);
    }

    /** How many rooms have to be free on the nights that lacked some. */
    static List<Night> nights(Set<NightKey> lacking, Map<NightKey, Integer> wanted, Map<NightKey, Integer> held) {
        return lacking.stream()
                .map(night ->
                        new Night(night.roomTypeId(), night.night(), wanted.get(night) - held.getOrDefault(night, 0)))
                .toList();
    }
}
