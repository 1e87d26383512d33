package io.toritsugi.bench;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Writes a drawn booking as TL-Lincoln would send it (domain notes §4): about 8 KB, the text for people included. */
final class TelegramDocument {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final String[] CHATTER = {
        "このたびはご予約をいただき誠にありがとうございます。",
        "到着が遅れる場合はお電話にてご連絡ください。",
        "禁煙のお部屋を希望します。",
        "駐車場を一台分お願いします。",
        "チェックインは十五時以降となります。",
        "朝食は一階の食堂にてご用意いたします。",
        "高層階のお部屋を希望、景色の良い側でお願いします。",
        "領収書の宛名は会社名でお願いします。",
        "枕は低めのものをご用意いただけると助かります。",
        "キャンセルの場合は規定の取消料を申し受けます。",
        "送迎バスの利用を希望、駅到着は十七時ごろの予定です。",
        "アレルギー（そば・えび）があります。",
    };

    private final DrawnBooking booking;
    private final StringBuilder xml = new StringBuilder(9000);

    private TelegramDocument(DrawnBooking booking) {
        this.booking = booking;
    }

    /** The document, without its declaration's encoding being anything but UTF-8. */
    static String of(DrawnBooking booking) {
        var document = new TelegramDocument(booking);
        document.write();
        return document.xml.toString();
    }

    private void write() {
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<AllotmentBookingReport>\n");
        transaction();
        basicInformation();
        basicRate();
        rooms("RoomAndGuestInformation", "RoomAndGuestList", false);
        risapls();
        xml.append("</AllotmentBookingReport>\n");
    }

    private void transaction() {
        open("TransactionType");
        element("DataFrom", "FromTravelAgency");
        element("DataClassification", booking.classification());
        element("DataID", booking.dataId());
        element("SystemDate", booking.sentAt().toLocalDate());
        element("SystemTime", TIME.format(booking.sentAt()));
        close("TransactionType");
        open("AccommodationInformation");
        element("AccommodationName", "サンプル架空ホテル");
        element("AccommodationCode", booking.ota().numberPrefix() + "-500001");
        close("AccommodationInformation");
        open("SalesOfficeInformation");
        element("SalesOfficeCompanyName", booking.ota().company());
        element("SalesOfficeName", "");
        element("SalesOfficeCode", booking.ota().office());
        close("SalesOfficeInformation");
    }

    private void basicInformation() {
        open("BasicInformation");
        element("TravelAgencyBookingNumber", booking.bookingNumber());
        element("TravelAgencyBookingDate", booking.sentAt().toLocalDate());
        element("TravelAgencyBookingTime", TIME.format(booking.sentAt()));
        element("GuestOrGroupNameSingleByte", "ﾐﾎﾝ ｲﾁﾛｳ");
        element("GuestOrGroupNameKanjiName", booking.guest());
        element("CheckInDate", booking.checkIn());
        element("CheckInTime", "15:00:00");
        element("CheckOutDate", booking.checkIn().plusDays(booking.nights()));
        element("CheckOutTime", "11:00:00");
        element("Nights", booking.nights());
        element("Transportaion", "");
        element("TotalRoomCount", booking.rooms().size());
        element("GrandTotalPaxCount", booking.adults() + booking.children());
        element("TotalPaxMaleCount", booking.adults());
        element("TotalPaxFemaleCount", 0);
        element("TotalChildA70Count", booking.children());
        element("TotalChildB50Count", 0);
        element("TotalChildC30Count", 0);
        element("TotalChildDNoneCount", 0);
        element("PackageType", "Package");
        element("PackagePlanName", "【早割】朝食付きスタンダードプラン");
        element("PackagePlanCode", booking.ota().numberPrefix() + "300");
        element("PackagePlanContent", chatter(2));
        element("MealCondition", "1nightBreakfast");
        element("SpecificMealCondition", "IncludingBreakfast");
        element("ModificationPoint", "");
        element("SpecialServiceRequest", chatter(2));
        element("OtherServiceInformation", booking.ota().perPerson() ? "決済内容：エージェント精算★" : "★");
        close("BasicInformation");
    }

    private void basicRate() {
        open("BasicRateInformation");
        element("RoomRateOrPersonalRate", booking.ota().perPerson() ? "PersonalRate" : "RoomRate");
        element("TaxServiceFee", "IncludingServiceAndTax");
        element("Payment", "");
        element("TotalAccommodationCharge", booking.total());
        element("TotalAccommodationDiscountPoints", "");
        element("TotalAccommodationConsumptionTax", "");
        element("TotalAccommodationHotSpringTax", "");
        close("BasicRateInformation");
    }

    private void rooms(String wrapper, String row, boolean withGroups) {
        if (!withGroups) {
            open(wrapper);
        }
        for (int night = 0; night < booking.nights(); night++) {
            for (var room : booking.rooms()) {
                open(row);
                room(room, withGroups);
                rate(room, booking.checkIn().plusDays(night));
                close(row);
            }
        }
        if (!withGroups) {
            close(wrapper);
        }
    }

    private void room(DrawnBooking.Room room, boolean withGroups) {
        open("RoomInformation");
        element("RoomTypeCode", room.code());
        element("RoomTypeName", "スタンダードルーム（禁煙）" + room.code());
        if (withGroups) {
            element("NetRmTypeGroupCode", room.code().substring(3));
            element("PlanGroupCode", 11);
        }
        element("PerRoomPaxCount", room.adults() + room.children());
        element("RoomPaxMaleCount", room.adults());
        element("RoomPaxFemaleCount", 0);
        element("RoomChildA70Count", room.children());
        element("RoomChildB50Count", 0);
        element("RoomChildC30Count", 0);
        element("RoomChildDNoneCount", 0);
        close("RoomInformation");
    }

    private void rate(DrawnBooking.Room room, LocalDate date) {
        boolean perPerson = booking.ota().perPerson();
        open("RoomRateInformation");
        element("RoomDate", date);
        element("PerPaxRate", perPerson ? room.adultRate(date) : "");
        element("PerChildA70Rate", perPerson ? room.childRate() : "");
        element("PerChildB50Rate", "");
        element("PerChildC30Rate", "");
        element("PerChildDNoneRate", "");
        element("TotalPerRoomRate", perPerson ? 0 : room.night(date));
        close("RoomRateInformation");
    }

    private void risapls() {
        open("RisaplsInformation");
        open("RisaplsCommonInformation");
        open("Basic");
        element("TelegramData", "宿泊者情報：" + booking.guest() + " TEL:00-0000-0000\\r\\n" + chatter(20));
        element("PhoneNumber", "00-0000-0000");
        element("Email", "guest" + booking.dataId() + "@example.com");
        element("PostalCode", "");
        element("Address", "");
        close("Basic");
        open("Allotment");
        element("AssignDiv", 1);
        element("GenderDiv", 0);
        element("HandleDiv", 0);
        close("Allotment");
        rooms("", "RoomAndRoomRateInformation", true);
        open("Member");
        element("UserName", booking.guest());
        element("UserKana", "ミホン イチロウ");
        element("UserTel", "00-0000-0000");
        element("UserMailAddr", "member" + booking.dataId() + "@example.com");
        element("UserZip", "");
        element("UserAddr", "");
        element("UserGendar", "");
        close("Member");
        close("RisaplsCommonInformation");
        open("AgentNativeInformation");
        open("Extend");
        element("Points", "");
        element("AmountClaimed", 0);
        close("Extend");
        open("Extendmytrip");
        element("SettlementDiv", 0);
        element("CancellationCharge", booking.cancels() ? "0" : "");
        close("Extendmytrip");
        close("AgentNativeInformation");
        close("RisaplsInformation");
    }

    /** Sentences, different from telegram to telegram as a guest's own words are. */
    private String chatter(int sentences) {
        var text = new StringBuilder();
        int state = booking.chatter();
        for (int sentence = 0; sentence < sentences; sentence++) {
            state = state * 1_103_515_245 + 12_345;
            text.append(CHATTER[Math.floorMod(state >> 8, CHATTER.length)]).append(Integer.toHexString(state));
        }
        return text.toString();
    }

    private void open(String name) {
        xml.append('<').append(name).append(">\n");
    }

    private void close(String name) {
        xml.append("</").append(name).append(">\n");
    }

    /** No value of the load needs escaping. */
    private void element(String name, Object value) {
        xml.append("  <")
                .append(name)
                .append('>')
                .append(value)
                .append("</")
                .append(name)
                .append(">\n");
    }
}
