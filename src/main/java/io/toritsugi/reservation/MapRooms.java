package io.toritsugi.reservation;

import io.toritsugi.booking.BookedRoom;
import io.toritsugi.booking.BookedStay;
import io.toritsugi.booking.Booking;
import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.inventory.RoomTypeRef;
import io.toritsugi.mapping.MappingTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the room codes of a stay into room types, or names every code that has none (domain notes §7). */
final class MapRooms {

    private static final String STAGE = "map";

    private MapRooms() {}

    /**
     * @param version the version of the mappings that were read
     * @param stay the mapped stay; null when a code is unknown or the booking has no stay
     * @param failure the unknown codes; null when there is none
     */
    record Mapped(
            long version,
            @Nullable MappedStay stay,
            @Nullable Failure failure) {}

    /** A room that somebody assigned sleeps in the type that he chose; where nobody knows what was sold, that was it. */
    static Mapped map(Reading.Understood understood, MappingTable table) {
        var booking = understood.booking();
        var stay = booking.stay();
        if (stay == null) {
            return new Mapped(table.version(), null, null);
        }
        List<RoomTypeRef> types = new ArrayList<>();
        Set<BookedRoom> unknown = new LinkedHashSet<>();
        for (int number = 1; number <= stay.rooms().size(); number++) {
            var room = stay.rooms().get(number - 1);
            var chosen = understood.assignment().ofRoom(number);
            table.roomType(booking.channel().name(), room.code(), stay.checkIn())
                    .or(() -> chosen)
                    .ifPresentOrElse(types::add, () -> unknown.add(room));
        }
        return unknown.isEmpty()
                ? new Mapped(table.version(), new MappedStay(stay, types, understood.assignment()), null)
                : new Mapped(table.version(), null, unknownCodes(booking, stay, unknown));
    }

    private static Failure unknownCodes(Booking booking, BookedStay stay, Set<BookedRoom> unknown) {
        var arguments = new LinkedHashMap<String, String>();
        arguments.put("channel", booking.channel().key());
        arguments.put(
                "codes", joined(unknown.stream().map(MapRooms::codeAndName).toList()));
        arguments.put("arrival", stay.checkIn().toString());
        var groups = unknown.stream()
                .filter(room -> room.groupCode() != null)
                .map(BookedRoom::groupCode)
                .toList();
        if (!groups.isEmpty()) {
            arguments.put("group", joined(groups));
        }
        return new Failure(FailureCode.UNKNOWN_ROOM_CODE, STAGE, arguments);
    }

    private static String codeAndName(BookedRoom room) {
        return room.name() == null ? room.code() : room.code() + " " + room.name();
    }

    private static String joined(List<String> texts) {
        return texts.stream().distinct().collect(Collectors.joining(", "));
    }
}
