package io.toritsugi.booking;

import io.toritsugi.telegram.model.RoomInformation;

/** Who sleeps in a room as its row says (domain notes §7): adults are male + female, else the room's guests less its children. */
record RoomGuests(int adults, int male, int female, ChildCounts children) {

    static RoomGuests of(RoomInformation room, ChildCounts children) {
        var male = SentNumber.persons("RoomPaxMaleCount", room.roomPaxMaleCount);
        var female = SentNumber.persons("RoomPaxFemaleCount", room.roomPaxFemaleCount);
        // Read in any case: a senseless number is a contradiction also where it is not needed.
        var all = SentNumber.persons("PerRoomPaxCount", room.perRoomPaxCount);
        var adults = male + female > 0 ? male + female : Math.max(0, all - children.children());
        return new RoomGuests(adults, male, female, children);
    }

    boolean nobody() {
        return adults == 0 && children.children() == 0;
    }

    RoomGuests withAdults(int number) {
        return new RoomGuests(number, male, female, children);
    }
}
