package io.toritsugi.conformance.suite;

import io.toritsugi.conformance.suite.Telegram.Room;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The largest message: every element of domain notes §4.2, the most nights, rooms and guests seen, 1.9 MB. */
final class MaximumMessage {

    private static final int ROOMS = 10;
    private static final int NIGHTS = 19;
    private static final int SIZE = 1_900_000;
    private static final String CARD = "4111111111111111";
    private static final int OPTIONS = 3 * 2_200 + 2 * 800;
    private static final int DISCOUNTS = 1_200 + 3_000;

    private static final String FILLER = "拡張項目は保管のみ ".repeat(60);
    private static final int FILLER_SIZE = 1_800;

    private final Telegram booking;

    private MaximumMessage(Telegram booking) {
        this.booking = booking;
    }

    static MaximumMessage of(Agency agency, LocalDate arrival) {
        var rooms = IntStream.range(0, ROOMS)
                .mapToObj(room -> new Room(
                        room < 5 ? "0002" : "0003",
                        IntStream.range(0, NIGHTS)
                                .mapToObj(night -> 10_000 + 100 * night + 10 * room)
                                .toList()))
                .toArray(Room[]::new);
        return new MaximumMessage(agency.books(arrival, rooms));
    }

    Telegram booking() {
        return booking;
    }

    /** The sums that the reservation must show, by their names in the interface. */
    Map<String, Integer> totals() {
        return Map.of(
                "roomTotal",
                booking.total(),
                "optionsTotal",
                OPTIONS,
                "headerTotal",
                booking.total() + OPTIONS,
                "discountTotal",
                DISCOUNTS);
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /** The message as it may be kept. */
    byte[] withoutCard() {
        return text().replace(CARD, "*".repeat(CARD.length())).getBytes(StandardCharsets.UTF_8);
    }

    private String text() {
        var xml = XmlText.document("AllotmentBookingReport");
        TelegramXml.transaction(xml, booking);
        xml.element(
                "AccommodationInformation",
                hotel -> hotel.text("AccommodationName", "適合試験ホテル <&> “本館”").text("AccommodationCode", "BK-900001"));
        xml.element(
                "SalesOfficeInformation",
                office -> office.text("SalesOfficeCompanyName", booking.company())
                        .text("SalesOfficeName", "東京予約センター")
                        .text("SalesOfficeCode", "30"));
        xml.element("BasicInformation", this::basic);
        xml.element("BasicRateInformation", this::rates);
        xml.element("RoomAndGuestInformation", rooms -> rows(rooms, "RoomAndGuestList"));
        xml.element("OptionInformation", options -> {
            option(options, "駐車場", 3, 2_200);
            option(options, "貸切風呂", 2, 800);
        });
        xml.element("RisaplsInformation", additions -> {
            additions.element("RisaplsCommonInformation", this::common);
            additions.element("AgentNativeInformation", this::agent);
        });
        // What the interface does not know is kept with the rest and read by nobody.
        int fillers = (SIZE - xml.bytes()) / FILLER_SIZE - 1;
        for (int filler = 0; filler < fillers; filler++) {
            xml.element("VendorExtension", extension -> extension.text("Note", FILLER));
        }
        return padded(xml.end());
    }

    /** To the byte: what is missing is white space at the end. */
    private static String padded(String text) {
        int missing = SIZE - text.getBytes(StandardCharsets.UTF_8).length;
        return missing > 0 ? text + " ".repeat(missing) : text;
    }

    private void basic(XmlText basic) {
        basic.text("TravelAgencyBookingNumber", booking.number())
                .text("TravelAgencyBookingDate", booking.sentAt().toLocalDate())
                .text("TravelAgencyBookingTime", "09:11:58")
                .text("TravelAgencyReportNumber", "R-1")
                .text("AccommodationConfirmationNumber", "")
                .text("GuestOrGroupNameSingleByte", booking.guest())
                .text("GuestOrGroupNameDoubleByte", booking.guest())
                .text("GuestOrGroupNameKanjiName", booking.guest())
                .text("CheckInDate", booking.checkIn())
                .text("CheckInTime", "15:00")
                .text("CheckOutDate", booking.checkOut())
                .text("CheckOutTime", "10:00")
                .text("Nights", NIGHTS)
                .text("Transportaion", "新幹線")
                .text("TotalRoomCount", ROOMS)
                .text("GrandTotalPaxCount", 2 * ROOMS)
                .text("TotalPaxMaleCount", ROOMS)
                .text("TotalPaxFemaleCount", ROOMS);
        for (var child : List.of("A70", "B50", "C30", "DNone")) {
            basic.text("TotalChild" + child + "Count", 0);
        }
        basic.text("PackageType", "Package")
                .text("PackagePlanName", "①【早割】朝食付〜プラン")
                .text("PackagePlanCode", "BK100")
                .text("PackagePlanContent", "内容 ".repeat(100))
                .text("MealCondition", "1nightBreakfast")
                .text("SpecificMealCondition", "IncludingBreakfast")
                .text("ModificationPoint", "")
                .text("CancellationNumber", "")
                .text("SpecialServiceRequest", "高層階希望")
                .text("SpecialServiceRequest", "禁煙希望")
                .text("OtherServiceInformation", "決済内容：カード決済★");
        for (int question = 1; question <= 5; question++) {
            int number = question;
            basic.element(
                    "QuestionAndAnswerList",
                    list -> list.text("FromHotelQuestion", "ご到着予定時刻は？（" + number + "）")
                            .text("ToHotelAnswer", "15時ごろ"));
        }
    }

    private void rates(XmlText rates) {
        rates.text("RoomRateOrPersonalRate", "RoomRate")
                .text("TaxServiceFee", "IncludingServiceAndTax")
                .text("Payment", "")
                .text("BareNetRate", "")
                .text("TotalAccommodationCharge", booking.total() + OPTIONS)
                .text("TotalAccommodationDiscountPoints", booking.total() + OPTIONS - DISCOUNTS)
                .text("TotalAccommodationConsumptionTax", "")
                .text("CommissionPercentage", 12)
                .text("TotalAccommodationCommissionAmount", 3_870)
                .text("CreditCardNumber", CARD);
    }

    private void rows(XmlText rooms, String name) {
        for (int night = 0; night < NIGHTS; night++) {
            for (var room : booking.rooms()) {
                int date = night;
                rooms.element(name, row -> {
                    row.element(
                            "RoomInformation",
                            information -> information
                                    .text("RoomTypeCode", room.code())
                                    .text("RoomTypeName", "スタンダード " + room.code())
                                    .text("NetRmTypeGroupCode", "2")
                                    .text("PlanGroupCode", "11")
                                    .text("PerRoomPaxCount", 2)
                                    .text("RoomPaxMaleCount", 1)
                                    .text("RoomPaxFemaleCount", 1));
                    row.element(
                            "RoomRateInformation",
                            rate -> rate.text("RoomDate", booking.checkIn().plusDays(date))
                                    .text("PerPaxRate", 0)
                                    .text("TotalPerRoomRate", room.prices().get(date)));
                });
            }
        }
    }

    private void option(XmlText options, String name, int count, int rate) {
        options.element(
                "OptionList",
                option -> option.text("OptionDate", booking.checkIn())
                        .text("OptionCode", "P1")
                        .text("Name", name)
                        .text("NameRequest", "")
                        .text("OptionCount", count)
                        .text("OptionRate", rate));
    }

    private void common(XmlText common) {
        common.element(
                "Basic",
                basic -> basic.text("TelegramData", "宿泊者情報：\\r\\n" + booking.guest() + "  TEL:00-0000-0000")
                        .text("PhoneNumber", "00-0000-0000")
                        .text("Email", "guest@example.com")
                        .text("PostalCode", "000-0000")
                        .text("Address", "架空県見本市1-2-3"));
        common.element(
                "Allotment",
                allotment -> allotment.text("AssignDiv", 1).text("GenderDiv", 0).text("HandleDiv", 0));
        rows(common, "RoomAndRoomRateInformation");
        common.element(
                "Member",
                member -> member.text("UserName", booking.guest())
                        .text("UserKana", booking.guest())
                        .text("UserTel", "00-0000-0000")
                        .text("UserMailAddr", "member@example.com")
                        .text("UserZip", "000-0000")
                        .text("UserAddr", "架空県見本市1-2-3")
                        .text("UserGendar", 0));
        common.element("BasicRate", rate -> {
            for (int discount : List.of(1_200, 3_000)) {
                rate.element(
                        "PointsDiscountList",
                        list -> list.text("PointsDiv", 2)
                                .text("PointsDiscountName", "ポイント利用")
                                .text("PointsDiscount", discount));
            }
        });
    }

    private void agent(XmlText agent) {
        agent.element("Extend", extend -> extend.text("Points", DISCOUNTS).text("AmountClaimed", 0));
        agent.element("Extendmytrip", settlement -> settlement.text("SettlementDiv", 0));
    }
}
