package io.toritsugi.simulator;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Writes a generated booking as TL-Lincoln sends it (domain notes §4), with its OTA's habits (§5). For one document. */
final class TelegramWriting {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final int COMMISSION_PERCENT = 15;

    private final XmlWriting xml = new XmlWriting();
    private final String classification;
    private final String dataId;
    private final GeneratedBooking booking;
    private final GeneratedStay stay;
    private final String modificationPoint;

    TelegramWriting(String classification, String dataId, GeneratedBooking booking, String modificationPoint) {
        this.classification = classification;
        this.dataId = dataId;
        this.booking = booking;
        this.stay = booking.stay();
        this.modificationPoint = modificationPoint;
    }

    String write() {
        xml.declaration(true).open("AllotmentBookingReport");
        transaction();
        basicInformation();
        basicRate();
        new RoomRows(xml, booking.office(), stay).write(withoutRooms());
        options();
        risapls();
        return xml.close().finish();
    }

    private boolean cancels() {
        return classification.equals("CancellationReport");
    }

    /** Agoda's cancellations have neither rooms nor a total. */
    private boolean withoutRooms() {
        return cancels() && booking.office() == SalesOffice.AGODA;
    }

    private void transaction() {
        xml.open("TransactionType")
                .element("DataFrom", "FromTravelAgency")
                .element("DataClassification", classification)
                .element("DataID", dataId)
                .element("SystemDate", booking.lastSentAt().toLocalDate())
                .element("SystemTime", TIME.format(booking.lastSentAt()))
                .close();
        xml.open("AccommodationInformation")
                .element("AccommodationName", "サンプル架空ホテル")
                .element("AccommodationCode", booking.office().numberPrefix() + "-500001")
                .close();
        xml.open("SalesOfficeInformation")
                .element("SalesOfficeCompanyName", booking.office().company())
                .element("SalesOfficeName", "")
                .element("SalesOfficeCode", booking.office().code())
                .close();
    }

    private void basicInformation() {
        xml.open("BasicInformation")
                .element("TravelAgencyBookingNumber", booking.number())
                .element("TravelAgencyBookingDate", booking.bookedAt().toLocalDate())
                .element("TravelAgencyBookingTime", TIME.format(booking.bookedAt()))
                .element("GuestOrGroupNameSingleByte", booking.guest().reading())
                .element("GuestOrGroupNameKanjiName", booking.guest().name())
                .element("CheckInDate", stay.checkIn())
                .element("CheckInTime", "15:00:00")
                .element("CheckOutDate", booking.office() == SalesOffice.SKYTICKET ? null : stay.checkOut())
                .element("CheckOutTime", "11:00:00")
                .element("Nights", stay.nights())
                .element("Transportaion", null)
                .element("TotalRoomCount", stay.rooms().size());
        guests();
        plan();
        xml.element("ModificationPoint", modificationPoint)
                .element("SpecialServiceRequest", stay.nights() > 2 ? "高層階を希望します。" : null)
                .element("OtherServiceInformation", stay.paymentText())
                .close();
    }

    private void guests() {
        var rooms = stay.rooms();
        xml.element("GrandTotalPaxCount", stay.adults() + stay.children())
                .element("TotalPaxMaleCount", stay.men())
                .element("TotalPaxFemaleCount", stay.adults() - stay.men())
                .element(
                        "TotalChildA70Count",
                        rooms.stream().mapToInt(GeneratedRoom::a70).sum())
                .element(
                        "TotalChildB50Count",
                        rooms.stream().mapToInt(GeneratedRoom::b50).sum())
                .element(
                        "TotalChildC30Count",
                        rooms.stream().mapToInt(GeneratedRoom::c30).sum())
                .element(
                        "TotalChildDNoneCount",
                        rooms.stream().mapToInt(GeneratedRoom::none).sum());
    }

    private void plan() {
        xml.element("PackageType", "Package")
                .element("PackagePlanName", "【見本】朝食付スタンダード")
                .element("PackagePlanCode", booking.office().numberPrefix() + "200")
                .element("MealCondition", "1nightBreakfast")
                .element("SpecificMealCondition", "IncludingBreakfast");
    }

    private void basicRate() {
        long total = withoutRooms() ? 0 : stay.total();
        xml.open("BasicRateInformation")
                .element("RoomRateOrPersonalRate", stay.perPerson() ? "PersonalRate" : "RoomRate")
                .element("TaxServiceFee", "IncludingServiceAndTax")
                .element("Payment", null)
                .element("TotalAccommodationCharge", total)
                .element("TotalAccommodationConsumptionTax", null);
        if (booking.office() == SalesOffice.BOOKING) {
            xml.element("CommissionPercentage", COMMISSION_PERCENT)
                    .element("TotalAccommodationCommissionAmount", total * COMMISSION_PERCENT / 100);
        }
        xml.close();
    }

    private void options() {
        if (stay.options().isEmpty() || withoutRooms()) {
            return;
        }
        xml.open("OptionInformation");
        for (var option : stay.options()) {
            xml.open("OptionList")
                    .element("OptionDate", stay.checkIn())
                    .element("OptionCode", option.code())
                    .element("Name", option.name())
                    .element("NameRequest", null)
                    .element("OptionCount", option.count())
                    .element("OptionRate", option.rate())
                    .close();
        }
        xml.close();
    }

    private void risapls() {
        xml.open("RisaplsInformation").open("RisaplsCommonInformation");
        xml.open("Basic")
                .element("TelegramData", telegramData())
                .element("PhoneNumber", "00-0000-0000")
                .element("Email", "guest@example.com")
                .element("PostalCode", null)
                .element("Address", null)
                .close();
        xml.open("Allotment")
                .element("AssignDiv", 1)
                .element("GenderDiv", 0)
                .element("HandleDiv", 0)
                .close();
        if (!withoutRooms()) {
            new RoomRows(xml, booking.office(), stay).writeWithGroups();
        }
        member();
        discounts();
        xml.close();
        agentNative();
        xml.close();
    }

    /** Line ends as the letters that じゃらん sends. */
    private String telegramData() {
        return "予約サイト：" + booking.office().company() + "\\r\\n宿泊者情報："
                + booking.guest().undamaged() + " TEL:00-0000-0000\\r\\n";
    }

    private void member() {
        xml.open("Member")
                .element("UserName", booking.guest().name())
                .element("UserKana", booking.guest().reading())
                .element("UserTel", "00-0000-0000")
                .element("UserMailAddr", "member@example.com")
                .element("UserZip", null)
                .element("UserAddr", booking.office() == SalesOffice.BOOKING ? ". Japan" : null)
                .element("UserGendar", null)
                .close();
    }

    private void discounts() {
        if (stay.discounts().isEmpty()) {
            return;
        }
        xml.open("BasicRate");
        for (var discount : stay.discounts()) {
            xml.open("PointsDiscountList")
                    .element("PointsDiv", 2)
                    .element("PointsDiscountName", discount.name())
                    .element("PointsDiscount", discount.amount())
                    .close();
        }
        xml.close();
    }

    private void agentNative() {
        xml.open("AgentNativeInformation");
        xml.open("Extend").element("Points", null).element("AmountClaimed", 0).close();
        xml.open("Extendmytrip").element("SettlementDiv", 0);
        if (cancels()) {
            xml.element("CancellationCharge", charge()).element("CancellationNotice", charge() > 0 ? "1泊分" : null);
        }
        xml.close().close();
    }

    /** The first night, when the booking is cancelled within three days of arrival. */
    private long charge() {
        LocalDate free = stay.checkIn().minusDays(3);
        boolean late = booking.lastSentAt().toLocalDate().isAfter(free);
        return late
                ? stay.rooms().stream()
                        .mapToLong(room -> room.night(stay.checkIn()))
                        .sum()
                : 0;
    }
}
