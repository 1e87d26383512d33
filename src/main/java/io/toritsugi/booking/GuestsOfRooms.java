package io.toritsugi.booking;

import io.toritsugi.telegram.model.BasicInformation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The guests of every room and night (domain notes §7). Where some rooms are left without anybody, as Agoda declares all on
 * the first, the adults of the whole booking are spread evenly.
 *
 * @param rooms in the grid's order, one entry for each night
 */
record GuestsOfRooms(List<RoomGuests[]> rooms) {

    static GuestsOfRooms of(RoomGrid grid, BasicInformation basic, Flags flags) {
        var totals = new Totals(basic);
        var rooms = declared(grid, totals);
        var emptyRoom =
                rooms.size() > 1 && rooms.stream().anyMatch(room -> ofStay(room).nobody());
        var noAdults = rooms.stream().allMatch(room -> ofStay(room).adults() == 0);
        var adults = emptyRoom || noAdults ? totals.adults(rooms) : 0;
        if (adults > 0) {
            flags.raiseIf(rooms.size() > 1, Flag.PAX_SPLIT_EVENLY);
            spread(rooms, adults);
        }
        return new GuestsOfRooms(rooms);
    }

    /** Who stays in a room: its first night with anybody in it. */
    RoomGuests ofStay(int room) {
        return ofStay(rooms.get(room));
    }

    private static List<RoomGuests[]> declared(RoomGrid grid, Totals totals) {
        var rooms = new ArrayList<RoomGuests[]>(grid.rooms().size());
        var childrenSaid = false;
        for (var nights : grid.rooms()) {
            var guests = new RoomGuests[nights.length];
            for (int night = 0; night < nights.length; night++) {
                var room = nights[night].room();
                guests[night] = RoomGuests.of(room, ChildCounts.of(room));
                childrenSaid |= guests[night].children().said();
            }
            rooms.add(guests);
        }
        if (!childrenSaid && totals.children.children() > 0) {
            // No row says a word of children, the booking does: they are with the guests of the first room.
            var first = grid.rooms().get(0);
            for (int night = 0; night < first.length; night++) {
                rooms.get(0)[night] = RoomGuests.of(first[night].room(), totals.children);
            }
        }
        return rooms;
    }

    private static void spread(List<RoomGuests[]> rooms, int adults) {
        for (int room = 0; room < rooms.size(); room++) {
            var share = adults / rooms.size() + (room < adults % rooms.size() ? 1 : 0);
            var guests = rooms.get(room);
            for (int night = 0; night < guests.length; night++) {
                guests[night] = guests[night].withAdults(share);
            }
        }
    }

    private static RoomGuests ofStay(RoomGuests[] nights) {
        for (var night : nights) {
            if (!night.nobody()) {
                return night;
            }
        }
        return nights[0];
    }

    /** What the telegram says of the booking as a whole. */
    private static final class Totals {

        private final int all;
        private final int adults;
        private final ChildCounts children;

        Totals(BasicInformation basic) {
            var grandTotal = SentNumber.upTo(SentNumber.MOST_GUESTS, "GrandTotalPaxCount", basic.grandTotalPaxCount);
            all = grandTotal == null ? 0 : grandTotal.intValue();
            adults = total("TotalPaxMaleCount", basic.totalPaxMaleCount)
                    + total("TotalPaxFemaleCount", basic.totalPaxFemaleCount);
            children = ChildCounts.totalOf(basic);
        }

        /** GrandTotalPaxCount less the children, else male + female, else what the rooms have between them. */
        int adults(List<RoomGuests[]> rooms) {
            var inRooms = 0;
            var childrenInRooms = 0;
            for (var room : rooms) {
                inRooms += ofStay(room).adults();
                childrenInRooms += ofStay(room).children().children();
            }
            var rest = all - Math.max(childrenInRooms, children.children());
            return rest > 0 ? rest : adults > 0 ? adults : inRooms;
        }

        private static int total(String field, @Nullable String sent) {
            var number = SentNumber.upTo(SentNumber.MOST_GUESTS, field, sent);
            return number == null ? 0 : number.intValue();
        }
    }
}
