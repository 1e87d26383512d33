package io.toritsugi.booking;

import io.toritsugi.telegram.model.RoomAndGuest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the grid down as booked rooms; a room that changes its type becomes one part for each run of nights in a type. */
final class BookedRooms {

    private BookedRooms() {}

    /** @param additions the RISAPLS rows, which alone know the net room-type group of a code */
    static List<BookedRoom> of(RoomGrid grid, GuestsOfRooms guests, List<int[]> amounts, List<RoomAndGuest> additions) {
        var groups = groupsByCode(additions);
        var rooms = new ArrayList<BookedRoom>(grid.rooms().size());
        for (int room = 0; room < grid.rooms().size(); room++) {
            var nights = grid.rooms().get(room);
            var yen = amounts.get(room);
            var from = 0;
            for (int night = 1; night <= nights.length; night++) {
                if (night == nights.length || !nights[night].code().equals(nights[from].code())) {
                    rooms.add(part(nights[from], guests.ofStay(room), yen, from, night, groups));
                    from = night;
                }
            }
        }
        return rooms;
    }

    private static BookedRoom part(
            RoomNight first, RoomGuests guests, int[] yen, int from, int to, Map<String, String> groups) {
        var amounts = new ArrayList<Integer>(to - from);
        for (int night = from; night < to; night++) {
            amounts.add(yen[night]);
        }
        var ownGroup = SentText.of(first.room().netRmTypeGroupCode);
        return new BookedRoom(
                first.code(),
                Lengths.text("RoomTypeName", SentText.of(first.room().roomTypeName)),
                ownGroup == null ? groups.get(first.code()) : ownGroup,
                guests.adults(),
                guests.children().children(),
                first.date(),
                amounts);
    }

    private static Map<String, String> groupsByCode(List<RoomAndGuest> additions) {
        var groups = new HashMap<String, String>();
        for (var row : additions) {
            if (row.roomInformation != null) {
                var code = SentText.of(row.roomInformation.roomTypeCode);
                var group = SentText.of(row.roomInformation.netRmTypeGroupCode);
                if (code != null && group != null) {
                    groups.putIfAbsent(code, group);
                }
            }
        }
        return groups;
    }
}
