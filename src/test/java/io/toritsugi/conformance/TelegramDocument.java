package io.toritsugi.conformance;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A telegram as an OTA would write it, from the few facts that a test cares about.
 *
 * @param classification DataClassification
 * @param rooms RoomTypeCode of each room
 * @param price whole yen a night and room
 */
public record TelegramDocument(
        String classification,
        String dataId,
        LocalDateTime sentAt,
        String company,
        String bookingNumber,
        String guest,
        LocalDate checkIn,
        int nights,
        List<String> rooms,
        int price) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** The document, with an XML declaration, in UTF-8. */
    public String xml() {
        return """
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <AllotmentBookingReport>
                  <TransactionType>
                    <DataFrom>FromTravelAgency</DataFrom>
                    <DataClassification>%s</DataClassification>
                    <DataID>%s</DataID>
                    <SystemDate>%s</SystemDate>
                    <SystemTime>%s</SystemTime>
                  </TransactionType>
                  <SalesOfficeInformation>
                    <SalesOfficeCompanyName>%s</SalesOfficeCompanyName>
                  </SalesOfficeInformation>
                  <BasicInformation>
                    <TravelAgencyBookingNumber>%s</TravelAgencyBookingNumber>
                    <GuestOrGroupNameSingleByte>%s</GuestOrGroupNameSingleByte>
                    <CheckInDate>%s</CheckInDate>
                    <CheckOutDate>%s</CheckOutDate>
                    <Nights>%d</Nights>
                    <TotalRoomCount>%d</TotalRoomCount>
                    <GrandTotalPaxCount>%d</GrandTotalPaxCount>
                  </BasicInformation>
                  <BasicRateInformation>
                    <RoomRateOrPersonalRate>RoomRate</RoomRateOrPersonalRate>
                    <TotalAccommodationCharge>%d</TotalAccommodationCharge>
                  </BasicRateInformation>
                  <RoomAndGuestInformation>%s</RoomAndGuestInformation>
                </AllotmentBookingReport>
                """.formatted(
                        classification,
                        dataId,
                        sentAt.toLocalDate(),
                        TIME.format(sentAt),
                        company,
                        bookingNumber,
                        guest,
                        checkIn,
                        checkIn.plusDays(nights),
                        nights,
                        rooms.size(),
                        2 * rooms.size(),
                        (long) price * nights * rooms.size(),
                        rows());
    }

    /** A BookingInfoOutput answer with these telegrams, each as CDATA. */
    public static String answer(List<TelegramDocument> telegrams) {
        var answer = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>
                <ns2:executeResponse xmlns:ns2="http://pmsfc5001.pmsfc50.pms.lincoln.seanuts.co.jp/"><return>
                <commonResponse><isSuccess>true</isSuccess></commonResponse>
                """);
        for (var telegram : telegrams) {
            answer.append("<bookingInfoList><infoTravelXML><![CDATA[")
                    .append(telegram.xml())
                    .append("]]></infoTravelXML></bookingInfoList>\n");
        }
        return answer.append("</return></ns2:executeResponse></S:Body></S:Envelope>\n")
                .toString();
    }

    private String rows() {
        var rows = new StringBuilder();
        for (int night = 0; night < nights; night++) {
            for (var code : rooms) {
                rows.append("""

                        <RoomAndGuestList>
                          <RoomInformation>
                            <RoomTypeCode>%s</RoomTypeCode>
                            <RoomTypeName>Room %s</RoomTypeName>
                            <PerRoomPaxCount>2</PerRoomPaxCount>
                          </RoomInformation>
                          <RoomRateInformation>
                            <RoomDate>%s</RoomDate>
                            <TotalPerRoomRate>%d</TotalPerRoomRate>
                          </RoomRateInformation>
                        </RoomAndGuestList>
                        """.formatted(code, code, checkIn.plusDays(night), price));
            }
        }
        return rows.toString();
    }
}
