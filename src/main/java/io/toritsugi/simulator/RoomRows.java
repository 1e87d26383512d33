package io.toritsugi.simulator;

import java.time.LocalDate;

/** Writes a stay's rows, one per night and room, night by night (domain notes §7). */
final class RoomRows {

    private final XmlWriting xml;
    private final SalesOffice office;
    private final GeneratedStay stay;

    RoomRows(XmlWriting xml, SalesOffice office, GeneratedStay stay) {
        this.xml = xml;
        this.office = office;
        this.stay = stay;
    }

    void write(boolean none) {
        xml.open("RoomAndGuestInformation");
        if (!none) {
            rows("RoomAndGuestList", false);
        }
        xml.close();
    }

    /** The same rows again, with TL-Lincoln's own codes. */
    void writeWithGroups() {
        rows("RoomAndRoomRateInformation", true);
    }

    private void rows(String element, boolean groups) {
        stay.checkIn().datesUntil(stay.checkOut()).forEach(night -> {
            for (int room = 0; room < stay.rooms().size(); room++) {
                xml.open(element);
                room(room, groups);
                rate(stay.rooms().get(room), night);
                xml.close();
            }
        });
    }

    private void room(int place, boolean groups) {
        var room = stay.rooms().get(place);
        xml.open("RoomInformation").element("RoomTypeCode", room.code()).element("RoomTypeName", room.name());
        if (groups) {
            xml.element("NetRmTypeGroupCode", room.group()).element("PlanGroupCode", 11);
        }
        if (office == SalesOffice.AGODA) {
            guestsOnTheFirst(place == 0);
        } else {
            guests(room);
        }
        xml.close();
    }

    /** Agoda declares everybody on the first room. */
    private void guestsOnTheFirst(boolean first) {
        xml.element("PerRoomPaxCount", first ? stay.adults() + stay.children() : 0)
                .element("RoomPaxMaleCount", first ? stay.men() : 0)
                .element("RoomPaxFemaleCount", first ? stay.adults() - stay.men() : 0);
    }

    private void guests(GeneratedRoom room) {
        xml.element("PerRoomPaxCount", office == SalesOffice.RAKUTEN ? 0 : room.adults() + room.children())
                .element("RoomPaxMaleCount", room.men())
                .element("RoomPaxFemaleCount", room.women())
                .element("RoomChildA70Count", room.a70())
                .element("RoomChildB50Count", room.b50())
                .element("RoomChildC30Count", room.c30())
                .element("RoomChildDNoneCount", room.none());
    }

    private void rate(GeneratedRoom room, LocalDate night) {
        xml.open("RoomRateInformation").element("RoomDate", night);
        if (stay.perPerson()) {
            xml.element("PerPaxRate", room.adultRate(night))
                    .element("PerChildA70Rate", room.a70Rate(night))
                    .element("PerChildB50Rate", room.b50Rate(night))
                    .element("PerChildC30Rate", room.c30Rate(night))
                    .element("PerChildDNoneRate", 0)
                    .element("TotalPerRoomRate", 0);
        } else {
            xml.element("PerPaxRate", null).element("TotalPerRoomRate", room.night(night));
        }
        xml.close();
    }
}
