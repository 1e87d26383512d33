package io.toritsugi.booking;

import io.toritsugi.telegram.model.AgentNativeInformation;
import io.toritsugi.telegram.model.AllotmentBookingReport;
import io.toritsugi.telegram.model.BasicInformation;
import io.toritsugi.telegram.model.BasicRateInformation;
import io.toritsugi.telegram.model.RisaplsCommonInformation;
import io.toritsugi.telegram.model.RoomAndGuest;
import io.toritsugi.telegram.model.RoomMate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gathers what is shown with a reservation and never searched, as sent; what is missing is left out. */
record DetailsOfBooking(
        AllotmentBookingReport report,
        BasicInformation basic,
        BasicRateInformation rates,
        RisaplsCommonInformation common,
        AgentNativeInformation agent) {

    BookingDetails with(List<BookedOption> options, List<Discount> discounts) {
        return new BookingDetails(new DetailMap()
                .text("bookedOn", basic.travelAgencyBookingDate)
                .text("bookedAt", basic.travelAgencyBookingTime)
                .time("checkInTime", basic.checkInTime)
                .time("checkOutTime", basic.checkOutTime)
                .map("names", names())
                .map("booker", booker())
                .map("contact", contact())
                .map("guests", guests())
                .list("roomMates", roomMates())
                .map("plan", plan())
                .map(
                        "meals",
                        new DetailMap()
                                .text("condition", basic.mealCondition)
                                .text("specific", basic.specificMealCondition))
                .map("rates", rateDetails())
                .list("options", options.stream().map(DetailsOfBooking::option).toList())
                .list(
                        "discounts",
                        discounts.stream().map(DetailsOfBooking::discount).toList())
                .list("coupons", coupons())
                .list("deposits", deposits())
                .map("settlement", settlement())
                .list("questions", questions())
                .map("remarks", remarks())
                .map("sender", sender())
                .values());
    }

    private DetailMap names() {
        return new DetailMap()
                .text("kanji", SentText.firstOf(basic.guestOrGroupNameKanjiName, basic.guestOrGroupKanjiName))
                .text("doubleByte", basic.guestOrGroupNameDoubleByte)
                .text("singleByte", basic.guestOrGroupNameSingleByte);
    }

    private DetailMap booker() {
        var map = new DetailMap();
        var member = common.member;
        return member == null
                ? map
                : map.text("name", member.userName)
                        .text("kana", member.userKana)
                        .text("phone", member.userTel)
                        .text("email", member.userMailAddr)
                        .text("postalCode", member.userZip)
                        .text("address", member.userAddr)
                        .text("company", member.userCorp)
                        .text("gender", member.userGendar);
    }

    private DetailMap contact() {
        var map = new DetailMap();
        var guest = common.basic;
        return guest == null
                ? map
                : map.text("phone", guest.phoneNumber)
                        .text("email", guest.email)
                        .text("postalCode", guest.postalCode)
                        .text("address", guest.address);
    }

    private DetailMap guests() {
        var children = new DetailMap();
        var counts = ChildCounts.totalOf(basic).counts();
        for (int grade = 0; grade < counts.length; grade++) {
            if (counts[grade] > 0) {
                children.number(ChildCounts.GRADES[grade], counts[grade]);
            }
        }
        return new DetailMap()
                .text("total", basic.grandTotalPaxCount)
                .text("male", basic.totalPaxMaleCount)
                .text("female", basic.totalPaxFemaleCount)
                .map("children", children);
    }

    private List<Object> roomMates() {
        return Stream.concat(rows(), common.rows.stream())
                .flatMap(row -> Stream.concat(
                        row.guests.stream(),
                        row.guestInformation == null ? Stream.empty() : row.guestInformation.guests.stream()))
                .map(DetailsOfBooking::nameOf)
                .filter(Objects::nonNull)
                .distinct()
                .map(Object.class::cast)
                .toList();
    }

    private static @Nullable String nameOf(RoomMate guest) {
        var whole = SentText.firstOf(guest.guestKanjiName, guest.guestNameSingleByte);
        if (whole != null) {
            return whole;
        }
        return SentText.of(Objects.requireNonNullElse(guest.guestSurName, "") + " "
                + Objects.requireNonNullElse(guest.guestGivenName, ""));
    }

    private DetailMap plan() {
        var groups = new LinkedHashSet<Object>();
        Stream.concat(rows(), common.rows.stream()).forEach(row -> {
            var room = row.roomInformation;
            var group = room == null ? null : SentText.of(room.planGroupCode);
            if (group != null) {
                groups.add(group);
            }
        });
        return new DetailMap()
                .text("packageType", basic.packageType)
                .text("content", basic.packagePlanContent)
                .list("groupCodes", new ArrayList<>(groups));
    }

    private Stream<RoomAndGuest> rows() {
        return report.roomAndGuestInformation == null ? Stream.empty() : report.roomAndGuestInformation.rows.stream();
    }

    private DetailMap rateDetails() {
        return new DetailMap()
                .text("kind", rates.roomRateOrPersonalRate)
                .text("taxService", rates.taxServiceFee)
                .text("payment", rates.payment)
                .text("bareNet", rates.bareNetRate)
                .text("totalAfterPoints", rates.totalAccommodationDiscountPoints)
                .text("consumptionTax", rates.totalAccommodationConsumptionTax)
                .text("hotSpringTax", rates.totalAccommodationHotSpringTax)
                .text(
                        "serviceCharge",
                        SentText.firstOf(rates.totalAccommodationServiceCharge, rates.totalAccomodationServiceCharge))
                .text("commissionPercentage", SentText.firstOf(rates.commissionPercentage, rates.comissionPercentage))
                .text(
                        "commissionAmount",
                        SentText.firstOf(
                                rates.totalAccommodationCommissionAmount, rates.totalAccommodationComissionAmount));
    }

    private static Object option(BookedOption option) {
        return new DetailMap()
                .text("date", option.date())
                .text("code", option.code())
                .text("name", option.name())
                .text("request", option.request())
                .number("count", option.count())
                .number("rate", option.rate())
                .number("amount", option.amount())
                .values();
    }

    private static Object discount(Discount discount) {
        return new DetailMap()
                .text("division", discount.division())
                .text("name", discount.name())
                .number("amount", discount.amount())
                .values();
    }

    private List<Object> coupons() {
        return rates.coupons.stream()
                .<Object>map(coupon -> new DetailMap()
                        .text("name", coupon.couponName)
                        .text("code", SentText.firstOf(coupon.couponCode, coupon.couponNumber))
                        .text("amount", coupon.couponAmount)
                        .values())
                .toList();
    }

    private List<Object> deposits() {
        return rates.deposits.stream()
                .<Object>map(deposit -> new DetailMap()
                        .text("name", deposit.depositName)
                        .text("date", deposit.depositDate)
                        .text("amount", deposit.depositAmount)
                        .values())
                .toList();
    }

    private DetailMap settlement() {
        var map = new DetailMap();
        if (agent.extendmytrip != null) {
            map.text("division", agent.extendmytrip.settlementDiv);
        }
        if (agent.extend != null) {
            map.text("points", agent.extend.points).text("amountClaimed", agent.extend.amountClaimed);
        }
        return map;
    }

    private List<Object> questions() {
        return basic.questionsAndAnswers.stream()
                .<Object>map(both -> new DetailMap()
                        .text("question", SentText.firstOf(both.fromHotelQuestion, both.question))
                        .text("answer", SentText.firstOf(both.toHotelAnswer, both.answer))
                        .values())
                .toList();
    }

    private DetailMap remarks() {
        return new DetailMap()
                .text("otherServiceInformation", basic.otherServiceInformation)
                .text("otherServiceInformation2", basic.otherServiceInformation2)
                .text("salesOfficeComment", basic.salesOfficeComment)
                .text("telegramData", common.basic == null ? null : common.basic.telegramData)
                .text("modificationPoint", basic.modificationPoint)
                .text("modificationType", basic.modificationType)
                .text("transport", basic.transportaion);
    }

    private DetailMap sender() {
        var map = new DetailMap()
                .text("reportNumber", basic.travelAgencyReportNumber)
                .text("confirmationNumber", basic.accommodationConfirmationNumber);
        if (report.salesOfficeInformation != null) {
            map.text("company", report.salesOfficeInformation.salesOfficeCompanyName)
                    .text("office", report.salesOfficeInformation.salesOfficeName)
                    .text("officeCode", report.salesOfficeInformation.salesOfficeCode);
        }
        if (report.retailerInformation != null) {
            map.text("retailer", report.retailerInformation.retailerName);
        }
        if (report.accommodationInformation != null) {
            map.text("accommodation", report.accommodationInformation.accommodationName)
                    .text("accommodationCode", report.accommodationInformation.accommodationCode);
        }
        return map;
    }
}
