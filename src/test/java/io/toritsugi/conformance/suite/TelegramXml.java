package io.toritsugi.conformance.suite;

import io.toritsugi.conformance.suite.Telegram.Room;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Telegrams as documents, and answers of BookingInfoOutput that carry them. */
final class TelegramXml {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final String BOOKING_SERVICE = "http://pmsfc5001.pmsfc50.pms.lincoln.seanuts.co.jp/";

    private TelegramXml() {}

    /** With what an OTA usually says. */
    static String whole(Telegram telegram) {
        var xml = XmlText.document("AllotmentBookingReport");
        transaction(xml, telegram);
        xml.element("SalesOfficeInformation", office -> office.text("SalesOfficeCompanyName", telegram.company()));
        xml.element("BasicInformation", basic -> {
            basic.text("TravelAgencyBookingNumber", telegram.number());
            basic.text("GuestOrGroupNameSingleByte", telegram.guest());
            basic.text("CheckInDate", telegram.checkIn());
            basic.text("CheckOutDate", telegram.checkOut());
            basic.text("Nights", nights(telegram));
            basic.text("TotalRoomCount", telegram.rooms().size());
            basic.text("GrandTotalPaxCount", 2 * telegram.rooms().size());
        });
        xml.element("BasicRateInformation", rate -> {
            rate.text("RoomRateOrPersonalRate", "RoomRate");
            rate.text("TotalAccommodationCharge", telegram.total());
            if (telegram.charge() != null) {
                rate.text("CancellationCharge", telegram.charge());
            }
        });
        xml.element("RoomAndGuestInformation", rooms -> rows(rooms, telegram, true));
        return xml.end();
    }

    /** With nothing but what a telegram cannot do without (domain notes §4.2, cardinality 1). */
    static String minimum(Telegram telegram) {
        var xml = XmlText.document("AllotmentBookingReport");
        transaction(xml, telegram);
        xml.element("SalesOfficeInformation", office -> office.text("SalesOfficeCompanyName", telegram.company()));
        xml.element("BasicInformation", basic -> {
            basic.text("TravelAgencyBookingNumber", telegram.number());
            basic.text("CheckInDate", telegram.checkIn());
            basic.text("Nights", nights(telegram));
            basic.text("TotalRoomCount", telegram.rooms().size());
        });
        xml.element("BasicRateInformation", rate -> rate.text("RoomRateOrPersonalRate", "RoomRate"));
        xml.element("RoomAndGuestInformation", rooms -> rows(rooms, telegram, false));
        return xml.end();
    }

    /** An answer of BookingInfoOutput; every other telegram as CDATA, the rest with entities, as both are met. */
    static String answer(List<String> telegrams) {
        var answer = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>
                <ns2:executeResponse xmlns:ns2="%s"><return>
                <commonResponse><isSuccess>true</isSuccess></commonResponse>
                """.formatted(BOOKING_SERVICE));
        for (int place = 0; place < telegrams.size(); place++) {
            var telegram = telegrams.get(place);
            answer.append("<bookingInfoList><infoTravelXML>")
                    .append(place % 2 == 0 ? "<![CDATA[" + telegram + "]]>" : XmlText.escaped(telegram))
                    .append("</infoTravelXML></bookingInfoList>\n");
        }
        return answer.append("</return></ns2:executeResponse></S:Body></S:Envelope>\n")
                .toString();
    }

    static void transaction(XmlText xml, Telegram telegram) {
        xml.element("TransactionType", transaction -> {
            transaction.text("DataFrom", "FromTravelAgency");
            transaction.text("DataClassification", telegram.kind().classification());
            transaction.text("DataID", telegram.dataId());
            transaction.text("SystemDate", telegram.sentAt().toLocalDate());
            transaction.text("SystemTime", TIME.format(telegram.sentAt()));
        });
    }

    static int nights(Telegram telegram) {
        return telegram.rooms().stream()
                .mapToInt(room -> room.prices().size())
                .max()
                .orElse(1);
    }

    /** Night by night, as most senders do. */
    private static void rows(XmlText xml, Telegram telegram, boolean guests) {
        for (int night = 0; night < nights(telegram); night++) {
            for (var room : telegram.rooms()) {
                if (night < room.prices().size()) {
                    row(xml, telegram, room, night, guests);
                }
            }
        }
    }

    private static void row(XmlText xml, Telegram telegram, Room room, int night, boolean guests) {
        xml.element("RoomAndGuestList", row -> {
            row.element("RoomInformation", information -> {
                information.text("RoomTypeCode", room.code());
                if (guests) {
                    information.text("RoomTypeName", "Room " + room.code());
                    information.text("PerRoomPaxCount", 2);
                }
            });
            row.element("RoomRateInformation", rate -> {
                rate.text("RoomDate", telegram.checkIn().plusDays(night));
                rate.text("TotalPerRoomRate", room.prices().get(night));
            });
        });
    }
}
